/** Whether something makes instances of a controller by itself, and so may call methods that no route of the controller needs. */
import path from 'node:path';
import type { Node } from '@oxc-project/types';
import {
  type ClassPlace,
  isFrameworkDecorator,
  type SourceClass,
  type SourceImport,
  type SourceModule,
} from './source-module.js';
import { isTypeSyntax, walk } from './syntax.js';

/** What the project's code does with a class. */
interface ClassUses {
  /** Whether it is made with `new`, given to a function, put into a list, or extended by a class that has no name of its own. */
  readonly isValue: boolean;
  /** Classes that extend it. */
  readonly subclasses: readonly ClassPlace[];
}

/**
 * Whether a class is used as a value anywhere in the project: made with `new`, given to a function, put into a list. To extend it, to
 * read a static member of it and `instanceof` are no such uses, nor are types and what the framework's decorators are given.
 */
export const isUsedAsValue = (place: ClassPlace, modules: ReadonlyMap<string, SourceModule>): boolean =>
  usesOf(place, modules).isValue;

/** The project's classes that extend a class, or one that does; another class of the same name may be meant, which does no harm. */
export function subclassesOf(place: ClassPlace, modules: ReadonlyMap<string, SourceModule>): readonly ClassPlace[] {
  const found = new Map([[place.source, place]]);
  for (const each of found.values())
    for (const subclass of usesOf(each, modules).subclasses) found.set(subclass.source, subclass);
  found.delete(place.source);
  return [...found.values()];
}

function usesOf(place: ClassPlace, modules: ReadonlyMap<string, SourceModule>): ClassUses {
  const known = answers.get(modules) ?? new Map<SourceClass, ClassUses>();
  answers.set(modules, known);
  const answer = known.get(place.source) ?? findUses(place, modules);
  known.set(place.source, answer);
  return answer;
}

/** Every route of a controller asks the same. */
const answers = new WeakMap<ReadonlyMap<string, SourceModule>, Map<SourceClass, ClassUses>>();

function findUses(place: ClassPlace, modules: ReadonlyMap<string, SourceModule>): ClassUses {
  const index = indexOf(modules);
  const names = exportNames(place, index);
  const importers = ['*', 'default', ...names].flatMap((name) => index.importers.get(name) ?? []);
  const uses = [...new Set([place.module, ...importers])].flatMap((module) => {
    const locals = module === place.module ? ownNames(place.source) : localNames(module, place, names);
    return locals.size > 0 ? [usesIn(module, locals, names)] : [];
  });
  return {
    isValue: uses.some(({ isValue }) => isValue),
    subclasses: uses.flatMap(({ subclasses }) => subclasses),
  };
}

/** What the project's modules import and export again. */
interface ModuleIndex {
  /** The modules that import a name of another, by that name. */
  readonly importers: ReadonlyMap<string, readonly SourceModule[]>;
  readonly reexports: SourceModule['reexports'];
}

const indexes = new WeakMap<ReadonlyMap<string, SourceModule>, ModuleIndex>();

function indexOf(modules: ReadonlyMap<string, SourceModule>): ModuleIndex {
  const known = indexes.get(modules);
  if (known !== undefined) return known;
  const importers = new Map<string, SourceModule[]>();
  for (const module of modules.values())
    for (const { imported } of module.imports.values()) {
      const list = importers.get(imported) ?? [];
      importers.set(imported, list);
      list.push(module);
    }
  const index = { importers, reexports: [...modules.values()].flatMap(({ reexports }) => reexports) };
  indexes.set(modules, index);
  return index;
}

const ownNames = ({ node, name, binding }: SourceClass): ReadonlySet<string> =>
  new Set([node.id?.name, name, binding].filter((entry) => entry !== undefined));

/** The names that modules export the class by, as far as names tell. */
function exportNames({ source, module }: ClassPlace, { reexports }: ModuleIndex): ReadonlySet<string> {
  const names = new Set<string>();
  const isMeant = (imported: string, specifier: string): boolean =>
    imported === 'default'
      ? source.exportName === 'default' && fileStem(specifier) === fileStem(module.file)
      : names.has(imported);
  if (source.exportName !== undefined && source.exportName !== 'default') names.add(source.exportName);
  for (let size = -1; size < names.size; ) {
    size = names.size;
    for (const { exported, imported, specifier } of reexports) if (isMeant(imported, specifier)) names.add(exported);
  }
  return names;
}

/** What a module calls the class, or the namespace that it is in; another class of the same name may be meant, which does no harm. */
function localNames(module: SourceModule, { module: owner }: ClassPlace, names: ReadonlySet<string>): Set<string> {
  const isMeant = ([, { imported, specifier, typeOnly }]: [string, SourceImport]): boolean =>
    !typeOnly &&
    (names.has(imported) ||
      imported === '*' ||
      (imported === 'default' && fileStem(specifier) === fileStem(owner.file)));
  return new Set([...module.imports].filter(isMeant).map(([local]) => local));
}

const fileStem = (file: string): string => path.basename(file).replace(/\.[cm]?[jt]sx?$/, '');

function usesIn(module: SourceModule, locals: ReadonlySet<string>, names: ReadonlySet<string>): ClassUses {
  let isValue = false;
  const subclasses: ClassPlace[] = [];
  const see = (node: Node, parent: Node | undefined): void => {
    const source = parent && 'superClass' in parent && parent.superClass === node && module.classes.get(parent.start);
    if (!source) isValue ||= !isHarmless(node, parent);
    else if (source.binding === undefined && source.node.type === 'ClassExpression') isValue = true;
    else subclasses.push({ module, source });
  };
  walk(module.program, (node, parent) => {
    if (isValue || isTypeSyntax(node) || node.type === 'ImportDeclaration') return false;
    if (node.type === 'Decorator' && isFrameworkDecorator(module, node)) return false;
    if (node.type === 'Identifier' && locals.has(node.name) && isMentioned(node, parent)) {
      const isNamespace = module.imports.get(node.name)?.imported === '*';
      if (!isNamespace) see(node, parent);
      else isValue = isMemberOf(parent, names);
    }
    return !isValue;
  });
  return { isValue, subclasses };
}

/** Whether an identifier is no name of a property, an export or a declaration. */
function isMentioned(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || parent.type === 'ExportSpecifier') return false;
  if ('id' in parent && parent.id === node) return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  return !('key' in parent && parent.key === node && !('computed' in parent && parent.computed)) || isShorthand(parent);
}

const isShorthand = (parent: Node): boolean => parent.type === 'Property' && parent.shorthand;

/** `all.ReportsController`, whatever is done with it; or the namespace as a whole. */
const isMemberOf = (parent: Node | undefined, names: ReadonlySet<string>): boolean =>
  parent?.type !== 'MemberExpression' || parent.property.type !== 'Identifier' || names.has(parent.property.name);

function isHarmless(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || parent.type === 'ExportDefaultDeclaration') return true;
  if (parent.type === 'BinaryExpression') return parent.operator === 'instanceof' && parent.right === node;
  return (
    parent.type === 'MemberExpression' &&
    !parent.computed &&
    !(parent.property.type === 'Identifier' && parent.property.name === 'prototype')
  );
}
