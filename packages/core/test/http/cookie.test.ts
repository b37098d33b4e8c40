import { parse, parseSetCookie } from 'cookie';
import fc from 'fast-check';
import { type CookieOptions, clearCookie, cookie } from '../../src/http/cookie.js';

describe('cookie', () => {
  it.each<[CookieOptions, string]>([
    [{}, 'a=b; Path=/; HttpOnly; Secure; SameSite=Lax'],
    [{ httpOnly: false, secure: false, sameSite: 'strict', path: '/c' }, 'a=b; Path=/c; SameSite=Strict'],
    [
      { maxAge: 60, domain: 'example.com' },
      'a=b; Max-Age=60; Domain=example.com; Path=/; HttpOnly; Secure; SameSite=Lax',
    ],
    [{ expires: new Date(0) }, 'a=b; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax'],
    [{ partitioned: true, sameSite: 'none' }, 'a=b; Path=/; HttpOnly; Secure; Partitioned; SameSite=None'],
  ])('with %j is %s', (options, expected) => {
    expect(cookie('a', 'b', options)).toBe(expected);
  });

  it.each<[string, CookieOptions, string]>([
    ['', {}, 'is no name'],
    ['a b', {}, 'is no name'],
    ['a(b)', {}, 'is no name'],
    ['a=b', {}, 'is no name'],
    ['a', { domain: 'a\r\nb' }, 'domain'],
    ['a', { path: '/; secure' }, 'path'],
    ['a', { maxAge: 1.5 }, 'maxAge'],
    ['a', { expires: new Date(Number.NaN) }, 'expires'],
    ['a', { sameSite: 'none', secure: false }, 'must be secure'],
    ['a', { partitioned: true, secure: false }, 'must be secure'],
    ['__Secure-a', { secure: false }, 'must be secure'],
    ['__Host-a', { secure: false }, 'must be secure'],
    ['__host-a', { path: '/a' }, 'must have the path / and no domain'],
    ['__Host-a', { domain: 'example.com' }, 'must have the path / and no domain'],
  ])('refuses %j with %j (RFC 6265bis, 4.1)', (name, options, message) => {
    expect(() => cookie(name, 'b', options)).toThrow(TypeError);
    expect(() => cookie(name, 'b', options)).toThrow(message);
  });

  it('gives any value back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w!#$%&'*+.^`|~-]+$/), fc.string({ unit: 'grapheme' }), (name, value) => {
        fc.pre(!name.startsWith('__') && name !== '__proto__');
        const sent = cookie(name, value);
        expect(parseSetCookie(sent)).toMatchObject({ name, value });
        expect(parse(sent.split(';')[0] as string)[name]).toBe(value);
      }),
    );
  });
});

describe('clearCookie', () => {
  it('ends a cookie at once', () => {
    expect(clearCookie('a', { path: '/b' })).toBe('a=; Max-Age=0; Path=/b; HttpOnly; Secure; SameSite=Lax');
  });
});
