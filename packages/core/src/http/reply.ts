import type { Context } from 'aws-lambda';
import type { Reply } from './front-door.js';

/** A value that has a function under this key makes its own reply, whether it is returned or thrown. */
export const TO_REPLY = Symbol.for('gatewright.to-reply');

/** A value that makes its own reply; values are known by the key and not by their class, of which there may be two copies. */
export interface OwnReply {
  /**
   * @param lambda whose request id stands in the log, where something is logged
   * @param statusCode what the route says; this value's own comes first
   * @param headers what the route says; this value's own come first
   */
  [TO_REPLY](
    lambda?: Pick<Context, 'awsRequestId'>,
    statusCode?: number,
    headers?: Readonly<Record<string, string>>,
  ): Reply;
}

/**
 * Makes the reply of what a controller method returned: nothing is an empty 204, text is text/plain, bytes are
 * application/octet-stream, anything else is JSON (RFC 8259).
 *
 * @throws {TypeError} for a stream or Response, which only `toAnyReply` can answer, and for what JSON cannot hold
 */
export function toReply(value: unknown, statusCode?: number, headers?: Readonly<Record<string, string>>): Reply {
  if ((value as OwnReply | null | undefined)?.[TO_REPLY])
    return (value as OwnReply)[TO_REPLY](undefined, statusCode, headers);
  // an answer with one of these statuses has no content (RFC 9110, 15.3.5, 15.3.6 and 15.4.5)
  if (value == null || statusCode === 204 || statusCode === 205 || statusCode === 304)
    return { statusCode: statusCode ?? 204, headers: { ...headers } };
  let type = 'application/json';
  let body: unknown = value;
  if (typeof value === 'string') type = 'text/plain; charset=utf-8';
  else if (value instanceof Uint8Array) type = 'application/octet-stream';
  else body = toJson(value as Json);
  return { statusCode: statusCode ?? 200, headers: { 'content-type': type, ...headers }, body } as Reply;
}

/** {@link toReply} of what may be a promise: waiting for what is none costs more than all else here. */
export const toReplyWhenReady = (
  value: unknown,
  statusCode?: number,
  headers?: Readonly<Record<string, string>>,
): Reply | Promise<Reply> =>
  (value as { readonly then?: unknown } | null | undefined)?.then
    ? toAwaitedReply(value, statusCode, headers)
    : toReply(value, statusCode, headers);

const toAwaitedReply = async (
  promise: unknown,
  statusCode?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<Reply> => toReply(await promise, statusCode, headers);

/** Any value but null and undefined. */
type Json = { readonly [Symbol.asyncIterator]?: unknown; readonly arrayBuffer?: { readonly call?: unknown } };

/** Writes a value as JSON, a bigint as the text of its digits: a JSON number of that size is not read exactly (RFC 8259, 6). */
export function toJson(value: Json): string | undefined {
  // JSON would make {} of a stream, and of a Response, which has a method of this name
  if (value[Symbol.asyncIterator] || value.arrayBuffer?.call)
    throw new TypeError('declare the returned stream or Response');
  try {
    return JSON.stringify(value);
  } catch {
    // what is not for a bigint is thrown again
    return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}` : item));
  }
}
