/**
 * What class-validator and class-transformer know of a DTO, as JSON: read while the application is analysed, and all that the
 * compiled validator, the compiled transformer and the schema are made from.
 */

/** Where a value stands that a decorator was given. */
export interface DecoratorPlace {
  readonly library: 'class-validator' | 'class-transformer';
  /** Name that the library exports the decorator by, `MinLength`; `registerDecorator` for that function. */
  readonly factory: string;
  /** Key of the class that the decorator ran on; for an inherited rule not the DTO's. */
  readonly class: string;
  /** Absent for a decorator of the class. */
  readonly property?: string;
  /** Which use of the factory on that property, in the order in which decorators run, from 0. */
  readonly index: number;
}

/** A value that code must fetch from where the author wrote it. */
export interface ValueReference extends DecoratorPlace {
  /** Position of the factory's argument, from 0. */
  readonly argument: number;
  /** Way from the argument to the value; absent for the argument itself. */
  readonly path?: readonly (string | number)[];
}

/**
 * A value that a decorator was given. Both members are there where JSON can hold it: `json` is what it was when the application was
 * analysed, which code may hold itself only where `isStatic` says that the source has it as a literal.
 */
export interface DescribedValue {
  readonly json?: unknown;
  /** A regular expression, which JSON cannot hold. */
  readonly pattern?: { readonly source: string; readonly flags: string };
  /** Set for undefined, which JSON cannot hold either. */
  readonly isUndefined?: true;
  /** Whether every run of the program sees the same value. */
  readonly isStatic?: true;
  /** Absent for what the library itself made. */
  readonly reference?: ValueReference;
}

/** A type that running code names: a class by its key, or a function of the language by its name (`Date`, `Array`). */
export type TypeName = { readonly class: string } | { readonly builtIn: string };

/** One rule of class-validator's. */
export interface ValidationDescription {
  /** The library's own kind. */
  readonly type:
    | 'customValidation'
    | 'nestedValidation'
    | 'promiseValidation'
    | 'conditionalValidation'
    | 'whitelistValidation'
    | 'isDefined';
  /** Name in an error's `constraints`. */
  readonly constraint: string;
  readonly property: string;
  readonly place: DecoratorPlace;
  /** What the decorator was given. */
  readonly arguments: readonly DescribedValue[];
  /** What the library keeps as the rule's constraints (`$constraint1`); absent where it keeps none. */
  readonly constraints?: readonly DescribedValue[];
  readonly each: boolean;
  readonly groups: readonly string[];
  readonly always?: boolean;
  /** Text or a reference to a function. */
  readonly message?: DescribedValue;
  /** The library's own message before its tokens are replaced; absent where it depends on the value or is the author's. */
  readonly defaultMessage?: string;
  readonly context?: DescribedValue;
  readonly validateIf?: DescribedValue;
  /** Whether a custom validator says of itself that it is asynchronous; others may answer a promise, too. */
  readonly isAsync?: true;
}

/** One entry of class-transformer's storage, declared on the class itself. */
export interface TransformDescription {
  readonly kind: 'type' | 'expose' | 'exclude' | 'transform';
  /** Absent for an entry of the class. */
  readonly property?: string;
  readonly place: DecoratorPlace;
  /** The decorator's options; its functions and classes are absent. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The function given to `@Type` or `@Transform`. */
  readonly function?: ValueReference;
  /** What a `@Type` function without parameters gives. */
  readonly type?: TypeName;
  /** Declared type of the property, for `@Type`. */
  readonly reflected?: TypeName;
  /** Classes of `@Type`'s discriminator. */
  readonly subTypes?: readonly { readonly name: string; readonly class: string }[];
}

/** Why a DTO cannot be compiled. */
export interface Unsupported {
  readonly property?: string;
  readonly reason: string;
}

/** A class with what both libraries know of it. */
export interface DtoDescription {
  /** Its key, as in the manifest's classes. */
  readonly class: string;
  /** Its name at run time. */
  readonly name: string;
  /** Keys of its base classes, nearest first; each has a description, too. */
  readonly ancestors: readonly string[];
  /** All rules, its own before inherited ones, in the storage's order. */
  readonly validations: readonly ValidationDescription[];
  /** The rules that apply, as positions in `validations`, by {@link selectionKey}. */
  readonly selections: Readonly<Record<string, readonly number[]>>;
  /** Its own entries, in the order of kinds and then of the source. */
  readonly transforms: readonly TransformDescription[];
  /** Declared types of its properties with decorators, inherited ones included, as metadata tells them. */
  readonly designTypes: Readonly<Record<string, TypeName>>;
  /** Its properties with decorators that class-transformer does not set: methods, and accessors that only read. */
  readonly unassignable?: readonly string[];
  /** What its properties with decorators are before anything is set, where that is not undefined; absent where JSON cannot hold it. */
  readonly initial?: Readonly<Record<string, { readonly json?: unknown }>>;
  readonly unsupported: readonly Unsupported[];
}

/** Options that decide which rules apply. */
export interface RuleSelection {
  readonly groups?: readonly string[];
  readonly always?: boolean;
  readonly strictGroups?: boolean;
}

/** The key of what {@link RuleSelection} selects in {@link DtoDescription.selections}. */
export const selectionKey = ({ groups = [], always = false, strictGroups = false }: RuleSelection): string =>
  JSON.stringify([groups, always, strictGroups]);
