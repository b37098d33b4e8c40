import type { Class } from '../metadata/record.js';

/** Gives each class a key that JSON can hold: its name, or `Name#2` where another class has it already. */
export class ClassTable {
  readonly #keys = new Map<Class, string>();
  readonly #classes = new Map<string, Class>();

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
