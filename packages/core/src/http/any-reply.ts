/** Replies of what only some methods return: web responses and streams. */
import type { Reply } from './front-door.js';
import { type OwnReply, TO_REPLY, toReply } from './reply.js';
import { pieces } from './stream.js';

/**
 * Makes the reply of anything that a controller method may return: as `toReply`, and also a web `Response`, whose own status
 * and headers come first, and a stream.
 *
 * A stream's text and bytes are sent as they are; an async iterable of anything else is a JSON array, sent element by
 * element. The first piece is awaited, so that what goes wrong before it is answered as an error.
 */
export async function toAnyReply(
  value: unknown,
  statusCode?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<Reply> {
  return toReply(await prepare(value), statusCode, headers);
}

/** Makes a value that `toReply` can answer of one that has to be read first. */
async function prepare(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (TO_REPLY in value) {
    const { body } = value as { readonly body?: unknown };
    const prepared = await prepare(body);
    return prepared === body ? value : { ...value, body: prepared };
  }
  if (isResponse(value)) return readResponse(value);
  return Symbol.asyncIterator in value ? startStream(value as AsyncIterable<unknown>) : value;
}

/** The part of the web's `Response` that is read here. */
interface WebResponse {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]> & { getSetCookie?(): string[] };
  readonly body: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The first use of the global `Response` would load undici, 25 ms. */
const isResponse = (value: object): value is WebResponse =>
  (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Response';

async function readResponse(response: WebResponse): Promise<OwnReply> {
  const { status: statusCode, body, headers: own } = response;
  if (statusCode < 200) throw new RangeError(`a Response with the status ${statusCode} is no answer`);
  const cookies = own.getSetCookie?.() ?? [];
  const headers = Object.fromEntries([...own].filter(([name]) => name !== 'set-cookie'));
  const bytes = body === null ? undefined : new Uint8Array(await response.arrayBuffer());
  return {
    [TO_REPLY]: (_lambda, _statusCode, given) => ({
      statusCode,
      headers: { ...given, ...headers },
      ...(cookies.length > 0 && { cookies }),
      ...(bytes && { body: asText(bytes, headers['content-type']) ?? bytes }),
    }),
  };
}

/** The text of bytes that are text in UTF-8: REST APIs decode base64 only of types that they list as binary. */
function asText(bytes: Uint8Array, type = ''): string | undefined {
  if (!/^text\/|[/+](json|xml|javascript)\b/i.test(type) || /charset="?(?!utf-8)/i.test(type)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function startStream(iterable: AsyncIterable<unknown>): Promise<OwnReply> {
  const { type, stream } = await pieces(iterable);
  return {
    [TO_REPLY](_lambda, statusCode, headers) {
      const { body, ...reply } = toReply('', statusCode, { 'content-type': type, ...headers });
      if (body !== undefined) return { ...reply, stream };
      // the status has no content
      void stream.return();
      return toReply(undefined, statusCode, headers);
    },
  };
}
