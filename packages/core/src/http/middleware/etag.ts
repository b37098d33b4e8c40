import { hash } from 'node:crypto';
import type { Middleware } from '../context.js';
import { PreconditionFailed } from '../http-errors.js';

export interface ETagOptions {
  /** Whether tags promise no more than the same meaning (RFC 9110, 8.8.1). @default false */
  readonly weak?: boolean;
}

/**
 * Adds an `ETag` to what GET and HEAD answer with 200, and answers conditional requests (RFC 9110, 13.2.2): 304 when the client
 * has it already, 412 when `If-Match` asks for another.
 *
 * An `ETag` that the method set is kept; a stream has none.
 *
 * @example
 * const tagged = etag({ weak: true });
 */
export function etag({ weak = false }: ETagOptions = {}): Middleware {
  return async ({ request: { method, headers: asked } }, next) => {
    const reply = await next();
    if ((method !== 'GET' && method !== 'HEAD') || reply.statusCode !== 200) return reply;
    if (reply.headers.etag === undefined) {
      if (reply.body === undefined) return reply;
      reply.headers.etag = `${weak ? 'W/' : ''}"${hash('sha256', reply.body, 'base64url')}"`;
    }
    const tag = reply.headers.etag;
    // an If-Match is looked at first (13.2.2); it compares strongly (13.1.1)
    if (!matches(asked['if-match'] ?? '*', tag, (text) => (text.startsWith('W/') ? undefined : text)))
      throw new PreconditionFailed('The resource is not what If-Match names.');
    if (!matches(asked['if-none-match'] ?? '', tag, (text) => text.replace(/^W\//, ''))) return reply;
    return { ...reply, statusCode: 304, headers: withoutMetadata(reply.headers), body: undefined };
  };
}

/** Whether a list of entity tags (8.8.3, they may hold commas) has one; `*` is any. */
function matches(list: string, tag: string, comparable: (tag: string) => string | undefined): boolean {
  if (list.trim() === '*') return true;
  const wanted = comparable(tag);
  return wanted !== undefined && (list.match(/(W\/)?"[^"]*"/g) ?? []).some((item) => comparable(item) === wanted);
}

/** A 304 repeats no metadata of the representation but what guides a cache (15.4.5); everything else is as for 200. */
const withoutMetadata = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(content-(type|length|encoding|language|range|disposition)|last-modified)$/.test(name),
    ),
  );
