import type { ClassElement, Decorator, Node } from '@oxc-project/types';
import {
  type ClassPlace,
  decoratorsOf,
  isFrameworkDecorator,
  memberName,
  parameterDecorators,
  type SourceModule,
} from './source-module.js';
import { isRemovable } from './strip.js';
import { walk } from './syntax.js';

/** A member and the module that it is written in. */
interface Member {
  readonly module: SourceModule;
  readonly member: ClassElement;
}

/**
 * Finds the methods that a controller needs for one route: the route's own, and whatever it and the constructor, fields and
 * accessors call on `this` and `super`. All are kept where `this` is passed on or a name is computed. A decorator of the author's
 * may call on `this` what its own module knows of: any method that is no route, and any that its arguments name.
 *
 * @param lineage the controller's class and its base classes
 */
export function reachableMembers(lineage: readonly ClassPlace[], method: string): ReadonlySet<string> | 'all' {
  const members = lineage.flatMap(({ module, source }) =>
    source.node.body.body.map((member): Member => ({ module, member })),
  );
  const kept = new Set<string>();
  const pending = members.filter(({ member }) => !isRemovable(member));
  const keep = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    pending.push(...members.filter(({ member }) => isRemovable(member) && memberName(member) === name));
  };
  const keepDecorated = (module: SourceModule, decorators: readonly Decorator[]): void => {
    const foreign = decorators.filter((decorator) => !isFrameworkDecorator(module, decorator));
    if (foreign.length > 0) for (const name of helperNames(members)) keep(name);
    for (const name of foreign.flatMap(literalsOf)) keep(name);
  };
  keep(method);
  for (const { module, source } of lineage) keepDecorated(module, decoratorsOf(source.node));
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const mentioned = mentionedMembers(entry.member);
    if (mentioned === 'all') return 'all';
    for (const name of mentioned) keep(name);
    keepDecorated(entry.module, decoratorsOf(entry.member));
  }
  return kept;
}

/** Names of the methods that no decorator of the framework stands on. */
const helperNames = (members: readonly Member[]): string[] =>
  members.flatMap(({ module, member }) => {
    const isOurs = [...decoratorsOf(member), ...parameterDecorators(member)].some((decorator) =>
      isFrameworkDecorator(module, decorator),
    );
    return isRemovable(member) && !isOurs ? [memberName(member) as string] : [];
  });

/** The texts in a decorator's arguments. */
function literalsOf(decorator: Decorator): string[] {
  const texts: string[] = [];
  walk(decorator, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    return true;
  });
  return texts;
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
  if (!computed)
    return property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as { name: string }).name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
