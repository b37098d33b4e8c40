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

/** Coerces the values that a DTO declares; others stay text. */
export function coerce(
  values: Values | Readonly<Record<string, string | undefined>>,
  properties: Readonly<Record<string, Coerce>>,
): Record<string, unknown> {
  const coerced: Record<string, unknown> = { ...values };
  for (const [name, turn] of Object.entries(properties)) {
    const raw = (values as Values)[name];
    if (raw !== undefined) coerced[name] = turn(raw);
  }
  return coerced;
}
