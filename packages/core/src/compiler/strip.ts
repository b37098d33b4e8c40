/** What a route's bundle does not need of the author's modules: framework decorators, providers, other routes' methods, and the imports only these used. */
import type { Class, Decorator, ImportDeclaration, Node } from '@oxc-project/types';
import MagicString from 'magic-string';
import { isAnnotations, unrecalled } from './annotation.js';
import { findCalls } from './find-provider.js';
import { wrapPureClasses } from './pure-classes.js';
import { removableName } from './removable-member.js';
import { decoratorsOf, isFrameworkDecorator, parameterDecorators, type SourceModule } from './source-module.js';
import { isTypeSyntax, walk } from './syntax.js';

/** An expression that a module exports in addition: a node's, or one that the text says. */
export interface Expression {
  readonly node: Node;
  readonly text?: string;
}

/** What to keep of a module. */
export interface StripOptions {
  /** For classes of the route's controller: the members to keep, by the offset of the class; `all` keeps every one. */
  readonly members: ReadonlyMap<number, ReadonlySet<string> | 'all'>;
  /** Classes that the handler imports and the module does not export: the names they get. */
  readonly exports: ReadonlyMap<string, string>;
  /** Arguments of decorators and providers that the handler imports: the names they get. */
  readonly values: ReadonlyMap<string, Expression>;
  /** Classes whose records the handler reads, by their offset: the framework's decorators stay on them. */
  readonly recorded: ReadonlySet<number>;
  /**
   * The decorators of class-validator and class-transformer whose arguments the handler asks for, by the library's name: others are
   * left out. Absent where the libraries themselves ask.
   */
  readonly recalled?: ReadonlySet<string> | undefined;
}

/** Strips a module; undefined when there is nothing to strip. */
export function stripModule(module: SourceModule, options: StripOptions): MagicString | undefined {
  const code = new MagicString(module.code);
  const removed = [...module.classes].flatMap(([start, { node }]) =>
    removedNodes(module, node, {
      members: options.members.get(start) ?? 'all',
      isRecorded: options.recorded.has(start),
    }),
  );
  const { recalled } = options;
  const annotations =
    recalled === undefined
      ? []
      : [...module.classes.values()]
          .flatMap(({ node }) => unrecalled(module, node, recalled))
          .filter((decorator) => !removed.some(({ start, end }) => start <= decorator.start && decorator.end <= end));
  for (const node of [...removed, ...annotations]) code.remove(node.start, node.end);
  const providers = findCalls(module, 'provide').flatMap(({ node, inDecorator }) => (inDecorator ? [] : [node]));
  // like decorators, providers are read when an application is built; in their lists the others keep their places
  for (const node of providers) code.overwrite(node.start, node.end, 'void 0');
  for (const { node, inDecorator } of findCalls(module, 'token'))
    if (!inDecorator) code.appendLeft(node.start, '/* @__PURE__ */ ');
  removed.push(...providers);
  const kept = [...options.values.values()].map(({ node }) => node);
  removed.push(...annotations);
  separateMembers(module, code, new Set(removed));
  if (removed.length > 0) removeImports(module, code, { removed, annotations, kept });
  wrapPureClasses(module, code, (start) => options.members.has(start));
  // a decorator's arguments see what its class sees, which is the module
  for (const [name, { node, text }] of options.values)
    code.append(`\nexport const ${name} = (${text ?? module.code.slice(node.start, node.end)});`);
  for (const [name, exportName] of options.exports) code.append(`\nexport { ${name} as ${exportName} };`);
  return code.hasChanged() ? code : undefined;
}

/** What to keep of a class. */
interface KeptOfClass {
  readonly members: ReadonlySet<string> | 'all';
  readonly isRecorded: boolean;
}

function removedNodes(module: SourceModule, target: Class, { members, isRecorded }: KeptOfClass): Node[] {
  const isOurs = (decorator: Decorator): boolean => !isRecorded && isFrameworkDecorator(module, decorator);
  const removed: Node[] = decoratorsOf(target).filter(isOurs);
  for (const member of target.body.body) {
    const name = members === 'all' ? undefined : removableName(member);
    if (members !== 'all' && name !== undefined && !members.has(name)) removed.push(member, ...decoratorsOf(member));
    else removed.push(...decoratorsOf(member).filter(isOurs), ...parameterDecorators(member).filter(isOurs));
  }
  return removed;
}

