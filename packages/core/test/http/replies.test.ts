import fc from 'fast-check';
import { redirect, reply } from '../../src/http/replies.js';
import { toReply } from '../../src/http/reply.js';

describe('reply', () => {
  it('has its own status, body and headers, which come before the route’s', () => {
    const answer = reply(201, { id: 7 }, { Location: '/users/7', 'set-cookie': 'a=b' });
    expect(answer).toMatchObject({ statusCode: 201, body: { id: 7 }, headers: { location: '/users/7' } });
    expect(toReply(answer, 200, { location: '/', 'x-a': '1' })).toEqual({
      statusCode: 201,
      headers: { location: '/users/7', 'x-a': '1', 'content-type': 'application/json' },
      cookies: ['a=b'],
      body: '{"id":7}',
    });
  });

  it('compares as data', () => {
    expect(reply(200, { a: 1 })).toEqual(reply(200, { a: 1 }));
    expect(reply(200, { a: 1 })).not.toEqual(reply(200, { a: 2 }));
  });

  it('may have no body', () => {
    expect(toReply(reply(202))).toEqual({ statusCode: 202, headers: {} });
    expect(toReply(reply(204, 'x'))).toEqual({ statusCode: 204, headers: {} });
  });

  it('adds its cookies to those of its body', () => {
    expect(toReply(reply(200, reply(200, 'x', { 'set-cookie': 'a=b' }), { 'set-cookie': 'c=d' })).cookies).toEqual([
      'a=b',
      'c=d',
    ]);
  });

  it.each([199, 600, 200.5, Number.NaN, '200' as never])('refuses the status %p', (status) => {
    expect(() => reply(status)).toThrow(RangeError);
  });

  it('refuses a header that could not be sent', () => {
    expect(() => reply(200, '', { 'x-a': 'b\nc' })).toThrow(TypeError);
  });
});

describe('redirect', () => {
  it.each([301, 302, 303, 307, 308] as const)('has the status %d', (status) => {
    expect(toReply(redirect('/a', status))).toEqual({ statusCode: status, headers: { location: '/a' } });
  });

  it.each([300, 304, 200])('refuses the status %d (RFC 9110, 15.4)', (status) => {
    expect(() => redirect('/', status as never)).toThrow(RangeError);
  });

  it.each([
    ['/a?b=c#d', '/a?b=c#d'],
    ['/100%25', '/100%25'],
    ['/größe 1', '/gr%C3%B6%C3%9Fe%201'],
    ['/\u{1f600}', '/%F0%9F%98%80'],
    ['/\ud83d', '/%EF%BF%BD'],
    [new URL('https://example.com/ä'), 'https://example.com/%C3%A4'],
  ])('to %s has the location %s', (url, location) => {
    expect(redirect(url).headers).toEqual({ location });
  });

  it('has no other location, and other headers', () => {
    expect(redirect('/a', 303, { location: '/b', 'set-cookie': 'a=b' })).toMatchObject({
      headers: { location: '/a' },
      cookies: ['a=b'],
    });
  });

  it.each(['/a\r\nset-cookie: b=c', '/\n', '/\0'])('refuses %j', (url) => {
    expect(() => redirect(url)).toThrow(TypeError);
  });

  it('sends ASCII only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => {
        fc.pre(!/[\r\n\0]/.test(url));
        expect(redirect(url).headers.location).toMatch(/^[\x21-\x7e]*$/);
      }),
    );
  });
});
