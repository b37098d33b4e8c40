/** Describes class-transformer's entries for a class. */

import type { Class } from '../../metadata/record.js';
import { readPropertyType } from '../../metadata/reflect.js';
import type { ClassTable } from '../../model/class-table.js';
import { isBuiltIn } from '../built-in.js';
import { isJson } from './describe-value.js';
import type { TransformDescription, TypeName, Unsupported } from './dto-description.js';
import { readTag, type TransformStorage, transformStorage } from './tag-decorators.js';

/** An entry of class-transformer's storage. */
interface TransformEntry {
  readonly propertyName?: string;
  readonly options?: TransformEntryOptions;
  readonly typeFunction?: (...args: never) => unknown;
  readonly transformFn?: unknown;
  readonly reflectedType?: unknown;
}

interface TransformEntryOptions {
  readonly discriminator?: { readonly subTypes?: readonly { readonly name: string; readonly value: Class }[] };
}

interface Transforms {
  readonly transforms: readonly TransformDescription[];
  readonly unsupported: readonly Unsupported[];
}

/** Describes the entries that are declared on a class itself. */
export function describeTransforms(target: Class, classes: ClassTable): Transforms {
  const storage = transformStorage();
  if (storage === undefined) return { transforms: [], unsupported: [] };
  const transforms: TransformDescription[] = [];
  const unsupported: Unsupported[] = [];
  for (const [kind, entry] of entriesOf(storage, target)) {
    const description = describeEntry(kind, entry, classes);
    if (typeof description !== 'string') transforms.push(description);
    else
      unsupported.push({
        ...(entry.propertyName === undefined ? {} : { property: entry.propertyName }),
        reason: description,
      });
  }
  return { transforms, unsupported };
}

/** All entries of a class by their kind. */
function entriesOf(storage: TransformStorage, target: Class): [TransformDescription['kind'], TransformEntry][] {
  const of = (kind: TransformDescription['kind'], map: Map<object, Map<unknown, object | object[]>>) =>
    [...(map.get(target)?.values() ?? [])]
      .flat()
      .map((entry): [TransformDescription['kind'], TransformEntry] => [kind, entry as TransformEntry]);
  return [
    ...of('type', storage._typeMetadatas),
    ...of('expose', storage._exposeMetadatas),
    ...of('exclude', storage._excludeMetadatas),
    ...of('transform', storage._transformMetadatas),
  ];
}

function describeEntry(
  kind: TransformDescription['kind'],
  entry: TransformEntry,
  classes: ClassTable,
): TransformDescription | string {
  const tag = readTag(entry);
  if (tag === undefined) return `@${kind} was not written by a decorator that the build can see`;
  if (kind === 'type' && isOwnCollection(entry.reflectedType))
    return 'it is declared as a collection class of the author’s, which class-transformer makes of an array';
  const property = entry.propertyName;
  const { library, factory, index } = tag;
  const place = {
    library,
    factory,
    class: classes.keyOf(tag.target as Class),
    ...(property === undefined ? {} : { property }),
    index,
  };
  const options = Object.entries(entry.options ?? {});
  const subTypes = entry.options?.discriminator?.subTypes;
  const type = kind === 'type' ? typeOf(entry, classes) : undefined;
  const reflected = typeName(entry.reflectedType, classes);
  return {
    kind,
    ...(property === undefined ? {} : { property }),
    place,
    options: Object.fromEntries(
      options.flatMap(([name, value]) =>
        name === 'discriminator' ? describeDiscriminator(value) : isJson(value) ? [[name, value]] : [],
      ),
    ),
    ...(entry.typeFunction === undefined && entry.transformFn === undefined
      ? {}
      : { function: { ...place, argument: 0 } }),
    ...(type === undefined ? {} : { type }),
    ...(reflected === undefined ? {} : { reflected }),
    ...(subTypes === undefined
      ? {}
      : { subTypes: subTypes.map(({ name, value }) => ({ name, class: classes.keyOf(value) })) }),
  };
}

/** Whether a declared type is a class that extends Array or Set, or is like one. */
const isOwnCollection = (type: unknown): boolean =>
  typeof type === 'function' &&
  !isBuiltIn(type) &&
  typeof type.prototype === 'object' &&
  ('push' in type.prototype || type.prototype instanceof Set);

/** The name of the property that tells the classes apart; the classes are described apart. */
const describeDiscriminator = (value: unknown): [string, unknown][] => [
  ['discriminator', { property: (value as { readonly property?: unknown } | undefined)?.property }],
];

/** What a function without parameters gives; one with parameters answers by the value. */
function typeOf({ typeFunction }: TransformEntry, classes: ClassTable): TypeName | undefined {
  if (typeof typeFunction !== 'function' || typeFunction.length > 0) return undefined;
  try {
    return typeName((typeFunction as () => unknown)(), classes);
  } catch {
    return undefined;
  }
}

/** The declared types of properties, as decorator metadata tells them. */
export function describeDesignTypes(
  target: Class,
  properties: readonly string[],
  classes: ClassTable,
): Record<string, TypeName> {
  return Object.fromEntries(
    properties.flatMap((property) => {
      const type = typeName(readPropertyType(target, property), classes);
      return type === undefined ? [] : [[property, type]];
    }),
  );
}

/** A class by its key, a function of the language by its name; undefined for what is no constructor, as an enum. */
export function typeName(type: unknown, classes: ClassTable): TypeName | undefined {
  if (typeof type !== 'function') return undefined;
  return isBuiltIn(type) ? { builtIn: type.name } : { class: classes.keyOf(type as Class) };
}
