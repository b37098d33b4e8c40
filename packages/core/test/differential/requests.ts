import type { GatewayRequest } from '../../src/testing/index.js';
import type { DoorName } from './doors.js';

/** A request that every application gets through every front door. */
export interface RequestCase {
  readonly name: string;
  readonly request: GatewayRequest;
  /** The method of the controller. @default 'echo', of `/echo/{id}` */
  readonly route?: 'files' | 'any';
  /** Where the request is possible. @default all */
  readonly doors?: readonly DoorName[];
  /** The stage of an HTTP API. @default '$default' */
  readonly stage?: string;
  /** The base path of a REST API's domain. */
  readonly basePath?: string;
}

/** Front doors that do not route themselves. */
const UNROUTED: readonly DoorName[] = ['function-url', 'alb', 'alb-multi'];

const get = (path: string): GatewayRequest => ({ method: 'GET', path });
const query = (text: string): GatewayRequest => ({ method: 'GET', path: '/echo/7', query: text });
const headers = (fields: GatewayRequest['headers'] = {}): GatewayRequest => ({ ...get('/echo/7'), headers: fields });
const cookies = (...list: string[]): GatewayRequest => ({ ...get('/echo/7'), cookies: list });
const body = (content: GatewayRequest['body'], type?: string, method = 'POST'): GatewayRequest => ({
  method,
  path: '/echo/7',
  ...(content === undefined ? {} : { body: content }),
  ...(type === undefined ? {} : { headers: { 'content-type': type } }),
});
const path = (name: string, text: string): RequestCase => ({ name: `path: ${name}`, request: get(`/echo/${text}`) });
const values = (name: string, text: string): RequestCase => ({ name: `query: ${name}`, request: query(text) });

