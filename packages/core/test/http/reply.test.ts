import fc from 'fast-check';
import { TO_REPLY, toReply, toReplyWhenReady } from '../../src/http/reply.js';

describe('toReply', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
  ])('of %s is 204 without body', (_, value) => {
    expect(toReply(value)).toEqual({ statusCode: 204, headers: {} });
    expect(toReply(value, 202, { 'x-a': '1' })).toEqual({ statusCode: 202, headers: { 'x-a': '1' } });
  });

  it.each<[string, unknown, string, string]>([
    ['text', 'hello', 'text/plain; charset=utf-8', 'hello'],
    ['empty text', '', 'text/plain; charset=utf-8', ''],
    ['an object', { a: 1 }, 'application/json', '{"a":1}'],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), 'application/json', '{"a":1}'],
    ['an array', [1, null], 'application/json', '[1,null]'],
    ['a number', 0, 'application/json', '0'],
    ['a boolean', false, 'application/json', 'false'],
    ['a date', new Date(0), 'application/json', '"1970-01-01T00:00:00.000Z"'],
    ['what has a toJSON', { toJSON: () => ({ b: 2 }) }, 'application/json', '{"b":2}'],
    ['a bigint', 5n, 'application/json', '"5"'],
    ['a bigint inside', { ids: [2n ** 64n], n: 1 }, 'application/json', '{"ids":["18446744073709551616"],"n":1}'],
  ])('of %s is 200 with its type', (_, value, type, body) => {
    expect(toReply(value)).toEqual({ statusCode: 200, headers: { 'content-type': type }, body });
  });

  it('of bytes has these bytes for a body', () => {
    const bytes = new Uint8Array([0, 255]);
    expect(toReply(bytes)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    });
    expect(toReply(Buffer.from(bytes)).body).toEqual(Buffer.from(bytes));
  });

  it.each([204, 205, 304])('has no content with the status %d (RFC 9110, 15.3.5, 15.3.6, 15.4.5)', (statusCode) => {
    for (const value of ['text', new Uint8Array(1), { a: 1 }])
      expect(toReply(value, statusCode, { etag: '"1"' })).toEqual({ statusCode, headers: { etag: '"1"' } });
  });

  it('keeps the content type that is given', () => {
    for (const value of ['a,b', new Uint8Array(), {}])
      expect(toReply(value, 201, { 'content-type': 'text/csv' })).toMatchObject({
        statusCode: 201,
        headers: { 'content-type': 'text/csv' },
      });
  });

  it('does not hand out the headers that it was given', () => {
    const headers = Object.freeze({ 'x-a': '1' });
    expect(toReply(undefined, undefined, headers).headers).not.toBe(headers);
    expect(toReply('', undefined, headers).headers).not.toBe(headers);
  });

  it('leaves it to a value that makes its own reply', () => {
    const own = { statusCode: 299, headers: {} };
    const value = { [TO_REPLY]: (...given: unknown[]) => ({ ...own, given }) };
    expect(toReply(value, 201, { 'x-a': '1' })).toEqual({ ...own, given: [undefined, 201, { 'x-a': '1' }] });
    expect(TO_REPLY).toBe(Symbol.for('gatewright.to-reply'));
  });

  const circular: Record<string, unknown> = {};
  circular.self = circular;

  it.each<[string, unknown, string]>([
    ['an async iterable', (async function* () {})(), 'declare the returned stream or Response'],
    ['a web stream', new ReadableStream(), 'declare the returned stream or Response'],
    ['a Response', new Response(), 'declare the returned stream or Response'],
    ['a Blob', new Blob([]), 'declare the returned stream or Response'],
    ['what holds itself', circular, 'circular'],
    ['what has a toJSON that throws', { toJSON: () => fail() }, 'no'],
  ])('throws for %s', (_, value, message) => {
    expect(() => toReply(value)).toThrow(message);
  });

  it('gives JSON and bytes back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array(), (value, bytes) => {
        if (typeof value !== 'string' && value !== null)
          expect(JSON.parse(String(toReply(value).body))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(toReply(bytes).body).toBe(bytes);
      }),
    );
  });
});

describe('toReplyWhenReady', () => {
  const withThen = (value: unknown): object => Object.fromEntries([['then', value]]);
  const headers = { 'x-a': '1' };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'hello'],
    ['an object', { a: 1 }],
    ['an object whose then is empty', withThen(null)],
  ])('of %s is there at once', (_, value) => {
    expect(toReplyWhenReady(value, 201, headers)).toEqual(toReply(value, 201, headers));
  });

  it.each<[string, unknown, unknown]>([
    ['a promise', Promise.resolve('hello'), 'hello'],
    ['a promise of nothing', Promise.resolve(), undefined],
    ['what calls back', withThen((resolve: (value: object) => void) => resolve({ a: 1 })), { a: 1 }],
    ['an object that only has the property', withThen('later'), withThen('later')],
  ])('of %s is awaited', async (_, value, awaited) => {
    const reply = toReplyWhenReady(value, 201, headers);
    expect(reply).toBeInstanceOf(Promise);
    expect(await reply).toEqual(toReply(awaited, 201, headers));
  });

  it('fails as the promise does', async () => {
    await expect(toReplyWhenReady(Promise.reject(new RangeError('no')))).rejects.toThrow('no');
  });
});

function fail(): never {
  throw new RangeError('no');
}
