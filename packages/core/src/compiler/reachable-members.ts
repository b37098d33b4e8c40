import type { ClassElement, Node } from '@oxc-project/types';
import type { SourceClass } from './source-module.js';
import { memberName } from './source-module.js';
import { isRemovable } from './strip.js';
import { walk } from './syntax.js';

/**
 * Finds the methods that a controller needs for one route: the route's own, and whatever it and the constructor, fields and
 * accessors call on `this` and `super`. All are kept where `this` is passed on or a name is computed.
 *
 * @param lineage the controller's class and its base classes, as far as they are declared in the project
 */
export function reachableMembers(lineage: readonly SourceClass[], method: string): ReadonlySet<string> | 'all' {
  const members = lineage.flatMap(({ node }) => node.body.body);
  const kept = new Set([method]);
  const pending: ClassElement[] = members.filter((member) => !isRemovable(member) || memberName(member) === method);
  for (let member = pending.pop(); member !== undefined; member = pending.pop()) {
    const mentioned = mentionedMembers(member);
    if (mentioned === 'all') return 'all';
    for (const name of mentioned) {
      if (kept.has(name)) continue;
      kept.add(name);
      pending.push(...members.filter((entry) => isRemovable(entry) && memberName(entry) === name));
    }
  }
  return kept;
}

function mentionedMembers(member: ClassElement): ReadonlySet<string> | 'all' {
  const names = new Set<string>();
  let escapes = false;
  walk(member, (node, parent) => {
    if (node.type !== 'ThisExpression' && node.type !== 'Super') return !node.type.startsWith('TSType');
    const name = accessedName(node, parent);
    if (name !== undefined) names.add(name);
    // super(...) passes nothing on; this alone may go anywhere
    else if (!(node.type === 'Super' && parent?.type === 'CallExpression')) escapes = true;
    return true;
  });
  return escapes ? 'all' : names;
}

/** `x` of `this.x`, `this['x']` and `this.#x`. */
function accessedName(node: Node, parent: Node | undefined): string | undefined {
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return undefined;
  const { property, computed } = parent;
  if (!computed) return property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as { name: string }).name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
