/** What stands in a header of an answer; items of a list are joined with commas (RFC 9110, 5.3), undefined is left out. */
export type HeaderValue = string | number | readonly string[] | undefined;

/** Headers of an answer by name, in any case; `set-cookie` is what `cookie` makes, or a list of it. */
export type ReplyHeaders = Readonly<Record<string, HeaderValue>>;

/** Headers as a reply has them. */
export interface CheckedHeaders {
  /** Names in lower case. */
  headers: Record<string, string>;
  cookies?: string[];
}

/**
 * Checks one header.
 *
 * @throws {TypeError} when the name is no token (RFC 9110, 5.6.2) or the value has a line break or NUL (5.5), which would let a
 * client's text add headers
 */
export function checkHeader(name: string, value: string): void {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a header`);
  if (/[\r\n\0]/.test(value))
    throw new TypeError(`the header ${name} has a line break or NUL in its value ${JSON.stringify(value)}`);
}

/**
 * Checks headers and brings them into the form that a reply has them in: names in lower case, cookies apart.
 *
 * @throws {TypeError} as {@link checkHeader}
 */
export function readHeaders(input: ReplyHeaders): CheckedHeaders {
  const read: CheckedHeaders = { headers: {} };
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const values = [value].flat().map(String);
    for (const item of values) checkHeader(name, item);
    const key = name.toLowerCase();
    // cookies must not be joined (RFC 9110, 5.3)
    if (key === 'set-cookie') read.cookies = [...(read.cookies ?? []), ...values];
    else read.headers[key] = values.join(', ');
  }
  return read;
}

/**
 * Checks the headers of a reply that middleware may have changed, and corrects their form in place, as {@link readHeaders}.
 *
 * @throws {TypeError} as {@link checkHeader}
 */
export function checkHeaders<TReply extends CheckedHeaders>(reply: TReply): TReply {
  const { headers, cookies = [] } = readHeaders(reply.headers);
  for (const cookie of reply.cookies ?? []) checkHeader('set-cookie', cookie);
  reply.headers = headers;
  if (cookies.length > 0) reply.cookies = [...(reply.cookies ?? []), ...cookies];
  return reply;
}

/** Says that the answer depends on a header of the request (RFC 9110, 12.5.5). */
export function addVary(headers: Record<string, string>, field: string): void {
  const present = (headers.vary ?? '').split(',').map((item) => item.trim().toLowerCase());
  if (!present.includes(field) && !present.includes('*'))
    headers.vary = headers.vary ? `${headers.vary}, ${field}` : field;
}
