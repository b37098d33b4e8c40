/** Why a value is refused before the libraries see it. */
export interface UnsafeReason {
  readonly message: string;
  readonly constraint: string;
}

/**
 * Property names that class-transformer would walk into: `{"x":{"constructor":1}}` makes it throw, and class-validator
 * remember the value for good.
 */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Far deeper than any document, far from the end of the stack. */
const MAXIMUM_DEPTH = 64;

/** Finds property names that reach prototypes, and nesting deeper than 64. */
export function unsafeReason(value: unknown, depth = 0): UnsafeReason | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= MAXIMUM_DEPTH)
    return { message: `must not be nested deeper than ${MAXIMUM_DEPTH}`, constraint: 'depth' };
  for (const key of Object.keys(value)) {
    if (UNSAFE_KEYS.has(key)) return { message: `must not have the property "${key}"`, constraint: 'unsafeKey' };
    const reason = unsafeReason((value as Record<string, unknown>)[key], depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
