/** Output DTOs by the real class-transformer. */
import { instanceToPlain } from 'class-transformer';
import { TO_REPLY } from '../http/reply.js';
import type { Class } from '../metadata/record.js';

/**
 * Leaves of a value what an output class exposes with `@Expose`, by the names and transforms it gives; of each element of an array or
 * an async iterable.
 */
export function toOutput(value: unknown, target: Class): unknown {
  if (Array.isArray(value)) return value.map((element) => toOutput(element, target));
  if (typeof value !== 'object' || value === null) return value;
  // an error is answered as what it is
  if (TO_REPLY in value)
    return Object.hasOwn(value, 'body')
      ? { ...value, body: toOutput((value as { readonly body?: unknown }).body, target) }
      : value;
  if ((value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Response') return value;
  if (Symbol.asyncIterator in value) return mapElements(value as AsyncIterable<unknown>, target);
  // a record of a database has no class; one of its keys may be __proto__
  const instance =
    value instanceof target ? value : Object.create(target.prototype, Object.getOwnPropertyDescriptors(value));
  return instanceToPlain(instance, { strategy: 'excludeAll' });
}

async function* mapElements(elements: AsyncIterable<unknown>, target: Class): AsyncGenerator<unknown> {
  for await (const element of elements) yield toOutput(element, target);
}
