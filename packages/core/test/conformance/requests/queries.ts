import type { RequestRow } from '../request-row.js';
import { ALB, HTTP_API, observed, REST_API, WHATWG_URL } from '../sources.js';

type Query = Readonly<Record<string, string | readonly string[]>>;

const JOINED = observed('requests: payload 2.0 joins query values with commas, only rawQueryString is exact');
const BOTH_MAPS = observed('requests: last value in queryStringParameters, all in multiValueQueryStringParameters');
const LAST = 'the target group has no multi-value headers: the last value is all there is';

/** A row about the query string; of a repeated name a load balancer in single-value mode has `last`. */
const query = (
  name: string,
  source: string,
  sent: string,
  sees: Query,
  covers: NonNullable<RequestRow['covers']> = ['escapes in the query'],
  last?: Query,
): RequestRow => ({
  name,
  source,
  covers,
  request: { path: '/echo/one/7', query: sent },
  sees: { query: sees },
  ...(last && { except: { 'alb-single': { because: LAST, sees: { query: last } } } }),
});

/** An object with a property that a literal would make the prototype. */
const parsed = (text: string): Query => JSON.parse(text) as Query;

/** The query string. */
export const QUERIES: readonly RequestRow[] = [
  query('none', observed('requests: no query: null, absent or {}'), '', {}, ['null, undefined and non-string values']),
  query('one value', HTTP_API, 'a=1', { a: '1' }, []),
  query('several names, in order', WHATWG_URL, 'b=2&a=1', { b: '2', a: '1' }, []),
  query('a repeated name', JOINED, 'a=1&a=2', { a: ['1', '2'] }, ['duplicate header and query values'], { a: '2' }),
  query(
    'the same value twice is two values',
    BOTH_MAPS,
    'a=1&a=1',
    { a: ['1', '1'] },
    ['duplicate header and query values', 'single and multi maps merged'],
    { a: '1' },
  ),
  query(
    'values of one name among others keep their order',
    REST_API,
    'a=3&b=x&a=1&b=y&a=2',
    { a: ['3', '1', '2'], b: ['x', 'y'] },
    ['duplicate header and query values'],
    { a: '2', b: 'y' },
  ),
  query(
    'a comma does not split a value',
    JOINED,
    'a=C%23%20Programming,.NET%20Core',
    { a: 'C# Programming,.NET Core' },
    ['comma inside a value'],
  ),
  query('an encoded comma does not split a value', JOINED, 'a=1%2C2', { a: '1,2' }, ['comma inside a value']),
  query(
    'a comma in one of several values',
    JOINED,
    'a=1,2&a=3',
    { a: ['1,2', '3'] },
    ['comma inside a value', 'duplicate header and query values'],
    { a: '3' },
  ),
  query('+ is a space', WHATWG_URL, 'a=b+c', { a: 'b c' }),
  query('%20 is a space', ALB, 'a=b%20c', { a: 'b c' }),
  query('%2B is a plus sign', WHATWG_URL, 'a=b%2Bc', { a: 'b+c' }),
  query('%2F is a slash', ALB, 'a=b%2Fc', { a: 'b/c' }),
  query('%25 is a percent sign', ALB, 'a=100%25', { a: '100%' }),
  query('%252F is %2F: decoded once', ALB, 'a=b%252Fc', { a: 'b%2Fc' }),
  query('%2520 is %20, not a space', ALB, 'a=b%2520c', { a: 'b%20c' }),
  query('an ampersand and an equals sign that are encoded', WHATWG_URL, 'a%26b=c%3Dd', { 'a&b': 'c=d' }),
  query('an equals sign inside a value', WHATWG_URL, 'a=b=c==', { a: 'b=c==' }),
  query('names are decoded, too', ALB, '%C3%A9=%E2%82%AC', { é: '€' }),
  query('a character of four bytes', WHATWG_URL, 'a=%F0%9F%98%8A', { a: '😊' }),
  query('a byte order mark is a character', 'WHATWG Encoding: UTF-8 decode without BOM', 'a=%EF%BB%BFb', {
    a: '\ufeffb',
  }),
  query('an escape that is none stays', WHATWG_URL, 'a=%zz', { a: '%zz' }, ['invalid escapes']),
  query('percent signs that are none stay', 'dougmoscrop/serverless-http#204', 'a=%%URL%%', { a: '%%URL%%' }, [
    'invalid escapes',
  ]),
  query('a byte that is no UTF-8 is a replacement character', WHATWG_URL, 'a=caf%E9', { a: 'caf\ufffd' }, [
    'invalid escapes',
  ]),
  query('a line break in a value', WHATWG_URL, 'a=b%0Ac', { a: 'b\nc' }),
  query('NUL in a value', WHATWG_URL, 'a=b%00c', { a: 'b\0c' }),
  query('an empty value', WHATWG_URL, 'a=', { a: '' }),
  query('a name without an equals sign', WHATWG_URL, 'a', { a: '' }),
  query('a value without a name', WHATWG_URL, '=a', { '': 'a' }),
  query('empty pairs are nothing', WHATWG_URL, '&&a=1&', { a: '1' }),
  query('a semicolon separates nothing', WHATWG_URL, 'a=1;b=2', { a: '1;b=2' }),
  query('a second question mark belongs to the name', 'RFC 3986, 3.4: ? is allowed in a query', '?a=1', { '?a': '1' }),
  query('a question mark and a slash inside a value', 'RFC 3986, 3.4', 'a=?b/c', { a: '?b/c' }),
  query('brackets are part of the name', WHATWG_URL, 'a[]=1&b[c]=2', { 'a[]': '1', 'b[c]': '2' }),
  query('names differ by case', WHATWG_URL, 'a=1&A=2', { a: '1', A: '2' }),
  query('__proto__ is a name', 'CWE-1321', '__proto__=1', parsed('{"__proto__":"1"}')),
  query('constructor and toString are names', 'CWE-1321', 'constructor=1&toString=2', {
    constructor: '1',
    toString: '2',
  }),
  query(
    '__proto__ is a name also when it is repeated',
    'CWE-1321',
    '__proto__=1&__proto__=2',
    parsed('{"__proto__":["1","2"]}'),
    ['duplicate header and query values'],
    parsed('{"__proto__":"2"}'),
  ),
];
