import type { RequestRow } from '../request-row.js';
import { observed } from '../sources.js';

type Texts = Readonly<Record<string, string>>;

const PLACES = observed('requests: cookies: string[] and not in headers on payload 2.0, in the header elsewhere');
const RFC = 'RFC 6265, 4.2.1 and 5.4';

const cookies = (name: string, source: string, header: string, sees: Texts): RequestRow => ({
  name,
  source,
  covers: ['cookies both ways'],
  request: { path: '/echo/one/7', headers: { Cookie: header } },
  sees: { cookies: sees },
});

/** Cookies, whose header reads the same everywhere. */
export const COOKIES: readonly RequestRow[] = [
  {
    name: 'none',
    source: PLACES,
    covers: ['cookies both ways'],
    request: { path: '/echo/one/7' },
    sees: { cookies: {}, headers: { cookie: null } },
  },
  {
    name: 'several, also as a header',
    source: PLACES,
    covers: ['cookies both ways'],
    request: { path: '/echo/one/7', headers: { Cookie: 'a=1; b=2' } },
    sees: { cookies: { a: '1', b: '2' }, headers: { cookie: 'a=1; b=2' } },
  },
  {
    name: 'of several header fields, as HTTP/2 allows',
    source: 'RFC 9113, 8.2.3',
    covers: ['cookies both ways'],
    request: { path: '/echo/one/7', headers: { cookie: ['a=1', 'b=2'] } },
    sees: { cookies: { a: '1', b: '2' }, headers: { cookie: 'a=1; b=2' } },
  },
  cookies('one', RFC, 'session=abc', { session: 'abc' }),
  cookies('an equals sign in a value', RFC, 'a=b=c==', { a: 'b=c==' }),
  cookies(
    'a value that is percent-encoded',
    'RFC 6265, 4.1.1: what is no cookie-octet should be encoded',
    'a=x%20y%3Bz',
    {
      a: 'x y;z',
    },
  ),
  cookies('an escape that is none stays', RFC, 'a=%zz; b=100%', { a: '%zz', b: '100%' }),
  cookies('+ is a plus sign', RFC, 'a=b+c', { a: 'b+c' }),
  cookies('a comma in a value', RFC, 'a=1,2; b=3', { a: '1,2', b: '3' }),
  cookies('the first of a name wins', 'RFC 6265, 5.4: more specific paths come first', 'a=1; a=2', { a: '1' }),
  cookies('names differ by case', RFC, 'a=1; A=2', { a: '1', A: '2' }),
  cookies('an empty value', RFC, 'a=; b=2', { a: '', b: '2' }),
  cookies('without an equals sign it has no name', 'RFC 6265, 5.2, step 2', 'flag; a=1', { a: '1' }),
  cookies('no space after the semicolon, and too much of it', RFC, 'a=1;b=2;   c=3 ;', { a: '1', b: '2', c: '3' }),
  cookies('a character of several bytes', RFC, 'a=%F0%9F%98%8A', { a: '😊' }),
  cookies(
    'names of an object’s own',
    'CWE-1321',
    '__proto__=1; constructor=2',
    JSON.parse('{"__proto__":"1","constructor":"2"}') as Texts,
  ),
  cookies('the names that browsers guard', 'RFC 6265bis, 4.1.3', '__Host-id=1; __Secure-id=2', {
    '__Host-id': '1',
    '__Secure-id': '2',
  }),
];
