import type { Class, Decorator, Expression, Node } from '@oxc-project/types';
import { decoratorsOf, type SourceModule } from './source-module.js';
import { dottedName, walk } from './syntax.js';
import { isFactoryName } from './validators/tagged-library.js';

/** Libraries whose decorators only write down something about the class they stand on. */
const ANNOTATIONS = new Set<string | undefined>(['class-validator', 'class-transformer']);

/** Whether a module is one of these libraries, which do nothing but declare when they are loaded. */
export const isAnnotations = (specifier: string): boolean => ANNOTATIONS.has(specifier);

/** The library's name of a decorator that only writes something down, for example `IsEmail`; undefined for any other. */
export function annotationName(module: SourceModule, { expression }: Decorator): string | undefined {
  const [local, member] = dottedName(calleeOf(expression))?.split('.') ?? [];
  const found = local === undefined ? undefined : module.imports.get(local);
  return ANNOTATIONS.has(found?.specifier) && !holds(expression, 'AwaitExpression')
    ? (member ?? found?.imported)
    : undefined;
}

/** What is called, or decorates without a call. */
export const calleeOf = (expression: Expression): Expression =>
  expression.type === 'CallExpression' ? expression.callee : expression;

/** Whether there is a node of a type in an expression. */
export function holds(expression: Expression, type: Node['type']): boolean {
  let found = false;
  walk(expression, (node) => {
    found ||= node.type === type;
    return !found;
  });
  return found;
}

/**
 * The decorators of a class and its members that nobody asks for.
 *
 * @param recalled those whose arguments somebody asks for, by the library's name
 */
export const unrecalled = (module: SourceModule, target: Class, recalled: ReadonlySet<string>): Decorator[] =>
  [...decoratorsOf(target), ...target.body.body.flatMap(decoratorsOf)].filter((decorator) => {
    const name = annotationName(module, decorator);
    return name !== undefined && isFactoryName(name) && !recalled.has(name);
  });
