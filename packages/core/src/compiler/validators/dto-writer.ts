/** The module of compiled DTOs while it is written: what it needs from elsewhere and what it declares. */
import { access, instanceName, Names } from '../names.js';
import type { DecoratorPlace, DescribedValue, DtoDescription, ValidationDescription } from './dto-description.js';

/** What a name of the module stands for that it does not declare itself. */
export type Binding =
  | { readonly kind: 'class'; readonly class: string }
  /** A function of class-validator's that one of its decorators tests with; `isDefault` where it is called without options. */
  | { readonly kind: 'predicate'; readonly name: string; readonly file: string; readonly isDefault?: boolean }
  /** A function of this package's `validation/compiled`. */
  | { readonly kind: 'runtime'; readonly name: string }
  /** The arguments of a decorator. */
  | { readonly kind: 'given'; readonly place: DecoratorPlace };

/** A predicate of the installed class-validator by the decorator that tests with it: its name and its file below `esm2015`. */
export type Predicates = ReadonlyMap<string, { readonly name: string; readonly file: string }>;

/** Why a DTO is left to the libraries. */
export class NotCompilable extends Error {
  constructor(
    readonly dto: string,
    readonly property: string | undefined,
    readonly reason: string,
  ) {
    super(`${dto}${property === undefined ? '' : `.${property}`}: ${reason}`);
  }
}

/** A validator of the author's that is called like one of class-validator's own kinds, which it takes it for. */
export const misnamed = ({ place, property, type }: ValidationDescription): NotCompilable =>
  new NotCompilable(place.class, property, `a validator is named ${type}, which means something else`);

/** Names that generated code has for itself. */
const OWN_NAMES = 'object value errors error pending element key plain instance recall newError';

/** A module while it is written. */
export class DtoWriter {
  readonly #names = new Names(OWN_NAMES.split(' '));
  readonly #bindings = new Map<string, { readonly local: string; readonly binding: Binding }>();
  readonly #constants = new Map<string, string>();
  readonly #declarations: string[] = [];

  constructor(
    readonly dtos: Readonly<Record<string, DtoDescription>>,
    readonly predicates: Predicates,
  ) {}

  /** The description of a class; a class without decorators has one that says nothing. */
  describe(key: string): DtoDescription {
    return this.dtos[key] ?? { ...NO_DECORATORS, class: key, name: key.replace(/#\d+$/, '') };
  }

  claim(wish: string): string {
    return this.#names.claim(wish);
  }

  #bind(wish: string, binding: Binding): string {
    const key = JSON.stringify(binding);
    const known = this.#bindings.get(key);
    if (known !== undefined) return known.local;
    const local = this.claim(wish);
    this.#bindings.set(key, { local, binding });
    return local;
  }

  class(key: string): string {
    return this.#bind(this.describe(key).name, { kind: 'class', class: key });
  }

  runtime(name: string): string {
    return this.#bind(name, { kind: 'runtime', name });
  }

  /** The predicate that a decorator tests with. */
  predicate(factory: string, isDefault = false): string | undefined {
    const found = this.predicates.get(factory);
    const how = isDefault ? { isDefault } : {};
    return found === undefined ? undefined : this.#bind(found.name, { kind: 'predicate', ...found, ...how });
  }

  /** The arguments of a decorator. */
  given({ library, factory, class: owner, property, index }: DecoratorPlace): string {
    this.class(owner);
    const place = { library, factory, class: owner, ...(property === undefined ? {} : { property }), index };
    return this.#bind(`${instanceName(factory)}Given`, { kind: 'given', place });
  }

  /** The expression of a value that a decorator was given: itself where it is always the same, otherwise as it was given. */
  value(value: DescribedValue | undefined): string {
    const literal = literalOf(value);
    if (literal !== undefined) return literal;
    const reference = value?.reference;
    if (reference === undefined) throw new Error('a value of the library’s that code cannot hold');
    const path = [reference.argument, ...(reference.path ?? [])];
    const given = this.given(reference);
    return this.constant(
      `${instanceName(reference.factory)}Value`,
      path.reduce<string>((object, part) => access(object, String(part)).replace(/\["(\d+)"\]$/, '[$1]'), given),
    );
  }

  /** Declares a constant of the module, once for one expression. */
  constant(wish: string, expression: string): string {
    const known = this.#constants.get(expression);
    if (known !== undefined) return known;
    const name = this.claim(wish);
    this.#constants.set(expression, name);
    this.#declarations.push(`const ${name} = ${expression};`);
    return name;
  }

  /** Declares something that stands after everything it is made of. */
  declare(lines: readonly string[]): void {
    this.#declarations.push(...lines, '');
  }

  get declarations(): readonly string[] {
    return this.#declarations;
  }

  /** What names stand for, by name; sorted, classes first, because decorators' arguments are found by them. */
  get bindings(): readonly { readonly local: string; readonly binding: Binding }[] {
    return [...this.#bindings.values()].sort((one, other) => (one.local < other.local ? -1 : 1));
  }
}

const NO_DECORATORS = {
  ancestors: [],
  validations: [],
  selections: {},
  transforms: [],
  designTypes: {},
  unsupported: [],
} satisfies Omit<DtoDescription, 'class' | 'name'>;

/** The literal of a value that is always the same; undefined where there is none. */
export function literalOf(value: DescribedValue | undefined): string | undefined {
  if (value === undefined) return 'undefined';
  if (value.reference !== undefined && value.isStatic === undefined) return undefined;
  if (value.isUndefined) return 'undefined';
  if (value.pattern !== undefined) return String(new RegExp(value.pattern.source, value.pattern.flags));
  return 'json' in value ? JSON.stringify(value.json) : undefined;
}

/** What a value is wherever the program runs. */
export const staticJson = (value: DescribedValue | undefined): unknown =>
  value !== undefined && 'json' in value && literalOf(value) !== undefined ? value.json : undefined;
