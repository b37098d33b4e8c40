import type { ClassElement, Decorator, MemberExpression, Node } from '@oxc-project/types';
import { removableName } from './removable-member.js';
import {
  type ClassPlace,
  decoratorsOf,
  isFrameworkDecorator,
  parameterDecorators,
  type SourceModule,
} from './source-module.js';
import { dottedName, unwrapped, walk } from './syntax.js';

/** A member and the module that it is written in. */
interface Member {
  readonly module: SourceModule;
  readonly member: ClassElement;
}

/**
 * Finds the members that a controller needs for one route: the route's own method, and whatever it, the constructor and the members
 * that always stay mention on `this` and `super`. All are kept where `this` is passed on or a name is computed. A decorator of the author's
 * may call on `this` what its own module knows of: any method that is no route, and any that its arguments name.
 *
 * @param lineage the controller's class and its base classes
 */
export function reachableMembers(lineage: readonly ClassPlace[], method: string): ReadonlySet<string> | 'all' {
  const members = lineage.flatMap(({ module, source }) =>
    source.node.body.body.map((member): Member => ({ module, member })),
  );
  const kept = new Set<string>();
  const pending = members.filter(({ member }) => removableName(member) === undefined);
  const keep = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    pending.push(...members.filter(({ member }) => removableName(member) === name));
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

/** Names of the members that no decorator of the framework stands on. */
const helperNames = (members: readonly Member[]): string[] =>
  members.flatMap(({ module, member }) => {
    const isOurs = [...decoratorsOf(member), ...parameterDecorators(member)].some((decorator) =>
      isFrameworkDecorator(module, decorator),
    );
    const name = removableName(member);
    return name === undefined || isOurs ? [] : [name];
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
  /** What a member is read of, other than its prototype: of `this.constructor` that is a static member, and those stay. */
  const read = new Set<Node>();
  let escapes = false;
  walk(member, (node, parent) => {
    if (node.type === 'PrivateIdentifier')
      names.add(`#${node.name}`); // of whatever object: other.#x, #x in other
    else if (node.type === 'MetaProperty')
      escapes ||= node.meta.name === 'new'; // new.target.prototype
    else if (node.type === 'CallExpression') escapes ||= dottedName(node.callee) === 'eval';
    else if (node.type === 'MemberExpression' && !isPrototype(node)) read.add(unwrapped(node.object));
    if (node.type !== 'ThisExpression' && node.type !== 'Super') return !node.type.startsWith('TSType');
    const accessed = accessedNames(node, parent);
    for (const name of accessed ?? []) names.add(name);
    // classes and prototypes lead to every member
    if (accessed?.includes('constructor')) escapes ||= parent === undefined || !read.has(parent);
    if (accessed?.includes('prototype')) escapes = true;
    // super(...) passes nothing on; this alone may go anywhere
    if (accessed === undefined && !(node.type === 'Super' && parent?.type === 'CallExpression')) escapes = true;
    return true;
  });
  return escapes ? 'all' : names;
}

/** `x.prototype`, or a member whose name is computed, which may be it. */
const isPrototype = ({ computed, property }: MemberExpression): boolean =>
  computed || (property.type === 'Identifier' && property.name === 'prototype');

/** `x` of `this.x`, `this['x']` and `this.#x`; `x` and `y` of `const { x, y } = this`. */
function accessedNames(node: Node, parent: Node | undefined): string[] | undefined {
  if (parent?.type === 'VariableDeclarator' && parent.init === node) return patternNames(parent.id);
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return undefined;
  const { property, computed } = parent;
  if (!computed) return property.type === 'PrivateIdentifier' ? [] : [(property as { name: string }).name];
  return property.type === 'Literal' && typeof property.value === 'string' ? [property.value] : undefined;
}

function patternNames(pattern: Node): string[] | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined;
  const names = pattern.properties.map((entry) =>
    entry.type === 'Property' && !entry.computed && entry.key.type === 'Identifier' ? entry.key.name : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}
