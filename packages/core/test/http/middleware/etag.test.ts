import { createHash } from 'node:crypto';
import { etag } from '../../../src/http/middleware/etag.js';
import { reply } from '../../../src/http/replies.js';
import { contextOf, through } from '../context-of.js';

const TAG = `"${createHash('sha256').update('hello').digest('base64url')}"`;

describe('etag', () => {
  it.each(['GET', 'HEAD'])('tags what %s answers with 200', async (method) => {
    expect((await through(etag(), contextOf({ method }))).headers.etag).toBe(TAG);
    expect((await through(etag({ weak: true }), contextOf({ method }))).headers.etag).toBe(`W/${TAG}`);
  });

  it('tags bytes as text of the same bytes', async () => {
    expect((await through(etag(), contextOf(), () => Buffer.from('hello'))).headers.etag).toBe(TAG);
  });

  it.each([
    ['another method', { method: 'POST' }, 'hello'],
    ['another status', {}, reply(201, 'hello')],
    ['no body', {}, reply(200)],
  ])('leaves %s alone', async (_, request, value) => {
    const context = contextOf({ headers: { 'if-none-match': '*', 'if-match': '"x"' }, ...request });
    const { headers, statusCode } = await through(etag(), context, () => value);
    expect(headers).not.toHaveProperty('etag');
    expect(statusCode).toBeLessThan(300);
  });

  // RFC 9110, 13.1.2 and 8.8.3.2: weak comparison
  it.each([
    [TAG, 'a strong tag', 304],
    [`W/${TAG}`, 'a weak tag', 304],
    [`"x", ${TAG}`, 'a list', 304],
    [`"a,b",W/"c" , ${TAG}`, 'a list whose tags have commas', 304],
    [' * ', 'any', 304],
    ['"x"', 'another tag', 200],
    [TAG.slice(1, -1), 'no quotes', 200],
    ['', 'nothing', 200],
  ])('with If-None-Match %s (%s) answers %s', async (header, _, statusCode) => {
    for (const weak of [true, false])
      expect(await through(etag({ weak }), contextOf({ headers: { 'if-none-match': header } }))).toMatchObject({
        statusCode,
      });
  });

  // RFC 9110, 13.1.1: strong comparison
  it.each([
    [TAG, false, 200],
    ['*', false, 200],
    ['*', true, 200],
    [`"x", ${TAG}`, false, 200],
    ['"x"', false, 412],
    [`W/${TAG}`, false, 412],
    [`W/${TAG}`, true, 412],
    [TAG, true, 412],
  ])('with If-Match %s, weak: %s answers %d', async (header, weak, statusCode) => {
    expect(await through(etag({ weak }), contextOf({ headers: { 'if-match': header } }))).toMatchObject({ statusCode });
  });

  it('looks at If-Match first (RFC 9110, 13.2.2)', async () => {
    const headers = { 'if-match': '"x"', 'if-none-match': TAG };
    expect(await through(etag(), contextOf({ headers }))).toMatchObject({
      statusCode: 412,
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it('keeps a tag that the method set', async () => {
    const tagged = () => reply(200, 'hello', { etag: '"v7"' });
    expect((await through(etag(), contextOf(), tagged)).headers.etag).toBe('"v7"');
    const context = contextOf({ headers: { 'if-none-match': '"v7"' } });
    expect(await through(etag(), context, tagged)).toMatchObject({ statusCode: 304 });
  });

  it('answers 304 with what guides a cache, and no metadata of the body (RFC 9110, 15.4.5)', async () => {
    const kept = {
      'cache-control': 'max-age=5',
      'content-location': '/a',
      expires: 'x',
      vary: 'accept',
      'access-control-allow-origin': '*',
    };
    const dropped = { 'content-language': 'de', 'content-encoding': 'br', 'content-length': 5, 'last-modified': 'x' };
    const answer = () => reply(200, 'hello', { ...kept, ...dropped, 'set-cookie': 'a=b' });
    expect(await through(etag(), contextOf({ headers: { 'if-none-match': TAG } }), answer)).toEqual({
      statusCode: 304,
      headers: { ...kept, etag: TAG },
      cookies: ['a=b'],
    });
  });
});