export const REQUESTS: readonly RequestCase[] = [
  path('plain', '7'),
  path('space', 'a%20b'),
  path('encoded slash', 'a%2Fb'),
  path('encoded percent sign', '100%25'),
  path('what looks encoded twice', 'a%252Fb'),
  path('plus', 'a+b'),
  path('encoded plus', 'a%2Bb'),
  path('encoded question mark', 'a%3Fb'),
  path('encoded number sign', 'a%23b'),
  path('non-ASCII', 'caf%C3%A9'),
  path('emoji', '%F0%9F%98%8A'),
  path('lower-case escape', 'caf%c3%a9'),
  path('invalid escape', 'a%zz'),
  path('escapes that are not UTF-8', 'a%E2%82'),
  path('sub-delimiters', "a;b=c,d@e:f!$&'()*"),
  path('brackets', 'a[b]'),
  path('backslash', 'a%5Cb'),
  path('name of a prototype', '__proto__'),
  { name: 'path: trailing slash', request: get('/echo/7/'), doors: UNROUTED },
  { name: 'path: other case', request: get('/Echo/7'), doors: UNROUTED },
  { name: 'path: empty segment', request: get('/echo//7'), doors: UNROUTED },
  { name: 'path: greedy', request: get('/files/a/b/c.txt'), route: 'files' },
  { name: 'path: greedy with an encoded slash', request: get('/files/a%2Fb/c'), route: 'files' },
  { name: 'path: greedy with dot segments', request: get('/files/a/../b'), route: 'files' },
  { name: 'path: greedy with encoded dot segments', request: get('/files/a/%2e%2e/b'), route: 'files' },
  { name: 'path: greedy with an empty segment', request: get('/files/a//b'), route: 'files' },
  { name: 'path: greedy with a trailing slash', request: get('/files/a/'), route: 'files' },
  { name: 'path: two slashes first', request: get('//evil.example/a'), route: 'any' },
  { name: 'path: a stage in front', request: get('/echo/7'), stage: 'dev', doors: ['http-api', 'http-api-v1'] },
  { name: 'path: a base path in front', request: get('/echo/7'), basePath: '/shop', doors: ['rest-api'] },

  values('one value', 'a=1'),
  values('repeated', 'a=1&a=2&a=3'),
  values('repeated, the same value', 'a=1&a=1'),
  values('repeated, not in a row', 'a=1&b=2&a=3'),
  values('empty value', 'a='),
  values('no equals sign', 'a'),
  values('empty and repeated', 'a=&a=1'),
  values('comma', 'a=1,2'),
  values('comma and repeated', 'a=1,2&a=3'),
  values('plus', 'a=b+c'),
  values('encoded plus', 'a=b%2Bc'),
  values('encoded space', 'a=b%20c'),
  values('encoded ampersand and equals sign', 'a=b%26c%3Dd'),
  values('encoded percent sign', 'a=100%25'),
  values('what looks encoded twice', 'a=b%2520c'),
  values('encoded comma', 'a=1%2C2'),
  values('number sign', 'a=b%23c'),
  values('question mark', 'a=b?c'),
  values('equals sign in a value', 'a=b=c'),
  values('non-ASCII', 'a=caf%C3%A9&%C3%A9=1'),
  values('emoji', 'a=%F0%9F%98%8A'),
  values('invalid escape', 'a=%zz'),
  values('escapes that are not UTF-8', 'a=%FF'),
  values('brackets in names', 'a[]=1&a[]=2&b[c]=3'),
  values('encoded brackets in names', 'a%5B%5D=1'),
  values('names of a prototype', '__proto__=1&constructor=2'),
  values('semicolon', 'a=1;b=2'),
  values('a question mark first', '?a=1'),
  values('a line break', 'a=b%0D%0Ac'),
  values('a null', 'a=b%00c'),

  { name: 'headers: one', request: headers({ 'x-one': '1' }) },
  { name: 'headers: capitals', request: headers({ 'X-ONE': 'AbC' }) },
  { name: 'headers: repeated', request: headers({ 'x-list': ['a', 'b', 'c'] }) },
  { name: 'headers: repeated, one in the other', request: headers({ 'x-list': ['abc', 'b'] }) },
  { name: 'headers: repeated, the same', request: headers({ 'x-list': ['a', 'a'] }) },
  { name: 'headers: comma', request: headers({ accept: 'text/html, application/json;q=0.9' }) },
  { name: 'headers: comma and repeated', request: headers({ accept: ['text/html, */*', 'image/png'] }) },
  { name: 'headers: empty', request: headers({ 'x-empty': '' }) },
  { name: 'headers: quotes and semicolons', request: headers({ 'if-none-match': 'W/"a;b", "c"' }) },
  { name: 'headers: Latin-1', request: headers({ 'x-name': 'caf\u00e9' }) },
  { name: 'headers: beyond Latin-1', request: headers({ 'x-name': '\u2615' }) },
  { name: 'headers: percent sign', request: headers({ 'x-name': '100%25' }) },
  { name: 'headers: name of a prototype', request: headers({ constructor: 'x' }) },
  { name: 'headers: authorization', request: headers({ authorization: 'Bearer a.b.c==' }) },
  { name: 'address: forged', request: headers({ 'x-forwarded-for': '10.0.0.1' }) },
  { name: 'address: IPv6', request: { ...get('/echo/7'), sourceIp: '2001:db8::1' } },

  { name: 'cookies: one', request: cookies('a=1') },
  { name: 'cookies: several', request: cookies('a=1', 'b=2', 'c=3') },
  { name: 'cookies: encoded', request: cookies('a=b%20c%3D') },
  { name: 'cookies: equals sign', request: cookies('a=b=c==') },
  { name: 'cookies: quotes', request: cookies('a="b c"') },
  { name: 'cookies: of one name', request: cookies('a=1', 'a=2') },
  { name: 'cookies: invalid escape', request: cookies('a=%zz') },
  { name: 'cookies: empty', request: cookies('a=') },
  { name: 'cookies: comma', request: cookies('a=1,2', 'b=3') },
  { name: 'cookies: name of a prototype', request: cookies('__proto__=1', 'a=2') },
  { name: 'cookies: no name', request: cookies('lonely', 'a=1') },
  { name: 'cookies: JSON', request: cookies('a={"b":1}') },

  { name: 'body: JSON', request: body({ a: 1 }) },
  { name: 'body: JSON, not ASCII', request: body({ a: 'caf\u00e9 \u2615' }) },
  { name: 'body: JSON of a vendor', request: body('{"a":1}', 'application/vnd.api+json') },
  { name: 'body: text', request: body('text') },
  { name: 'body: text with a byte order mark', request: body('\ufeffa', 'text/plain') },
  { name: 'body: a form', request: body('a=1&b=c+d', 'application/x-www-form-urlencoded') },
  { name: 'body: bytes', request: body(new Uint8Array([0, 128, 255, 254]), 'application/octet-stream') },
  { name: 'body: an image', request: body(new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), 'image/png') },
  {
    name: 'body: multipart',
    request: body(
      Buffer.from('--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\u00e9\xff\r\n--b--\r\n', 'latin1'),
      'multipart/form-data; boundary=b',
    ),
  },
  { name: 'body: none', request: body(undefined) },
  { name: 'body: null in text', request: body('a\0b', 'text/plain') },
  { name: 'body: with DELETE', request: body({ a: 1 }, undefined, 'DELETE') },
  { name: 'body: with GET', request: body({ a: 1 }, undefined, 'GET') },

  { name: 'method: PUT', request: { method: 'PUT', path: '/echo/7', body: 'x' } },
  { name: 'method: PATCH', request: { method: 'PATCH', path: '/echo/7', body: 'x' } },
  { name: 'method: DELETE', request: { method: 'DELETE', path: '/echo/7' } },
  { name: 'method: OPTIONS', request: { method: 'OPTIONS', path: '/echo/7' } },
  { name: 'method: HEAD', request: { method: 'HEAD', path: '/echo/7' } },
  { name: 'method: PURGE', request: { method: 'PURGE', path: '/echo/7' } },
];
