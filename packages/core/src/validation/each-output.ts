/** Finds, in what a method returned, the values that an output class is for. */
import { TO_REPLY } from '../http/reply.js';
import type { Class } from '../metadata/record.js';

/** Makes plain data of an instance. */
type ToPlain = (instance: object) => unknown;

/**
 * Leaves of a value what an output class exposes with `@Expose`, by the names and transforms it gives; of each element of an array or
 * an async iterable.
 */
export function eachOutput(value: unknown, target: Class, toPlain: ToPlain): unknown {
  if (Array.isArray(value)) return value.map((element) => eachOutput(element, target, toPlain));
  if (typeof value !== 'object' || value === null) return value;
  // an error is answered as what it is
  if (TO_REPLY in value)
    return Object.hasOwn(value, 'body')
      ? { ...value, body: eachOutput((value as { readonly body?: unknown }).body, target, toPlain) }
      : value;
  if ((value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Response') return value;
  if (Symbol.asyncIterator in value) return mapElements(value as AsyncIterable<unknown>, target, toPlain);
  if (value instanceof target) return toPlain(value);
  // a record of a database has no class; one of its keys may be __proto__, or constructor, which would say another one
  const { constructor: _, ...properties } = Object.getOwnPropertyDescriptors(value);
  return toPlain(Object.create(target.prototype, properties) as object);
}

async function* mapElements(
  elements: AsyncIterable<unknown>,
  target: Class,
  toPlain: ToPlain,
): AsyncGenerator<unknown> {
  for await (const element of elements) yield eachOutput(element, target, toPlain);
}
