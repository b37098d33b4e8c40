/** Functions of the language and of Node.js, which a type name may stand for too. */

/** Without their values: to read `fetch` and its like loads an HTTP client, 30 ms. */
const NAMES: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(globalThis));

/** Whether a value is a global function that was there before the application. */
export const isBuiltIn = (value: unknown): boolean =>
  typeof value === 'function' && NAMES.has(value.name) && (globalThis as Record<string, unknown>)[value.name] === value;
