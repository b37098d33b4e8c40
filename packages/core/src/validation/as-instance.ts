/** Gives records of a database the classes that rules are found by. */
import { defaultMetadataStorage as transforms } from 'class-transformer/cjs/storage.js';
import type { Class } from '../metadata/record.js';

/**
 * Makes an instance of what is a record, without its constructor, and of records inside those of what `@Type` names; an instance that
 * holds no such record is taken as it is.
 *
 * @param made what has been made of what, so that what leads to itself comes to an end
 */
export function asInstance(value: object, target: Class, made: Map<object, object> = new Map()): object {
  const known = made.get(value);
  if (known !== undefined) return known;
  const isOne = value instanceof target;
  const instance = isOne ? value : (Object.create(target.prototype) as object);
  made.set(value, instance);
  const properties = Object.getOwnPropertyNames(value).flatMap((name): [string, PropertyDescriptor][] => {
    // a record has no say in which class it is of
    if (name === 'constructor') return [];
    const held: unknown = (value as Readonly<Record<string, unknown>>)[name];
    const typed = inside(held, typeOf(instance, name), made);
    return isOne && typed === held ? [] : [[name, { value: typed, enumerable: true }]];
  });
  if (isOne && properties.length === 0) return value;
  // the value itself stays as it is
  const complete = isOne ? (Object.create(value) as object) : instance;
  for (const [name, property] of properties) Object.defineProperty(complete, name, property);
  made.set(value, complete);
  return complete;
}

/** The class that `@Type` gives a property, where it is the author's. */
function typeOf(object: object, name: string): Class | undefined {
  const { typeFunction } = transforms.findTypeMetadata(object.constructor, name) ?? {};
  const type = typeFunction?.({ newObject: object, object, property: name });
  return type === undefined || BUILT_IN.has(type) ? undefined : type;
}

const BUILT_IN = new Set<unknown>([Object, Array, Set, Map, String, Number, Boolean, Date, Buffer]);

function inside(held: unknown, type: Class | undefined, made: Map<object, object>): unknown {
  if (type === undefined || typeof held !== 'object' || held === null) return held;
  if (Array.isArray(held) || held instanceof Set || held instanceof Map)
    return collection(held, (each) => inside(each, type, made));
  return held instanceof type || isRecord(held) ? asInstance(held, type, made) : held;
}

/** A collection of what its elements become; itself where that is the same. */
function collection(
  held: readonly unknown[] | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>,
  become: (element: unknown) => unknown,
): unknown {
  const before = [...held.values()];
  const after = before.map(become);
  if (after.every((element, index) => element === before[index])) return held;
  if (held instanceof Set) return new Set(after);
  return held instanceof Map ? new Map([...held.keys()].map((key, index) => [key, after[index]])) : after;
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
