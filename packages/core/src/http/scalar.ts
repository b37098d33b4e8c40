import type { ParameterPlace } from '../model/manifest.js';
import type { Failure } from './validation-failed.js';

/** A value as a query string, header, cookie or path has it. */
export type RawValue = string | readonly string[] | undefined;

/** Turns text into a value; undefined when the text is not one. */
export type Parse<TValue> = (text: string) => TValue | undefined;

/** A kind of single value: how to read it and what to call it when it cannot be read. */
export interface Scalar<TValue> {
  readonly name: string;
  readonly parse: Parse<TValue>;
}

/** JSON's number grammar (RFC 8259, 6) with a leading plus allowed: no blanks, no hex, no "12abc", and "" is not 0. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
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

/** Where a value is, for its failure. */
export interface Place {
  readonly in: ParameterPlace;
  readonly path: string;
  readonly required?: boolean;
}

/** Reads one value; adds a failure when it is no value of its kind, is repeated, or is required and missing. */
export function bindScalar<TValue>(
  raw: RawValue,
  scalar: Scalar<TValue>,
  place: Place,
  failures: Failure[],
): TValue | undefined {
  if (raw === undefined) return missing(place, failures);
  if (typeof raw !== 'string') return fail(place, 'must be given once', 'single', failures);
  return scalar.parse(raw) ?? fail(place, `must be a ${scalar.name}`, scalar.name, failures);
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
    (text, index) =>
      scalar.parse(text) ??
      (fail(
        { in: place.in, path: `${place.path}.${index}` },
        `must be a ${scalar.name}`,
        scalar.name,
        failures,
      ) as unknown as TValue),
  );
}

function missing(place: Place, failures: Failure[]): undefined {
  return place.required ? fail(place, 'is required', 'required', failures) : undefined;
}

function fail(place: Place, message: string, constraint: string, failures: Failure[]): undefined {
  failures.push({ in: place.in, path: place.path, message: `${place.path} ${message}`, constraint });
  return undefined;
}
