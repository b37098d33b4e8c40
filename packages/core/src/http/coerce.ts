import type { Values } from './front-door.js';
import type { RawValue, Scalar } from './scalar.js';

/** Turns a raw value into what a DTO's property wants; a value it cannot turn is left for the validator to refuse. */
export type Coerce = (raw: RawValue) => unknown;

/** Coerces to a kind of single value. */
export const to =
  (scalar: Scalar<unknown>): Coerce =>
  (raw) =>
    typeof raw === 'string' ? (scalar.parse(raw) ?? raw) : raw;

/** Makes one value an array of one. */
export const toArray: Coerce = (raw) => (typeof raw === 'string' ? [raw] : raw);

/** Splits into elements and coerces each to a kind of single value. */
export const toList =
  (scalar: Scalar<unknown>, split: (raw: RawValue) => readonly string[] | undefined): Coerce =>
  (raw) =>
    split(raw)?.map((text) => scalar.parse(text) ?? text);

/** Coerces the values that a DTO declares; others stay text. No values are no object. */
export function coerce(
  values: Values | Readonly<Record<string, string | undefined>> | undefined,
  properties: Readonly<Record<string, Coerce>>,
): Record<string, unknown> | undefined {
  if (values === undefined) return undefined;
  const coerced: Record<string, unknown> = { ...values };
  for (const [name, turn] of Object.entries(properties)) {
    const raw = (values as Values)[name];
    if (raw !== undefined) coerced[name] = turn(raw);
  }
  return coerced;
}
