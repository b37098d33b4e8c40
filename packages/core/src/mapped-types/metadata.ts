/** Copies what class-validator, class-transformer and the compiler know of the properties of one class to another. */
import { defaultMetadataStorage as transforms } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { type Class, readLineage } from '../metadata/record.js';

/** Copies the rules, transforms and declared types of some of a class's properties, inherited ones included. */
export function copyRules(base: Class, target: Class, has: (name: string) => boolean): void {
  const validators = getMetadataStorage();
  const rules = validators.getTargetValidationMetadatas(base, '', false, false);
  for (const rule of rules) if (has(rule.propertyName)) validators.addValidationMetadata({ ...rule, target });
  copyTransforms(base, target, has);
  const types = new Set([...rules.map(({ propertyName }) => propertyName), ...transformedProperties(target)]);
  for (const name of types) if (has(name)) copyType(base, target, name);
}

/** Names of the properties that class-validator has rules for. */
export const ruledProperties = (target: Class): Set<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(target, '', false, false)
      .map(({ propertyName }) => propertyName),
  );

/** The nearest class's entry of a property counts, and all classes' transforms do, those of base classes first. */
function copyTransforms(base: Class, target: Class, has: (name: string) => boolean): void {
  const [own, ...ancestors] = readLineage(base);
  const lineage = [...ancestors.reverse(), own as Class];
  // what is said of a class does not hold for those that extend it
  for (const map of [transforms._typeMetadatas, transforms._exposeMetadatas, transforms._excludeMetadatas])
    for (const owner of lineage)
      for (const [name, entry] of map.get(owner) ?? [])
        if (name === undefined ? owner === base : has(name)) entriesOf(map, target).set(name, { ...entry, target });
  for (const owner of lineage.reverse())
    for (const [name, entries] of transforms._transformMetadatas.get(owner) ?? [])
      if (has(name as string)) {
        const copies = entriesOf(transforms._transformMetadatas, target);
        copies.set(name, [...(copies.get(name) ?? []), ...entries.map((entry) => ({ ...entry, target }))]);
      }
}

function entriesOf<TEntry>(
  map: Map<unknown, Map<string | undefined, TEntry>>,
  target: Class,
): Map<string | undefined, TEntry> {
  const entries = map.get(target) ?? new Map<string | undefined, TEntry>();
  map.set(target, entries);
  return entries;
}

const transformedProperties = (target: Class): string[] =>
  [transforms._typeMetadatas, transforms._exposeMetadatas, transforms._excludeMetadatas, transforms._transformMetadatas]
    .flatMap((map) => [...(map.get(target)?.keys() ?? [])])
    .filter((name) => name !== undefined);

const TYPE = 'design:type';

/** Decorator metadata is there where something has loaded reflect-metadata; nothing needs it otherwise. */
function copyType(base: Class, target: Class, name: string): void {
  const reflect = Reflect as Partial<typeof Reflect>;
  const type: unknown = reflect.getMetadata?.(TYPE, base.prototype, name);
  if (type !== undefined) reflect.defineMetadata?.(TYPE, type, target.prototype, name);
}
