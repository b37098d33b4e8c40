import { BadRequest } from './http-errors.js';
import { elementOf, fail, missing, type Place } from './place.js';
import { mismatch, type Scalar, unknown } from './scalar.js';
import type { Failure } from './validation-failed.js';

/** Parses a JSON body (RFC 8259); answers 400 when it is not JSON. A missing body is undefined. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadRequest('The request body is not valid JSON.', { cause });
  }
}

/** One property of a JSON body; undefined where there is none or the body is not an object. */
export const propertyOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, name)
    ? (json as Record<string, unknown>)[name]
    : undefined;

/** Checks that a value is there where it has to be; any will do. */
export const requireValue = (value: unknown, place: Place, failures: Failure[]): unknown =>
  value === undefined ? missing(place, failures) : value;

/** Checks a JSON value against a kind: its own JSON type for string, number, boolean and listed values, text for bigint and date. */
export function checkJson(value: unknown, scalar: Scalar<unknown>, place: Place, failures: Failure[]): unknown {
  if (value === undefined || scalar === unknown) return requireValue(value, place, failures);
  if (isOfKind(value, scalar)) return value;
  const parsed = typeof value === 'string' && TEXT_KINDS.has(scalar.name) ? scalar.parse(value) : undefined;
  return parsed ?? mismatch(scalar, place, failures);
}

function isOfKind(value: unknown, { name, values }: Scalar<unknown>): boolean {
  if (values !== undefined) return values.includes(value);
  // JSON.parse makes Infinity of 1e999
  const isInfinite = value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
  return typeof value === name && !isInfinite;
}

/** Kinds that JSON has no type for. */
const TEXT_KINDS = new Set(['bigint', 'date']);

/** Checks a JSON array of one kind of value. */
export function checkJsonList(value: unknown, scalar: Scalar<unknown>, place: Place, failures: Failure[]): unknown {
  if (value === undefined) return missing(place, failures);
  if (!Array.isArray(value)) return fail(place, 'must be an array', 'array', failures);
  return value.map((item, index) => checkJson(item, scalar, elementOf(place, index), failures));
}
