/**
 * What stands for the libraries' decorators in a handler whose DTOs are compiled: each keeps what it was given, for the code that
 * calls the author's functions.
 */
import type { Class } from '../../metadata/record.js';

const records = new WeakMap<object, Map<string, (readonly unknown[])[]>>();

type Decorator = (target: object, property?: PropertyKey) => void;

// What stubs of the libraries call while they are loaded, which may be before this module is: both are in a circle where a bundle
// holds all of the run time. Declared functions are there from the start.

/** A decorator factory that remembers its arguments by class, property, its name and its place among its own kind. */
export function recorder(factory: string): (...args: unknown[]) => Decorator {
  return (...args) =>
    (target, property) =>
      remember(typeof target === 'function' ? target : target.constructor, property, factory, args);
}

/** What stands for class-validator's `registerDecorator`. */
export function registration(options: { readonly target: object; readonly propertyName: string }): void {
  remember(options.target, options.propertyName, 'registerDecorator', [options]);
}

/** A decorator factory whose arguments no code needs. */
export function forgetter(): Decorator {
  return () => {};
}

function remember(target: object, property: PropertyKey | undefined, factory: string, args: readonly unknown[]): void {
  const known = records.get(target) ?? new Map<string, (readonly unknown[])[]>();
  records.set(target, known);
  const key = keyOf(factory, property);
  known.set(key, [...(known.get(key) ?? []), args]);
}

const keyOf = (factory: string, property: PropertyKey | undefined): string =>
  property === undefined ? factory : `${factory}.${String(property)}`;

/** The arguments of a decorator's use. */
export function recall(
  target: Class,
  property: string | undefined,
  factory: string,
  index: number,
): readonly unknown[] {
  const args = records.get(target)?.get(keyOf(factory, property))?.[index];
  if (args === undefined) throw new Error(`@${factory} #${index} of ${target.name}.${property} did not run`);
  return args;
}

/** All uses of a decorator on one property, or on the class. */
export interface DecoratorUses {
  readonly property: string | undefined;
  /** What it was given each time, in the order in which the uses ran. */
  readonly uses: readonly (readonly unknown[])[];
}

/** Everything that a decorator was given on a class, in the order in which its properties were first decorated. */
export const recordsOf = (target: Class, factory: string): DecoratorUses[] =>
  [...(records.get(target) ?? [])].flatMap(([key, uses]): DecoratorUses[] => {
    if (key === factory) return [{ property: undefined, uses }];
    return key.startsWith(`${factory}.`) ? [{ property: key.slice(factory.length + 1), uses }] : [];
  });

/** Copies what decorators of some of a class's properties were given to a mapped class, as its rules are copied. */
export function copyRecords(base: Class, target: Class, has: (property: string) => boolean): void {
  const copies = records.get(target) ?? new Map<string, (readonly unknown[])[]>();
  records.set(target, copies);
  const lineage: object[] = [];
  for (let owner: object = base; owner !== Function.prototype; owner = Object.getPrototypeOf(owner))
    lineage.push(owner);
  for (const owner of [...lineage].reverse())
    for (const [key, uses] of records.get(owner) ?? []) {
      const dot = key.indexOf('.');
      const isTaken = dot === -1 ? owner === base : has(key.slice(dot + 1));
      if (!isTaken) continue;
      // the transforms of all classes run, those of base classes first; each class's last first
      copies.set(key, key.startsWith('Transform.') ? [...uses, ...(copies.get(key) ?? [])] : uses);
    }
}
