/**
 * Joins running classes with their syntax: each class of the analysed sources announces itself, with the offset of its syntax
 * node and the values of the type names in its methods' signatures, which would otherwise be gone at run time.
 */
import type { Class, Node } from '@oxc-project/types';
import type MagicString from 'magic-string';
import { DECLARE } from './declaration.js';
import { isFrameworkDecorator, parameterDecorators, type SourceModule } from './source-module.js';
import { dottedName, walk } from './syntax.js';

/** Adds the announcement to every class of a module; static blocks run before decorators are applied. */
export function insertDeclarations(module: SourceModule, code: MagicString): void {
  for (const { node } of module.classes.values()) {
    const references = [...signatureNames(module, node)].sort().map((name) => {
      const root = name.split('.')[0] as string;
      return `${JSON.stringify(name)}:()=>typeof ${root}==="undefined"?void 0:${name}`;
    });
    const call = `globalThis[Symbol.for(${JSON.stringify(DECLARE)})]?.(this,${JSON.stringify(module.file)},${node.start},{${references.join(',')}})`;
    code.appendLeft(node.body.start + 1, `static{${call}}`);
  }
}

/** Names of the types in the signatures of methods and constructors that the framework's decorators stand on. */
function signatureNames(module: SourceModule, target: Class): Set<string> {
  const names = new Set<string>();
  for (const member of target.body.body) {
    if (member.type !== 'MethodDefinition') continue;
    const marks = [...(member.decorators ?? []), ...parameterDecorators(member)];
    if (member.kind !== 'constructor' && !marks.some((mark) => isFrameworkDecorator(module, mark))) continue;
    const types: (Node | null | undefined)[] = [member.value.returnType, ...member.value.params];
    for (const type of types) if (type) walk(type, (node) => addName(node, names));
  }
  return names;
}

function addName(node: Node, names: Set<string>): boolean {
  if (node.type === 'Decorator') return false;
  if (node.type !== 'TSTypeReference') return true;
  const name = dottedName(node.typeName);
  if (name !== undefined) names.add(name);
  return true;
}
