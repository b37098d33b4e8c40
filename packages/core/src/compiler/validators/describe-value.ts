/** Describes values that decorators were given. */
import { isDeepStrictEqual } from 'node:util';
import type { DecoratorPlace, DescribedValue, ValueReference } from './dto-description.js';

/** A decorator's arguments and where it stands. */
export interface GivenArguments {
  readonly place: DecoratorPlace;
  readonly values: readonly unknown[];
}

/** Describes an argument of a decorator. */
export const describeArgument = (given: GivenArguments, argument: number): DescribedValue => ({
  ...describeContent(given.values[argument]),
  reference: { ...given.place, argument },
});

/** Describes a value that stands somewhere in a decorator's arguments; one that does not is the library's. */
export function describeGiven(given: GivenArguments, value: unknown): DescribedValue {
  const reference = findReference(given, value);
  return { ...describeContent(value), ...(reference === undefined ? {} : { reference }) };
}

/** Describes a rule's constraints: the author's own array, or what the library took of the arguments, in their order. */
export function describeConstraints(given: GivenArguments, constraints: readonly unknown[]): DescribedValue[] {
  const own = findReference(given, constraints);
  return constraints.map((value, index) => {
    if (own !== undefined)
      return { ...describeContent(value), reference: { ...own, path: [...(own.path ?? []), index] } };
    // two arguments may be equal now and differ later
    return index < given.values.length && Object.is(given.values[index], value)
      ? describeArgument(given, index)
      : describeGiven(given, value);
  });
}

function describeContent(value: unknown): Omit<DescribedValue, 'reference'> {
  if (value === undefined) return { isUndefined: true };
  if (value instanceof RegExp) return { pattern: { source: value.source, flags: value.flags } };
  return isJson(value) ? { json: value } : {};
}

/** Whether JSON gives back the same value. */
export function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value) && !holdsMinusZero(value);
  } catch {
    return false; // it refers to itself, or holds a bigint
  }
}

const holdsMinusZero = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(holdsMinusZero) : Object.is(value, -0);

/** Options of options of an argument: no library looks deeper. */
const DEPTH = 3;

function findReference({ place, values }: GivenArguments, value: unknown): ValueReference | undefined {
  for (const [argument, given] of values.entries()) {
    const path = findPath(given, value, DEPTH);
    if (path !== undefined) return { ...place, argument, ...(path.length === 0 ? {} : { path }) };
  }
  return undefined;
}

function findPath(from: unknown, value: unknown, depth: number): (string | number)[] | undefined {
  if (Object.is(from, value)) return [];
  if (depth === 0 || typeof from !== 'object' || from === null || !(Array.isArray(from) || isPlain(from)))
    return undefined;
  for (const [key, inner] of Object.entries(from)) {
    const path = findPath(inner, value, depth - 1);
    if (path !== undefined) return [Array.isArray(from) ? Number(key) : key, ...path];
  }
  return undefined;
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
