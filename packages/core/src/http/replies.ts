import type { Reply } from './front-door.js';
import { checkHeader, type ReplyHeaders, readHeaders } from './header.js';
import { TO_REPLY, toReply } from './reply.js';

/**
 * A body with a status and headers of its own, plain data for tests to compare.
 *
 * @example
 * expect(await users.create(body)).toEqual(reply(201, user, { location: '/users/7' }));
 */
export interface Answer<TBody = unknown> {
  readonly statusCode: number;
  readonly body: TBody;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie` headers. */
  readonly cookies?: readonly string[];
}

/**
 * Answers with a status, a body and headers; to be returned from a controller method or middleware, or thrown.
 *
 * @param status 200 to 599
 * @param body anything that a controller method may return
 * @param headers `set-cookie` takes what {@link cookie} makes, or a list of it
 * @throws {RangeError} when the status is none
 * @throws {TypeError} when a header could not be sent (RFC 9110, 5.5 and 5.6.2)
 * @example
 * return reply(201, user, { location: `/users/${user.id}`, 'set-cookie': cookie('session', id) });
 */
export function reply<TBody = undefined>(status: number, body?: TBody, headers: ReplyHeaders = {}): Answer<TBody> {
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new RangeError(`${status} is not the status of an answer`);
  return { statusCode: status, body, ...readHeaders(headers), [TO_REPLY]: ofAnswer } as unknown as Answer<TBody>;
}

/**
 * Answers with a redirection (RFC 9110, 15.4).
 *
 * @param url absolute or relative; what is not ASCII is percent-encoded
 * @param status 301, 302, 303, 307 or 308 @default 302
 * @throws {RangeError} when the status is no redirection's
 * @throws {TypeError} when the URL has a line break or NUL
 * @example
 * if (user === undefined) throw redirect('/login', 303);
 */
export function redirect(
  url: string | URL,
  status: 301 | 302 | 303 | 307 | 308 = 302,
  headers: ReplyHeaders = {},
): Answer<undefined> {
  if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`${status} is not the status of a redirection`);
  checkHeader('location', `${url}`);
  const location = `${url}`
    // half a character has no encoding
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return reply(status, undefined, { ...headers, location });
}

/** The reply of an answer: what it says itself comes before what the route says. */
function ofAnswer(
  this: Answer,
  _lambda?: unknown,
  _statusCode?: number,
  headers?: Readonly<Record<string, string>>,
): Reply {
  const result = toReply(this.body, this.statusCode, { ...headers, ...this.headers });
  if (this.cookies) result.cookies = [...(result.cookies ?? []), ...this.cookies];
  return result;
}
