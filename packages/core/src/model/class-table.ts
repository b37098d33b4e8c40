import { isTypedToken, type Token } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';
import { type OwnedRecord, ValueTable } from './value-table.js';

/** Gives each class, and each other token, a key that JSON can hold: its name, or `Name#2` where another has it already. */
export class ClassTable {
  readonly #keys = new Map<Class, string>();
  readonly #classes = new Map<string, Class>();
  readonly #tokens = new Map<Token, string>();
  readonly #taken = new Set<string>();
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
    const key = this.#claim(target.name || 'class');
    this.#keys.set(target, key);
    this.#classes.set(key, target);
    return key;
  }

  /** The key of a token, the same at each call: a class's, a typed token's name, a text in quotes, `Symbol(text)`. */
  keyOfToken(token: Token): string {
    if (typeof token === 'function') return this.keyOf(token);
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const key = this.#claim(
      isTypedToken(token) ? token.name || 'token' : typeof token === 'string' ? JSON.stringify(token) : String(token),
    );
    this.#tokens.set(token, key);
    return key;
  }

  #claim(name: string): string {
    let key = name;
    for (let count = 2; this.#taken.has(key); count++) key = `${name}#${count}`;
    this.#taken.add(key);
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
