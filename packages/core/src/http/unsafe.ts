/** Why a value is refused before the libraries see it. */
export interface UnsafeReason {
  readonly message: string;
  readonly constraint: string;
}

/**
 * Whether class-transformer would walk into a property of this name: `{"x":{"constructor":1}}` makes it throw, and class-validator
 * remember the value for good.
 */
const isUnsafe = (key: string): boolean => key === '__proto__' || key === 'constructor' || key === 'prototype';

/** Far deeper than any document, far from the end of the stack. */
const MAXIMUM_DEPTH = 64;

/** Finds property names that reach prototypes, and nesting deeper than 64. */
export function unsafeReason(value: unknown, depth = 0): UnsafeReason | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= MAXIMUM_DEPTH)
    return { message: `must not be nested deeper than ${MAXIMUM_DEPTH}`, constraint: 'depth' };
  if (Array.isArray(value)) {
    // for...of is slower, and this runs for every body
    for (let index = 0; index < value.length; index++) {
      const reason = typeof value[index] === 'object' ? unsafeReason(value[index], depth + 1) : undefined;
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
  for (const key in value) {
    if (isUnsafe(key) && Object.hasOwn(value, key))
      return { message: `must not have the property "${key}"`, constraint: 'unsafeKey' };
    const inner = (value as Record<string, unknown>)[key];
    const reason = typeof inner === 'object' ? unsafeReason(inner, depth + 1) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}
