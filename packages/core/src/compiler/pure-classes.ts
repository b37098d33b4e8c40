import type { Class, ClassElement, Decorator, Expression, Program } from '@oxc-project/types';
import type MagicString from 'magic-string';
import { annotationName, calleeOf, holds } from './annotation.js';
import type { SourceModule } from './source-module.js';
import { decoratorsOf, frameworkName, isFrameworkDecorator, parameterDecorators } from './source-module.js';
import { dottedName } from './syntax.js';

/**
 * Wraps classes that only annotations stand on, and controllers of other routes, into pure expressions, so that a bundle that does
 * not use such a class drops it with its annotations and what it extends; a class that is decorated or extends a call never is otherwise.
 *
 * @param isOwn whether a class, by its offset, is the route's controller or a base class of it
 */
export function wrapPureClasses(module: SourceModule, code: MagicString, isOwn: (start: number) => boolean): void {
  const merged = namespaceNames(module.program);
  for (const statement of module.program.body) {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const target = isExport ? statement.declaration : statement;
    if (target?.type !== 'ClassDeclaration') continue;
    const isPure = isAnnotatedOnly(module, target) || (!isOwn(target.start) && isPlainController(module, target));
    if (!isPure) continue;
    const { name } = target.id as { readonly name: string };
    // a constant cannot be merged with a namespace
    if (merged.has(name)) continue;
    const start = Math.min(statement.start, ...decoratorsOf(target).map((decorator) => decorator.start));
    code.appendLeft(start, `const ${name} = /* @__PURE__ */ (() => { `);
    if (isExport) code.remove(statement.start, statement.start + 'export'.length);
    code.appendRight(statement.end, ` return ${name}; })();${isExport ? ` export { ${name} };` : ''}`);
  }
}

const namespaceNames = ({ body }: Program): Set<string> =>
  new Set(
    body.flatMap((statement) => {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      return declaration?.type === 'TSModuleDeclaration' && declaration.id.type === 'Identifier'
        ? [declaration.id.name]
        : [];
    }),
  );

/** A controller that nothing but the framework's decorators stands on. */
const isPlainController = (module: SourceModule, target: Class): boolean =>
  decoratorsOf(target).some((decorator) => frameworkName(module, decorator) === 'Controller') &&
  foreignDecorators(module, target).length === 0 &&
  !target.body.body.some(runsAtDefinition);

function foreignDecorators(module: SourceModule, target: Class): Decorator[] {
  const all = [
    ...decoratorsOf(target),
    ...target.body.body.flatMap((member) => [...decoratorsOf(member), ...parameterDecorators(member)]),
  ];
  return all.filter((decorator) => !isFrameworkDecorator(module, decorator));
}

function isAnnotatedOnly(module: SourceModule, target: Class): boolean {
  const decorators = foreignDecorators(module, target);
  const { superClass } = target;
  const isMapped = superClass !== null && isMappedType(module, superClass);
  return (
    (decorators.length > 0 || isMapped) &&
    decorators.every((decorator) => annotationName(module, decorator) !== undefined) &&
    (superClass === null || superClass.type === 'Identifier' || isMapped) &&
    !target.body.body.some(runsAtDefinition)
  );
}

/** Whether an expression is a call like `PartialType(CreateUser)`, which does nothing but make a class. */
const isMappedType = (module: SourceModule, expression: Expression): boolean =>
  expression.type === 'CallExpression' &&
  specifierOf(module, expression) === MAPPED_TYPES &&
  expression.arguments.every(
    (argument) =>
      argument.type !== 'SpreadElement' && (isMappedType(module, argument) || !holds(argument, 'CallExpression')),
  ) &&
  !holds(expression, 'AwaitExpression');

const MAPPED_TYPES = '@gatewright/core/mapped-types';

/** Whether a member runs code when the class is defined: a static block or field, or a computed name. */
const runsAtDefinition = (member: ClassElement): boolean =>
  member.type === 'StaticBlock' ||
  (member.type === 'PropertyDefinition' && member.static && member.value !== null && member.value.type !== 'Literal') ||
  ('computed' in member && member.computed === true);

function specifierOf(module: SourceModule, expression: Expression): string | undefined {
  const name = dottedName(calleeOf(expression));
  return name === undefined ? undefined : module.imports.get(name.split('.')[0] as string)?.specifier;
}
