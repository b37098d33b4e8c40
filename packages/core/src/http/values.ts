import type { Values } from './front-door.js';

/** Collects pairs into values by name, repeats in order. */
export function collect(pairs: Iterable<readonly [string, string]>): Values {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const present = values[name];
    if (present === undefined) values[name] = value;
    else if (typeof present === 'string') values[name] = [present, value];
    else present.push(value);
  }
  return values;
}

/** Headers by lower-case name; repeats joined with commas (RFC 9110, 5.3), those of `Cookie` with semicolons (RFC 9113, 8.2.3). */
export function collectHeaders(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const separator = key === 'cookie' ? '; ' : ',';
    values[key] = values[key] === undefined ? value : values[key] + separator + value;
  }
  return values;
}

/** Pairs of a single-value and a multi-value map, as REST API events have them; the multi-value map is complete where it is given. */
export function* pairs(
  single: Readonly<Record<string, string | undefined>> | null | undefined,
  multiple: Readonly<Record<string, readonly string[] | undefined>> | null | undefined,
): Generator<readonly [string, string]> {
  for (const [name, values] of Object.entries(multiple ?? {}))
    if (Array.isArray(values)) for (const value of values) if (typeof value === 'string') yield [name, value];
  // events written by hand have null for no value; `constructor` is no list of an object's own
  for (const [name, value] of Object.entries(single ?? {}))
    if (typeof value === 'string' && !Array.isArray(multiple?.[name])) yield [name, value];
}

/** A map's own texts, without a prototype, so that any name may be asked for. */
export function texts(map: unknown, decode: (text: string) => string = text): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(map ?? {})) if (typeof value === 'string') values[name] = decode(value);
  return values;
}

/** A map's own text of one name: as of {@link texts}, without copying the others. */
export function ownText(map: unknown, name: string): string | undefined {
  const value = (map as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' && Object.hasOwn(map as object, name) ? value : undefined;
}

/** A value that should be text; anything else is as if it were empty. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
