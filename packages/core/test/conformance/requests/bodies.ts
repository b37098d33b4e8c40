import type { GatewayRequest } from '../../../src/testing/index.js';
import type { RequestRow } from '../request-row.js';
import { ALB, observed, REST_API_BINARY } from '../sources.js';

const NOT_TEXT = observed('requests: body is base64 when not text');
const NONE = observed('requests: no body: null, absent or ""');
const ALL_BINARY = { 'rest-api': { binaryMediaTypes: ['*/*'] } };

const base64 = (value: string | Uint8Array): string => Buffer.from(value as string).toString('base64');

/** A body that is text, as text and as the bytes that were sent. */
const text = (
  name: string,
  source: string,
  body: string,
  contentType: string,
  more: Partial<RequestRow> = {},
): RequestRow => ({
  name,
  source,
  covers: ['base64 and text bodies'],
  request: { method: 'POST', path: '/echo/one/7', body, headers: { 'content-type': contentType } },
  sees: { body, bytes: base64(body) },
  ...more,
});

/** A body of bytes, which REST APIs pass on only where they list the type as binary. */
const binary = (name: string, source: string, body: Uint8Array, headers: GatewayRequest['headers']): RequestRow => ({
  name,
  source,
  covers: ['base64 and text bodies'],
  request: { method: 'PUT', path: '/echo/one/7', body, ...(headers && { headers }) },
  gateways: ALL_BINARY,
  sees: { bytes: base64(body) },
});

const none = (name: string, source: string, request: Partial<RequestRow['request']>): RequestRow => ({
  name,
  source,
  covers: ['base64 and text bodies', 'null, undefined and non-string values'],
  request: { path: '/echo/one/7', ...request },
  sees: { body: null, bytes: null },
});

const LONG = 'é'.repeat(50_000);

/** Request bodies. */
export const BODIES: readonly RequestRow[] = [
  none('none with GET', NONE, {}),
  none('none with POST', NONE, { method: 'POST' }),
  none('an empty one is none', 'RFC 9112, 6.3: length 0', {
    method: 'POST',
    body: '',
    headers: { 'content-length': '0' },
  }),
  text('JSON, not parsed yet', NOT_TEXT, '{"a": 1}', 'application/json'),
  text('JSON with a charset', NOT_TEXT, '{"a":"é"}', 'application/json; charset=utf-8'),
  text('JSON of another vendor, which HTTP APIs encode', NOT_TEXT, '{"a":"é"}', 'application/problem+json'),
  text('plain text', NOT_TEXT, 'a\r\nb\n', 'text/plain'),
  text('a form, which HTTP APIs encode', NOT_TEXT, 'a=b+c&d=%C3%A9', 'application/x-www-form-urlencoded'),
  text('XML', ALB, '<a>é</a>', 'application/xml'),
  text('text that looks like base64 is not decoded', NOT_TEXT, 'aGVsbG8=', 'text/plain'),
  text('characters of four bytes', NOT_TEXT, '😊', 'text/plain; charset=utf-8'),
  text('text of a REST API’s binary type', REST_API_BINARY, 'é', 'text/plain', { gateways: ALL_BINARY }),
  text('NUL and other controls', NOT_TEXT, 'a\0b\u0001', 'text/plain'),
  text('a byte order mark', 'WHATWG Encoding: UTF-8 decode without BOM', '\ufeffa', 'text/plain'),
  text('100 kB', observed('results: limits of 1 MB to 10 MB'), LONG, 'text/plain'),
  binary('bytes without a type', NOT_TEXT, new Uint8Array([0, 1, 127, 128, 254, 255]), undefined),
  binary('an image', REST_API_BINARY, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), {
    'content-type': 'image/png',
  }),
  {
    ...binary('text in another charset', NOT_TEXT, new Uint8Array([0x63, 0x61, 0x66, 0xe9]), {
      'content-type': 'text/plain; charset=iso-8859-1',
    }),
    except: Object.fromEntries(
      (['alb-multi', 'alb-single'] as const).map((door) => [
        door,
        {
          because: 'a load balancer takes text/* for text, whatever its charset',
          sees: { bytes: base64('caf\ufffd') },
        },
      ]),
    ),
  },
  binary('compressed content', `${ALB}: base64 where there is a content encoding`, new Uint8Array([0x1f, 0x8b, 8, 0]), {
    'content-type': 'application/octet-stream',
    'content-encoding': 'gzip',
  }),
  binary(
    'parts of a form',
    'RFC 7578, 4.1',
    Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--x--', 'latin1'),
    {
      'content-type': 'multipart/form-data; boundary=x',
    },
  ),
  {
    name: 'bytes that a REST API does not list as binary are gone',
    source: REST_API_BINARY,
    covers: ['base64 and text bodies'],
    doors: ['rest-api'],
    request: {
      method: 'POST',
      path: '/echo/one/7',
      body: new Uint8Array([0x61, 0xff]),
      headers: { 'content-type': 'image/png' },
    },
    sees: { body: 'a\ufffd', bytes: base64('a\ufffd') },
  },
  text(
    'a Content-Length that understates does not cut',
    'aws/aws-lambda-web-adapter#552',
    '{"a":1}',
    'application/json',
    {
      covers: ['understated Content-Length'],
      request: {
        method: 'POST',
        path: '/echo/one/7',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', 'content-length': '3' },
      },
    },
  ),
  text('a body of GET is there', 'RFC 9110, 9.3.1', 'x', 'text/plain', {
    request: { method: 'GET', path: '/echo/one/7', body: 'x', headers: { 'content-type': 'text/plain' } },
  }),
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map(
    (method): RequestRow => ({
      name: `${method} with a body`,
      source: 'RFC 9110, 9.3',
      covers: ['ANY'],
      request: { method, path: '/echo/one/7', body: { a: 1 } },
      sees: { method, body: '{"a":1}', headers: { 'content-type': 'application/json' } },
    }),
  ),
];

