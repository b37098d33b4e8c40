/**
 * Says which values that decorators were given are the same at every run: those that the source has as literals, and enums and
 * constants of literals. Everything else, as `@Max(Number(process.env.LIMIT))`, is asked for when the handler starts.
 */
import path from 'node:path';
import type { Class, Expression, Node } from '@oxc-project/types';
import { findClass } from '../find-class.js';
import type { LoadedApplication } from '../load-application.js';
import { decoratorsOf, memberName, type SourceModule } from '../source-module.js';
import { dottedName } from '../syntax.js';
import type { DecoratorPlace, DescribedValue, DtoDescription, ValueReference } from './dto-description.js';

/** Marks the values of descriptions that are always the same. */
export function markStatic(loaded: LoadedApplication): Readonly<Record<string, DtoDescription>> {
  const mark = (value: DescribedValue): DescribedValue =>
    value.reference !== undefined && isStaticReference(value.reference, loaded) ? { ...value, isStatic: true } : value;
  const marked = Object.entries(loaded.collected.dtos).map(([key, dto]): [string, DtoDescription] => [
    key,
    { ...dto, validations: dto.validations.map((rule) => mapValues(rule, mark)) },
  ]);
  return Object.fromEntries(marked);
}

type Rule = DtoDescription['validations'][number];

const mapValues = (rule: Rule, mark: (value: DescribedValue) => DescribedValue): Rule => ({
  ...rule,
  arguments: rule.arguments.map(mark),
  ...(rule.constraints === undefined ? {} : { constraints: rule.constraints.map(mark) }),
  ...(rule.message === undefined ? {} : { message: mark(rule.message) }),
  ...(rule.context === undefined ? {} : { context: mark(rule.context) }),
});

function isStaticReference(reference: ValueReference, loaded: LoadedApplication): boolean {
  const found = findCall(reference, loaded);
  if (found === undefined) return false;
  const { module, args } = found;
  let node: Node | undefined = args[reference.argument];
  if (node === undefined || args.slice(0, reference.argument).some(({ type }) => type === 'SpreadElement'))
    return false;
  for (const part of reference.path ?? []) {
    node = memberOf(node, part);
    if (node === undefined) return false;
  }
  return isStatic(node, { module, loaded });
}

/** The arguments of the decorator that is written where a place says; undefined where another function applies it. */
export function findCall(
  { class: key, property, library, factory, index }: DecoratorPlace,
  loaded: LoadedApplication,
): { readonly module: SourceModule; readonly args: readonly Node[] } | undefined {
  const place = findClass(loaded, key);
  // inside a function, names may be the function's
  if (place?.source.binding === undefined) return undefined;
  const { module, source } = place;
  const calls = membersOf(source.node, property)
    .flatMap(decoratorsOf)
    .flatMap(({ expression }) => (expression.type === 'CallExpression' ? [expression] : []))
    .filter((call) => isFactory(call.callee, { library, factory }, module))
    // they run last to first
    .reverse();
  const others = usesOf({ library, factory, class: key, property, index }, loaded);
  const call = calls.length === others ? calls[index] : undefined;
  return call === undefined ? undefined : { module, args: call.arguments };
}

const membersOf = (node: Class, property: string | undefined): readonly (Class | Class['body']['body'][number])[] =>
  property === undefined
    ? [node]
    : node.body.body.filter((member) => memberName(member) === property && !('static' in member && member.static));

function isFactory(
  callee: Expression,
  { library, factory }: Pick<DecoratorPlace, 'library' | 'factory'>,
  module: SourceModule,
): boolean {
  const [root, member] = (dottedName(callee) ?? '').split('.');
  const from = module.imports.get(root as string);
  return from?.specifier === library && (from.imported === '*' ? member : from.imported) === factory;
}

/** How often a decorator ran on a property, in whatever way. */
function usesOf(place: DecoratorPlace, { collected: { dtos } }: LoadedApplication): number {
  const known = counted.get(dtos) ?? countUses(dtos);
  counted.set(dtos, known);
  return known.get(useKey(place))?.size ?? 0;
}

