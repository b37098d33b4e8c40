import { ROUTED } from '../doors.js';
import type { RequestRow } from '../request-row.js';
import { ALB, ALB_FORWARDED, FUNCTION_URL, HTTP_API, observed, REST_API } from '../sources.js';

type Fields = Readonly<Record<string, string | null>>;

const LOWER = observed('requests: headers: case as sent on REST APIs, lower case elsewhere');
const LAST = 'the target group has no multi-value headers: the last value is all there is';
const LENGTH = observed('requests: Content-Length added when there is no body: "0" on HTTP APIs and Function URLs');
const path = '/echo/one/7';

const parsed = (text: string): Fields => JSON.parse(text) as Fields;

const header = (
  name: string,
  source: string,
  headers: NonNullable<RequestRow['request']['headers']>,
  sees: Fields,
  covers: NonNullable<RequestRow['covers']> = [],
): RequestRow => ({ name, source, covers, request: { path, headers }, sees: { headers: sees } });

const lastOne = (row: RequestRow, headers: Fields): RequestRow => ({
  ...row,
  except: { 'alb-single': { because: LAST, sees: { headers } } },
});

/** Headers, and what is read of them. */
export const HEADERS: readonly RequestRow[] = [
  header(
    'names in any case',
    LOWER,
    { 'X-Camel-Case': 'A', ACCEPT: 'text/html' },
    { 'x-camel-case': 'A', accept: 'text/html' },
  ),
  header('one that is not there', HTTP_API, {}, { 'x-none': null, cookie: null }),
  lastOne(
    header('a repeated field is joined', 'RFC 9110, 5.3', { 'x-list': ['a', 'b', 'c'] }, { 'x-list': 'a,b,c' }, [
      'duplicate header and query values',
    ]),
    { 'x-list': 'c' },
  ),
  lastOne(
    header('the same value twice is there twice', REST_API, { 'x-list': ['a', 'a'] }, { 'x-list': 'a,a' }, [
      'duplicate header and query values',
      'single and multi maps merged',
    ]),
    { 'x-list': 'a' },
  ),
  lastOne(
    header(
      'commas in repeated values',
      'RFC 9110, 5.6.1',
      { 'x-list': ['a, b', '"c, d"'] },
      { 'x-list': 'a, b,"c, d"' },
      ['comma inside a value'],
    ),
    { 'x-list': '"c, d"' },
  ),
  header(
    'a date has a comma',
    'RFC 9110, 5.6.7',
    { 'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' },
    {
      'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT',
    },
    ['comma inside a value'],
  ),
  header('semicolons and quotes', 'RFC 9110, 5.6.6', { 'x-note': 'a; b="c;d"; e' }, { 'x-note': 'a; b="c;d"; e' }),
  header('an empty value', 'RFC 9110, 5.5', { 'x-empty': '' }, { 'x-empty': '' }),
  header('a value that is no ASCII', 'RFC 9110, 5.5: obs-text', { 'x-name': 'Jürgen ☕' }, { 'x-name': 'Jürgen ☕' }, [
    'non-ASCII header values',
  ]),
  header(
    'a value with equals signs',
    'RFC 7617, 2',
    { authorization: 'Basic QWxhZGRpbjpvcGVu==' },
    {
      authorization: 'Basic QWxhZGRpbjpvcGVu==',
    },
  ),
  header('a tab inside a value', 'RFC 9110, 5.5', { 'x-note': 'a\tb' }, { 'x-note': 'a\tb' }),
  header(
    'names of an object’s own',
    'CWE-1321',
    { constructor: 'a', tostring: 'b' },
    { constructor: 'a', tostring: 'b' },
  ),
  header(
    '__proto__ is a name',
    'CWE-1321',
    parsed('{"__proto__":"a"}') as Record<string, string>,
    parsed('{"__proto__":"a"}'),
  ),
  header(
    'a name with all that a token may have',
    'RFC 9110, 5.6.2',
    { "x!#$%&'*+-.^_`|~1": 'a' },
    {
      "x!#$%&'*+-.^_`|~1": 'a',
    },
  ),
  header('the host that the client asked', 'RFC 9110, 7.2', { Host: 'api.example.com' }, { host: 'api.example.com' }, [
    'host and forwarded proto',
  ]),
  {
    name: 'the URL is of the host that the client asked',
    source: 'RFC 9110, 7.2',
    covers: ['host and forwarded proto'],
    doors: ['http-api', 'http-api-v1', 'function-url', 'alb-multi', 'alb-single'],
    request: { path, headers: { host: 'shop.example.com:8443' } },
    sees: { url: `https://shop.example.com:8443${path}` },
  },
  {
    name: 'the scheme is the front door’s, whatever the client says',
    source: ALB_FORWARDED,
    covers: ['host and forwarded proto'],
    request: { path, headers: { 'x-forwarded-proto': 'http' } },
    gateway: { origin: 'https://api.example.com' },
    sees: {
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
      url: `https://api.example.com${path}`,
    },
    except: {
      'rest-api': { because: 'the stage is in the URL', sees: { url: `https://api.example.com/prod${path}` } },
    },
  },
  {
    name: 'Content-Length where there is no body',
    source: LENGTH,
    request: { path },
    sees: { headers: { 'content-length': '0', 'content-type': null } },
    except: Object.fromEntries(
      (['rest-api', 'alb-multi', 'alb-single'] as const).map((door) => [
        door,
        { because: 'only HTTP APIs and Function URLs add it', sees: { headers: { 'content-length': null } } },
      ]),
    ),
  },
  {
    name: 'the client’s address',
    source: HTTP_API,
    covers: ['source IP'],
    request: { path, sourceIp: '198.51.100.4' },
    sees: { sourceIp: '198.51.100.4', headers: { 'x-forwarded-for': '198.51.100.4' } },
  },
  {
    name: 'the client’s address is not what the client says',
    source: ALB_FORWARDED,
    covers: ['source IP'],
    request: { path, sourceIp: '198.51.100.4', headers: { 'X-Forwarded-For': '10.0.0.1, 10.0.0.2' } },
    sees: { sourceIp: '198.51.100.4', headers: { 'x-forwarded-for': '10.0.0.1, 10.0.0.2, 198.51.100.4' } },
  },
  {
    name: 'a client’s address of IPv6',
    source: ALB_FORWARDED,
    covers: ['source IP'],
    request: { path, sourceIp: '2001:db8::7' },
    sees: { sourceIp: '2001:db8::7' },
  },
  {
    name: 'the request id of API Gateway',
    source: HTTP_API,
    doors: ROUTED,
    request: { path },
    gateway: { requestId: 'JKJaXmPLvHcESHA=' },
    sees: { requestId: 'JKJaXmPLvHcESHA=' },
  },
  {
    name: 'the request id of a Function URL',
    source: FUNCTION_URL,
    doors: ['function-url'],
    request: { path },
    gateway: { requestId: 'e1506fd5-9e7b-434f-bd42-4f8fa224b599' },
    sees: { requestId: 'e1506fd5-9e7b-434f-bd42-4f8fa224b599' },
  },
  {
    name: 'a load balancer’s request id is its trace id',
    source: ALB,
    doors: ['alb-multi', 'alb-single'],
    request: { path },
    gateway: { requestId: 'Root=1-5c536348-3d683b8b04734faae651f476' },
    sees: { requestId: 'Root=1-5c536348-3d683b8b04734faae651f476' },
  },
];
