/**
 * Joins running classes with their syntax: each class of the analysed sources announces itself, with the offset of its syntax
 * node and the values of the type names in its methods' signatures, which would otherwise be gone at run time.
 */
import type { Class, Node } from '@oxc-project/types';
import type MagicString from 'magic-string';
import { DECLARE, DECLARE_PROVIDER } from './declaration.js';
import { findCalls } from './find-provider.js';
import { decoratorsOf, parameterDecorators, type SourceModule } from './source-module.js';
import { dottedName, walk } from './syntax.js';

/** Adds the announcement to every class of a module; static blocks run before decorators are applied. */
export function insertDeclarations(module: SourceModule, code: MagicString): void {
  for (const { node } of module.classes.values()) {
    const references = [...signatureNames(node)].sort().map((name) => {
      const root = name.split('.')[0] as string;
      return `${JSON.stringify(name)}:()=>typeof ${root}==="undefined"?void 0:${name}`;
    });
    const call = `globalThis[Symbol.for(${JSON.stringify(DECLARE)})]?.(this,${JSON.stringify(module.file)},${node.start},{${references.join(',')}})`;
    code.appendLeft(node.body.start + 1, `static{${call}}`);
  }
}

/** Adds the announcement to every call of `provide` whose values a handler can import one by one. */
export function announceProviders(module: SourceModule, code: MagicString): void {
  for (const { node } of findCalls(module, 'provide')) {
    code.appendLeft(node.start, `globalThis[Symbol.for(${JSON.stringify(DECLARE_PROVIDER)})](`);
    code.appendRight(node.end, `,${JSON.stringify(module.file)},${node.start})`);
  }
}

/** Names of the types in the signatures of constructors and decorated methods, and of the classes that decorators in them name. */
function signatureNames(target: Class): Set<string> {
  const names = new Set<string>();
  for (const member of target.body.body) {
    if (member.type !== 'MethodDefinition') continue;
    // decorators of the framework may come by way of the author's modules
    if (member.kind !== 'constructor' && decoratorsOf(member).length === 0 && parameterDecorators(member).length === 0)
      continue;
    const types: (Node | null | undefined)[] = [member.value.returnType, ...member.value.params];
    for (const type of types) if (type) walk(type, (node) => addName(node, names));
  }
  return names;
}

function addName(node: Node, names: Set<string>): boolean {
  if (node.type === 'Decorator') {
    for (const value of node.expression.type === 'CallExpression' ? node.expression.arguments : [])
      addToken(value, names);
    return false;
  }
  if (node.type === 'TSTypeReference') addToken(node.typeName, names);
  return true;
}

/** `Clock`, `[Clock]` and `clocks.Clock`. */
function addToken(node: Node, names: Set<string>): void {
  const token = node.type === 'ArrayExpression' ? node.elements[0] : node;
  const name = token ? dottedName(token) : undefined;
  if (name !== undefined) names.add(name);
}
