import type { Provider } from '../metadata/provider.js';
import type { Class, DecoratorRecord } from '../metadata/record.js';

/** Where in the source a value stands that a decorator was given: which argument of which decorator. */
export interface ValuePlace {
  /** Key of the class that the decorator stands in. */
  readonly class: string;
  /** Name of the method; absent for a decorator of the class. */
  readonly member?: string;
  /** Position of the parameter, from 0. */
  readonly parameter?: number;
  readonly decorator: string;
  /** Which of the decorators of that name there, in the order of the source, from 0. */
  readonly occurrence: number;
  /** How many decorators of that name there are: of the source, or applied by functions that it calls. */
  readonly count: number;
  /** Position of the argument, from 0. */
  readonly argument: number;
  /** Which property of which element of its `providers`, where it is one of theirs. */
  readonly provider?: { readonly index: number; readonly property: ProviderProperty };
}

/** The properties of a provider that JSON cannot hold. */
export type ProviderProperty = 'useClass' | 'useValue' | 'useFactory';

/** A record with the class it was written on, its {@link ValuePlace.occurrence} and {@link ValuePlace.count}. */
export interface OwnedRecord extends DecoratorRecord {
  readonly owner: Class;
  readonly occurrence: number;
  readonly count: number;
}

/** Names values that JSON cannot hold (functions, schemas) by the place of the decorator that was given them. */
export class ValueTable {
  readonly #values = new Map<string, { readonly place?: ValuePlace; readonly value: unknown }>();
  readonly #holders: (readonly [key: string, holder: Provider, property: ProviderProperty])[] = [];

  /** Adds an argument of a decorator and returns its key. */
  add(entry: OwnedRecord, argument: number, ownerKey: string): string {
    const { decorator, member, parameter, occurrence, count } = entry;
    const place = {
      class: ownerKey,
      ...(member === undefined ? {} : { member: String(member) }),
      ...(parameter === undefined ? {} : { parameter }),
      decorator,
      occurrence,
      count,
      argument,
    };
    const target = `${ownerKey}${member === undefined ? '' : `.${String(member)}`}${parameter === undefined ? '' : `(${parameter})`}`;
    const key = `${target}@${decorator}${occurrence === 0 ? '' : `#${occurrence + 1}`}${argument === 0 ? '' : `,${argument}`}`;
    this.#values.set(key, { place, value: entry.arguments[argument] });
    return key;
  }

  /** Adds a property of a provider; one that a handler was given has no place. */
  addProvided(key: string, [provider, property]: readonly [Provider, ProviderProperty], place?: ValuePlace): void {
    this.#values.set(key, { value: provider[property], ...(place === undefined ? {} : { place }) });
    this.#holders.push([key, provider, property]);
  }

  /** The provider of each value that has one, by key. */
  holders(): readonly (readonly [key: string, holder: Provider, property: ProviderProperty])[] {
    return this.#holders;
  }

  /** The value of a key that {@link add} gave. */
  get(key: string): unknown {
    return this.#values.get(key)?.value;
  }

  /** The place of every value, by key. */
  places(): Record<string, ValuePlace> {
    return Object.fromEntries(
      [...this.#values].flatMap(([key, { place }]) => (place === undefined ? [] : [[key, place]])),
    );
  }
}