/** Ends fields that something is removed behind: without a semicolon, `a = 1` would go on in a line that begins with `[` or `*`. */
function separateMembers(module: SourceModule, code: MagicString, removed: ReadonlySet<Node>): void {
  for (const { node } of module.classes.values())
    for (const [index, member] of node.body.body.entries()) {
      const [first] = decoratorsOf(member);
      const isRemoved = removed.has(member) || (first !== undefined && removed.has(first));
      if (isRemoved && isOpenEnded(module, node.body.body[index - 1]))
        code.appendLeft(Math.min(member.start, first?.start ?? member.start), ';');
    }
}

/** Whether a field or a statement may go on behind its end. */
const isOpenEnded = ({ code }: SourceModule, node: Node | undefined): boolean =>
  node !== undefined && node.type !== 'MethodDefinition' && node.type !== 'StaticBlock' && code[node.end - 1] !== ';';

/** Removes the imports of what is gone; what only annotations used is loaded all the same, as it would be for them. */
function removeImports(
  module: SourceModule,
  code: MagicString,
  {
    removed,
    annotations,
    kept,
  }: { readonly removed: readonly Node[]; readonly annotations: readonly Node[]; readonly kept: readonly Node[] },
): void {
  const annotated = new Set<string>();
  for (const node of annotations) addNames(node, new Set(), annotated);
  for (const declaration of unusedImports(module, new Set(removed), kept))
    if (
      declaration.specifiers.some(({ local }) => annotated.has(local.name)) &&
      !isAnnotations(declaration.source.value)
    )
      code.overwrite(
        declaration.start,
        declaration.end,
        `import ${declaration.source.raw ?? JSON.stringify(declaration.source.value)};`,
      );
    else {
      code.remove(declaration.start, declaration.end);
      const { body } = module.program;
      if (isOpenEnded(module, body[body.indexOf(declaration) - 1])) code.appendLeft(declaration.start, ';');
    }
}

/** Import declarations that gave names to removed nodes only; TypeScript would drop them, unless told to keep imports as they are. */
function unusedImports(module: SourceModule, removed: ReadonlySet<Node>, kept: readonly Node[]): ImportDeclaration[] {
  const used = valueNames(module, removed);
  for (const node of kept) addNames(node, new Set(), used);
  const dropped = new Set<string>();
  for (const node of removed) addNames(node, new Set(), dropped);
  return module.program.body.filter((statement): statement is ImportDeclaration => {
    if (statement.type !== 'ImportDeclaration') return false;
    const names = statement.specifiers.map(({ local }) => local.name);
    // what neither side names may be there for its effects, or for JSX
    return names.some((name) => dropped.has(name)) && !names.some((name) => used.has(name));
  });
}

/** Names that the rest of a module uses as values, also in the types that decorator metadata is made of. */
function valueNames(module: SourceModule, removed: ReadonlySet<Node>): Set<string> {
  const names = new Set<string>();
  const enter = (node: Node): boolean => {
    if (removed.has(node) || node.type === 'ImportDeclaration') return false;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name);
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'AccessorProperty') {
      const decorators = [...decoratorsOf(node), ...parameterDecorators(node)];
      if (decorators.some((decorator) => !removed.has(decorator))) addNames(node, removed, names);
    }
    if (
      (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') &&
      decoratorsOf(node).some((decorator) => !removed.has(decorator))
    )
      for (const member of node.body.body)
        if (member.type === 'MethodDefinition' && member.kind === 'constructor') addNames(member, removed, names);
    return !isTypeSyntax(node);
  };
  walk(module.program, enter);
  return names;
}

/** Adds every name in a node, those of types too. */
function addNames(node: Node, removed: ReadonlySet<Node>, names: Set<string>): void {
  walk(node, (inner) => {
    if (removed.has(inner)) return false;
    if (inner.type === 'Identifier' || inner.type === 'JSXIdentifier') names.add(inner.name);
    return true;
  });
}
