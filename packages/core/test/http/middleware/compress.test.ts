import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { compress } from '../../../src/http/middleware/compress.js';
import { reply } from '../../../src/http/replies.js';
import { contextOf, through } from '../context-of.js';

const LONG = 'gäteway'.repeat(1000);
const asking = (header?: string) => contextOf({ headers: header === undefined ? {} : { 'accept-encoding': header } });

describe('compress', () => {
  // RFC 9110, 12.5.3 and 12.4.2
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['gzip;q=0.5, identity', undefined],
    ['gzip, identity;q=0.5', 'gzip'],
    ['gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['deflate, zstd', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('with Accept-Encoding %j uses %s', async (header, coding) => {
    const { headers, body } = await through(compress(), asking(header), () => LONG);
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe('accept-encoding');
    if (coding === undefined) expect(body).toBe(LONG);
    else expect((coding === 'br' ? brotliDecompressSync : gunzipSync)(body as Uint8Array).toString()).toBe(LONG);
  });

  it('offers the codings that it is told, the first first', async () => {
    const codingOf = async (encodings: ('br' | 'gzip')[]) =>
      (await through(compress({ encodings }), asking('br, gzip'), () => LONG)).headers['content-encoding'];
    expect(await codingOf(['gzip', 'br'])).toBe('gzip');
    expect(await codingOf(['gzip'])).toBe('gzip');
    expect(await codingOf([])).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['few bytes', 'a'.repeat(1023)],
    ['no body', undefined],
    ['a type that is compressed already', reply(200, LONG, { 'content-type': 'image/png' })],
    ['events', reply(200, LONG, { 'content-type': 'text/event-stream' })],
    ['bytes of no known type', Buffer.from(LONG)],
    ['no content type', reply(200, LONG, { 'content-type': '' })],
    ['what is encoded already', reply(200, LONG, { 'content-encoding': 'gzip' })],
    ['a part of a range', reply(206, LONG)],
    ['what must not be transformed', reply(200, LONG, { 'cache-control': 'public, no-transform' })],
  ])('leaves %s alone', async (_, value) => {
    const { headers } = await through(compress(), asking('br'), () => value);
    expect(headers).not.toHaveProperty('vary');
    expect(headers['content-encoding']).not.toBe('br');
  });

  it.each(['application/json', 'application/problem+json; charset=utf-8', 'image/svg+xml', 'text/css', 'font/ttf'])(
    'compresses %s',
    async (type) => {
      const value = reply(200, LONG, { 'content-type': type });
      expect((await through(compress(), asking('gzip'), () => value)).headers['content-encoding']).toBe('gzip');
    },
  );

  it('leaves a reply without content type alone, which other middleware can make', async () => {
    const untyped = [
      compress(),
      async (_: unknown, next: () => Promise<{ headers: Record<string, string> }>) => {
        const inner = await next();
        delete inner.headers['content-type'];
        return inner;
      },
    ];
    expect((await through(untyped, asking('br'), () => LONG)).body).toBe(LONG);
  });

  it.each([
    ['"a"', 'W/"a"'],
    ['W/"a"', 'W/"a"'],
  ])('makes the tag %s %s, since the bytes are others (RFC 9110, 8.8.1)', async (etag, expected) => {
    const { headers } = await through(compress(), asking('br'), () => reply(200, LONG, { etag, 'content-length': 9 }));
    expect(headers.etag).toBe(expected);
    expect(headers).not.toHaveProperty('content-length');
  });

  it('counts bytes from its threshold on', async () => {
    const middleware = compress({ threshold: 6 });
    const codingOf = async (text: string) =>
      (await through(middleware, asking('br'), () => text)).headers['content-encoding'];
    expect([await codingOf('äää'), await codingOf('aaaaa')]).toEqual(['br', undefined]);
  });

  it('gives any text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        const { body } = await through(compress({ threshold: 1 }), asking('br'), () => text);
        expect(brotliDecompressSync(body as Uint8Array).toString()).toBe(text);
      }),
      { numRuns: 25 },
    );
  });
});
