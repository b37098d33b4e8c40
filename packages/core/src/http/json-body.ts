import { BadRequest } from './http-errors.js';
import { type Place, type Scalar, unknown } from './scalar.js';
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

/** Checks that a JSON value is there where it has to be; any value will do. */
export function requireJson(value: unknown, place: Place, failures: Failure[]): unknown {
  if (value === undefined && place.required) fail(place, 'is required', 'required', failures);
  return value;
}

/** Checks a JSON value against a kind: its own JSON type for string, number and boolean, text for bigint and date. */
export function checkJson(value: unknown, scalar: Scalar<unknown>, place: Place, failures: Failure[]): unknown {
  if (value === undefined || scalar === unknown) return requireJson(value, place, failures);
  // JSON.parse makes Infinity of 1e999
  const isInfinite = value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
  if (typeof value === scalar.name && !isInfinite) return value;
  const parsed = typeof value === 'string' && TEXT_KINDS.has(scalar.name) ? scalar.parse(value) : undefined;
  return parsed ?? fail(place, `must be a ${scalar.name}`, scalar.name, failures);
}

/** Kinds that JSON has no type for. */
const TEXT_KINDS = new Set(['bigint', 'date']);

/** Checks a JSON array of one kind of value. */
export function checkJsonList(value: unknown, scalar: Scalar<unknown>, place: Place, failures: Failure[]): unknown {
  if (value === undefined) return requireJson(value, place, failures);
  if (!Array.isArray(value)) return fail(place, 'must be an array', 'array', failures);
  return value.map((item, index) =>
    checkJson(
      item,
      scalar,
      { in: place.in, path: place.path === '' ? `${index}` : `${place.path}.${index}`, required: true },
      failures,
    ),
  );
}

function fail(place: Place, message: string, constraint: string, failures: Failure[]): undefined {
  const subject = place.path === '' ? 'the body' : place.path;
  failures.push({ in: place.in, path: place.path, message: `${subject} ${message}`, constraint });
  return undefined;
}
