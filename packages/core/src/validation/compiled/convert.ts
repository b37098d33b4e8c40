/** What class-transformer's `plainToInstance` does with values, for compiled DTOs. */

/** Converts what `@Type` stands on: each element of an array, null and undefined left as they are. */
export function convert(value: unknown, to: (value: never) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => convert(element, to));
  if (value === null || value === undefined) return value;
  return typeof value === 'object' || CONVERTERS.has(to) ? to(value as never) : value;
}

export const toText = (value: unknown): string => String(value);
export const toNumber = (value: unknown): number => Number(value);
export const toBoolean = (value: unknown): boolean => Boolean(value);
export const toDate = (value: string | number): Date => new Date(value);

/** Functions that convert values of any kind; others make instances of objects. */
const CONVERTERS = new Set<unknown>([toText, toNumber, toBoolean, toDate]);

/** Copies plain data, as class-transformer does where no type is known. */
export function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setProperty(plain, key, copy((value as Record<string, unknown>)[key]));
  return plain;
}

/** Sets a property; one that is a method, or that its class only reads, stays as it is. */
export function setProperty(instance: object, key: string, value: unknown): void {
  const target = instance as Record<string, unknown>;
  if (key in instance) {
    const descriptor = Object.getOwnPropertyDescriptor(instance.constructor.prototype, key);
    if ((descriptor !== undefined && !descriptor.set) || target[key] instanceof Function) return;
  }
  target[key] = value;
}
