import { preferredType } from '../accept.js';
import type { Middleware } from '../context.js';
import { addVary } from '../header.js';
import { contextKey } from '../http-context.js';
import { NotAcceptable } from '../http-errors.js';

/** The media type that `produces` has chosen for the answer. */
export const MediaType = contextKey<string>('MediaType');

/**
 * Chooses the media type of the answer by the request's `Accept` (RFC 9110, 12.5.1) and answers 406 when it wants none of them.
 *
 * The choice is the value of {@link MediaType}, and the content type of a successful answer that fits it: text and bytes whose
 * method set no other, and JSON where it is a kind of JSON.
 *
 * @param types what the method can make, the best first
 * @throws {TypeError} when there are no types
 * @example
 * const negotiated = produces(['application/json', 'text/csv']);
 */
export function produces(types: readonly string[]): Middleware {
  const [first] = types;
  if (first === undefined) throw new TypeError('produces() needs the media types that the method makes');
  return async (context, next) => {
    const accept = context.request.headers.accept;
    const type = accept === undefined ? first : preferredType(accept, types);
    if (type === undefined)
      throw new NotAcceptable(`The answer is one of ${types.join(', ')}.`, { headers: { vary: 'accept' } });
    context.set(MediaType, type);
    const reply = await next();
    addVary(reply.headers, 'accept');
    if (reply.statusCode < 300 && fits(type, reply.headers['content-type']))
      reply.headers['content-type'] =
        typeof reply.body === 'string' && /^text\/[^;]*$/.test(type) ? `${type}; charset=utf-8` : type;
    return reply;
  };
}

/** Whether a content type is the one that a reply has by default for a body that can be of the chosen type. */
const fits = (type: string, present: string | undefined): boolean =>
  present === 'text/plain; charset=utf-8' ||
  present === 'application/octet-stream' ||
  (present === 'application/json' && /[/+]json\b/i.test(type));
