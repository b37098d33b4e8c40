import type { Class } from '../metadata/record.js';
import { type OwnedRecord, ValueTable } from './value-table.js';

/** Gives each class a key that JSON can hold: its name, or `Name#2` where another class has it already. */
export class ClassTable {
  readonly #keys = new Map<Class, string>();
  readonly #classes = new Map<string, Class>();
  /** What decorators were given that JSON cannot hold. */
  readonly values: ValueTable = new ValueTable();

  /** The key of an argument that a decorator was given. */
  keyOfValue(entry: OwnedRecord, argument: number): string {
    return this.values.add(entry, argument, this.keyOf(entry.owner));
  }

  /** The key of a class, the same at each call. */
  keyOf(target: Class): string {
    const known = this.#keys.get(target);
    if (known !== undefined) return known;
    const name = target.name || 'class';
    let key = name;
    for (let count = 2; this.#classes.has(key); count++) key = `${name}#${count}`;
    this.#keys.set(target, key);
    this.#classes.set(key, target);
    return key;
  }

  /** The class of a key that {@link keyOf} gave. */
  classOf(key: string): Class {
    const target = this.#classes.get(key);
    if (target === undefined) throw new Error(`no class has the key ${key}`);
    return target;
  }

  /** Every key with its class, in the order they were met; classes met during the walk are part of it. */
  entries(): IterableIterator<[string, Class]> {
    return this.#classes.entries();
  }
}