/** Every value of an application asks the same. */
const counted = new WeakMap<object, ReadonlyMap<string, ReadonlySet<number>>>();

function countUses(dtos: LoadedApplication['collected']['dtos']): ReadonlyMap<string, ReadonlySet<number>> {
  const uses = new Map<string, Set<number>>();
  for (const { validations, transforms } of Object.values(dtos))
    for (const { place } of [...validations, ...transforms]) {
      const key = useKey(place);
      uses.set(key, (uses.get(key) ?? new Set()).add(place.index));
    }
  return uses;
}

const useKey = ({ library, factory, class: owner, property }: DecoratorPlace): string =>
  JSON.stringify([library, factory, owner, property]);

function memberOf(node: Node, part: string | number): Node | undefined {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') {
    const elements = value.elements.slice(0, Number(part) + 1);
    return elements.some((element) => element?.type === 'SpreadElement')
      ? undefined
      : (elements[Number(part)] ?? undefined);
  }
  if (value.type !== 'ObjectExpression' || value.properties.some(({ type }) => type === 'SpreadElement'))
    return undefined;
  const found = value.properties.findLast((entry) => entry.type === 'Property' && keyOf(entry) === String(part));
  return found?.type === 'Property' ? found.value : undefined;
}

const keyOf = (property: { readonly key: Node; readonly computed: boolean }): string | undefined => {
  if (property.computed) return undefined;
  if (property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'Literal' ? String(property.key.value) : undefined;
};

/** A node without what only types are for. */
function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** Where an expression stands. */
interface Scope {
  readonly module: SourceModule;
  readonly loaded: LoadedApplication;
}

/** Whether an expression has the same value at every run. */
function isStatic(expression: Node, scope: Scope): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return node.operator !== 'delete' && isStatic(node.argument, scope);
    case 'ArrayExpression':
      return node.elements.every(
        (element) => element !== null && element.type !== 'SpreadElement' && isStatic(element, scope),
      );
    case 'ObjectExpression':
      return node.properties.every(
        (entry) =>
          entry.type === 'Property' &&
          keyOf(entry) !== undefined &&
          entry.kind === 'init' &&
          isStatic(entry.value, scope),
      );
    case 'Identifier':
      return node.name === 'undefined' || isStaticName(node.name, scope);
    case 'MemberExpression':
      return !node.computed && node.object.type === 'Identifier' && isStaticName(node.object.name, scope);
    default:
      return false;
  }
}

/** Whether a name of a module stands for an enum or a constant of literals. */
function isStaticName(name: string, scope: Scope): boolean {
  const { module, loaded } = scope;
  const from = module.imports.get(name);
  if (from !== undefined) {
    const source = importedModule(module, from.specifier, loaded);
    return source !== undefined && from.imported !== '*' && isStaticName(from.imported, { module: source, loaded });
  }
  return module.program.body.some((statement) => {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type === 'TSEnumDeclaration')
      return (
        node.id.name === name &&
        !node.declare &&
        node.body.members.every(({ initializer }) => initializer == null || isStatic(initializer, scope))
      );
    if (node?.type !== 'VariableDeclaration' || node.kind !== 'const') return false;
    const found = node.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    // what an object holds could be changed
    return found?.init != null && isFrozen(found.init) && isStatic(found.init, scope);
  });
}

/** Text, numbers and the like, or what says `as const`. */
const isFrozen = (init: Node): boolean =>
  init.type === 'TSAsExpression' || !['ArrayExpression', 'ObjectExpression'].includes(unwrap(init).type);

/** A module of the project that another imports by a relative path. */
function importedModule(
  module: SourceModule,
  specifier: string,
  { modules }: LoadedApplication,
): SourceModule | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const file = path.resolve(path.dirname(module.file), specifier);
  const plain = file.replace(/\.[mc]?js$/, '');
  const candidates = [file, `${plain}.ts`, `${plain}.mts`, `${plain}.tsx`, path.join(file, 'index.ts'), `${plain}.js`];
  return candidates.map((candidate) => modules.get(candidate)).find((found) => found !== undefined);
}