/** The web-standard request. */
export const WEB: readonly RequestRow[] = [
  {
    name: 'a web request has URL, headers and text',
    source: 'https://fetch.spec.whatwg.org/#request-class',
    route: 'web',
    request: {
      method: 'POST',
      path: '/echo/web/a%20b',
      query: 'q=1',
      body: '{"a":"é"}',
      headers: { host: 'api.example.com', 'content-type': 'application/json', 'x-note': 'n' },
    },
    sees: {
      web: {
        url: 'https://api.example.com/echo/web/a%20b?q=1',
        method: 'POST',
        type: 'application/json',
        note: 'n',
        hasBody: true,
        text: '{"a":"é"}',
      },
    },
    except: {
      'rest-api': {
        because: 'the stage is part of the URL',
        sees: {
          web: {
            url: 'https://api.example.com/prod/echo/web/a%20b?q=1',
            method: 'POST',
            type: 'application/json',
            note: 'n',
            hasBody: true,
            text: '{"a":"é"}',
          },
        },
      },
    },
  },
  {
    name: 'a web request of GET has no body, though one was sent',
    source: 'https://fetch.spec.whatwg.org/#dom-request: a Request with method GET or HEAD cannot have a body',
    route: 'web',
    doors: ['http-api', 'http-api-v1', 'function-url', 'alb-multi', 'alb-single'],
    request: { path: '/echo/web/7', body: 'x', headers: { host: 'api.example.com' } },
    sees: {
      web: {
        url: 'https://api.example.com/echo/web/7',
        method: 'GET',
        type: 'text/plain;charset=UTF-8',
        note: null,
        hasBody: false,
        text: '',
      },
    },
  },
  {
    name: 'a web request with a header that is no byte string',
    source: 'https://fetch.spec.whatwg.org/#header-value: a byte sequence',
    covers: ['non-ASCII header values'],
    route: 'web',
    doors: ['http-api', 'http-api-v1', 'function-url', 'alb-multi', 'alb-single'],
    request: { path: '/echo/web/7', headers: { host: 'api.example.com', 'x-note': '☕' } },
    sees: {
      web: {
        url: 'https://api.example.com/echo/web/7',
        method: 'GET',
        type: null,
        note: Buffer.from('☕').toString('latin1'),
        hasBody: false,
        text: '',
      },
    },
  },
];
