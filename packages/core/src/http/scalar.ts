import { elementOf, fail, missing, type Place } from './place.js';
import type { Failure } from './validation-failed.js';

/** A value as a query string, header, cookie or path has it. */
export type RawValue = string | readonly string[] | undefined;

/** Turns text into a value; undefined when the text is not one. */
export type Parse<TValue> = (text: string) => TValue | undefined;

/** A kind of single value: how to read it and what to call it when it cannot be read. */
export interface Scalar<TValue> {
  readonly name: string;
  /** What a value has to be, where that is more than its name says. */
  readonly expected?: string;
  /** All values of the kind, where they can be listed. */
  readonly values?: readonly unknown[];
  readonly parse: Parse<TValue>;
}

/** JSON's number grammar (RFC 8259, 6) with a leading plus allowed: no blanks, no hex, no "12abc", and "" is not 0. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** The start of an RFC 3339 date or date-time; what follows is left to Date. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/** Any value, for an element that is not described. */
export const unknown: Scalar<unknown> = { name: 'unknown', parse: (text) => text };

export const string: Scalar<string> = { name: 'string', parse: (text) => text };

export const number: Scalar<number> = {
  name: 'number',
  parse(text) {
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? value : undefined;
  },
};

export const boolean: Scalar<boolean> = {
  name: 'boolean',
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};

export const bigint: Scalar<bigint> = {
  name: 'bigint',
  parse: (text) => (/^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : undefined),
};

export const date: Scalar<Date> = {
  name: 'date',
  parse(text) {
    const day = new Date(DATE.test(text) ? text.slice(0, 10) : Number.NaN);
    // Date takes the 30th of February for the 2nd of March
    const value = new Date(day.getUTCDate() === Number(text.slice(8, 10)) ? text : Number.NaN);
    return Number.isNaN(value.getTime()) ? undefined : value;
  },
};

/** One of the values listed, each as it prints. */
export const oneOf = (values: readonly (string | number)[]): Scalar<string | number> => ({
  name: 'enum',
  expected: `one of: ${values.join(', ')}`,
  values,
  parse: (text) => values.find((value) => String(value) === text),
});

/** Reads one value; adds a failure when it is no value of its kind, is repeated, or is required and missing. */
export function bindScalar<TValue>(
  raw: RawValue,
  scalar: Scalar<TValue>,
  place: Place,
  failures: Failure[],
): TValue | undefined {
  if (raw === undefined) return missing(place, failures);
  if (typeof raw !== 'string') return fail(place, 'must be given once', 'single', failures);
  return scalar.parse(raw) ?? mismatch(scalar, place, failures);
}

/** Reads all values of a name into an array, one value being an array of one. */
export function bindList<TValue>(
  raw: RawValue,
  scalar: Scalar<TValue>,
  place: Place,
  failures: Failure[],
): TValue[] | undefined {
  if (raw === undefined) return missing(place, failures);
  const texts = typeof raw === 'string' ? [raw] : raw;
  return texts.map(
    (text, index) => scalar.parse(text) ?? (mismatch(scalar, elementOf(place, index), failures) as unknown as TValue),
  );
}

/** Adds a failure for a value that is none of its kind. */
export const mismatch = (
  { name, expected = `a ${name}` }: Scalar<unknown>,
  place: Place,
  failures: Failure[],
): undefined => fail(place, `must be ${expected}`, name, failures);
