import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { HttpError, redirect, reply } from '../../src/index.js';

/** An answer, made the way each application makes it. */
export interface ReplyCase {
  readonly name: string;
  readonly method?: string;
  /** What a controller method returns. */
  readonly ours: () => unknown;
  /** What a handler of Hono or Powertools returns. */
  readonly web: () => Response;
  /** What a handler of Node.js does. */
  readonly node: (response: ServerResponse) => void;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One answer in all three ways. */
function same(name: string, status: number, body: string | Uint8Array | undefined, fields: Fields = {}): ReplyCase {
  return {
    name,
    ours: () => reply(status, body, fields),
    web: () => {
      const headers = new Headers();
      for (const [key, value] of Object.entries(fields))
        for (const one of [value].flat() as string[]) headers.append(key, one);
      return new Response(body as string | undefined, { status, headers });
    },
    node: (response) => {
      response.statusCode = status;
      // serverless-http adds to the array itself
      for (const [key, value] of Object.entries(structuredClone(fields))) response.setHeader(key, value as string);
      response.end(body);
    },
  };
}

const TEXT = 'text/plain; charset=utf-8';
const text = (name: string, body: string, type = TEXT): ReplyCase => same(name, 200, body, { 'content-type': type });
const bytes = (name: string, body: Uint8Array, type: string): ReplyCase =>
  same(name, 200, body, { 'content-type': type });
const fields = (name: string, more: Fields): ReplyCase => same(name, 200, 'x', { 'content-type': TEXT, ...more });

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, index) => index);
const EXPIRES = 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/';

export const REPLIES: readonly ReplyCase[] = [
  text('answer: text', 'plain'),
  text('answer: text: not ASCII', 'caf\u00e9 \u2615 \u{1f60a}'),
  text('answer: text: empty', ''),
  text('answer: text: HTML', '<p>\u00e9</p>', 'text/html; charset=utf-8'),
  text('answer: text: CSV', 'a,b\r\n1,2', 'text/csv'),
  text('answer: text: markdown', '# a', 'text/markdown'),
  text('answer: text: calendar', 'BEGIN:VCALENDAR', 'text/calendar'),
  text('answer: text: SVG', '<svg/>', 'image/svg+xml'),
  text('answer: text: XML', '<a/>', 'application/xml'),
  text('answer: text: JavaScript', '0', 'application/javascript'),
  text('answer: text: lines of JSON', '{}\n{}', 'application/x-ndjson'),
  text('answer: text: a form', 'a=1', 'application/x-www-form-urlencoded'),
  text('answer: text: GraphQL', '{a}', 'application/graphql'),
  text('answer: text: server-sent events', 'data: 1\n\n', 'text/event-stream'),
  text('answer: JSON', '{"a":[1,null,"\u00e9"]}', 'application/json'),
  text('answer: JSON: of a vendor', '{"a":1}', 'application/vnd.api+json'),
  text('answer: JSON: a problem', '{"a":1}', 'application/problem+json'),
  bytes('answer: bytes', EVERY_BYTE, 'application/octet-stream'),
  bytes('answer: bytes: an image', EVERY_BYTE, 'image/png'),
  bytes('answer: bytes: PDF', EVERY_BYTE, 'application/pdf'),
  bytes('answer: bytes: a font', EVERY_BYTE, 'font/woff2'),
  bytes('answer: bytes: a video', EVERY_BYTE, 'video/mp4'),
  bytes('answer: bytes: text in Latin-1', Uint8Array.of(99, 97, 102, 233), 'text/plain; charset=iso-8859-1'),
  bytes('answer: bytes: none', new Uint8Array(), 'application/octet-stream'),
  same('answer: bytes: gzip', 200, gzipSync('text'), { 'content-type': TEXT, 'content-encoding': 'gzip' }),
  same('answer: bytes: brotli', 200, EVERY_BYTE, { 'content-type': TEXT, 'content-encoding': 'br' }),
  same('answer: bytes: zstd', 200, EVERY_BYTE, { 'content-type': 'application/json', 'content-encoding': 'zstd' }),
  same('answer: status: 201 with a place', 201, '{}', { 'content-type': 'application/json', location: '/things/7' }),
  same('answer: status: 202 without content', 202, undefined),
  same('answer: status: 204', 204, undefined),
  same('answer: status: 304', 304, undefined, { etag: '"a"' }),
  same('answer: status: 418', 418, 'short', { 'content-type': TEXT }),
  same('answer: status: 503', 503, 'later', { 'content-type': TEXT, 'retry-after': '5' }),
  same('answer: redirect', 302, undefined, { location: 'https://example.com/a?b=c,d' }),
  {
    ...same('answer: redirect: not ASCII', 303, undefined, { location: '/caf%C3%A9' }),
    ours: () => redirect('/caf\u00e9', 303),
  },
  fields('answer: cookies: one', { 'set-cookie': 'a=1; Path=/; HttpOnly' }),
  fields('answer: cookies: one with a date', { 'set-cookie': EXPIRES }),
  fields('answer: cookies: several', { 'set-cookie': ['a=1; Path=/', 'b=2; Secure', 'c=3'] }),
  fields('answer: cookies: several with dates', { 'set-cookie': [EXPIRES, EXPIRES.replace('a=', 'b=')] }),
  fields('answer: cookies: one with a comma', { 'set-cookie': 'a=1,2; Path=/' }),
  fields('answer: header: date with a comma', { 'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
  fields('answer: header: list', { vary: 'accept, origin' }),
  fields('answer: header: challenge', { 'www-authenticate': 'Bearer realm="a, b", error="invalid_token"' }),
  fields('answer: header: names of headers', { 'access-control-allow-headers': 'authorization, content-type' }),
  fields('answer: header: directives', { 'cache-control': 'public, max-age=60' }),
  fields('answer: header: semicolons', { 'content-disposition': 'attachment; filename="a,b;c.txt"' }),
  fields('answer: header: repeated', { link: ['</a>; rel="next"', '</b>; rel="prev"'] }),
  fields('answer: header: repeated policies', { 'content-security-policy': ["default-src 'self'", "img-src 'none'"] }),
  fields('answer: header: empty', { 'x-empty': '' }),
  fields('answer: header: Latin-1', { 'x-name': 'caf\u00e9' }),
  fields('answer: header: capitals', { 'X-Name': 'AbC' }),
  { ...text('answer: HEAD', 'left out'), method: 'HEAD' },
  {
    name: 'answer: an error',
    ours: () => {
      throw new Error('secret');
    },
    web: () => {
      throw new Error('secret');
    },
    node: () => {
      throw new Error('secret');
    },
  },
  {
    ...text('answer: a header with a line break', ''),
    ours: () => reply(200, 'x', { 'x-name': 'a\r\nset-cookie: b=1' }),
    web: () => new Response('x', { headers: { 'x-name': 'a\r\nset-cookie: b=1' } }),
    node: (response) => {
      response.setHeader('x-name', 'a\r\nset-cookie: b=1');
      response.end('x');
    },
  },
  {
    ...text('answer: no such thing', ''),
    ours: () => {
      throw new HttpError(404, 'no such thing');
    },
    web: () =>
      Response.json(
        { title: 'Not Found', status: 404, detail: 'no such thing' },
        {
          status: 404,
          headers: { 'content-type': 'application/problem+json' },
        },
      ),
    node: (response) => {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end('{"title":"Not Found","status":404,"detail":"no such thing"}');
    },
  },
];
