import { Readable } from 'node:stream';
import { toAnyReply } from '../../src/http/any-reply.js';
import type { Reply } from '../../src/http/front-door.js';
import { NotFound } from '../../src/http/http-errors.js';
import { reply } from '../../src/http/replies.js';
import { drain } from '../../src/http/stream.js';

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';

async function* of(...values: unknown[]) {
  yield* values;
}

const webStream = (...pieces: unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

const collected = async (value: unknown, ...how: [number?, Record<string, string>?]): Promise<Reply> =>
  drain(await toAnyReply(value, ...how), {});

describe('toAnyReply', () => {
  it.each<[string, unknown, object]>([
    ['nothing', undefined, { statusCode: 204, headers: {} }],
    ['text', 'a', { statusCode: 200, headers: { 'content-type': TEXT }, body: 'a' }],
    ['an object', { a: 1n }, { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"a":"1"}' }],
    ['an HttpError', new NotFound('x'), { statusCode: 404, headers: { 'content-type': 'application/problem+json' } }],
    ['an answer', reply(201, 'a'), { statusCode: 201, headers: { 'content-type': TEXT }, body: 'a' }],
  ])('of %s is as toReply has it', async (_, value, expected) => {
    expect(await toAnyReply(value)).toMatchObject(expected);
  });
});

describe('toAnyReply, of a Response', () => {
  it('has its status, headers, cookies and body', async () => {
    const headers = new Headers({ 'Content-Type': 'image/png', 'X-A': '1' });
    headers.append('set-cookie', 'a=b; Path=/');
    headers.append('set-cookie', 'c=d');
    const response = new Response(new Uint8Array([1, 255]), { status: 201, headers });
    expect(await toAnyReply(response, 204, { 'x-a': '0', 'x-b': '2' })).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'image/png', 'x-a': '1', 'x-b': '2' },
      cookies: ['a=b; Path=/', 'c=d'],
      body: new Uint8Array([1, 255]),
    });
  });

  it('may have no body', async () => {
    expect(await toAnyReply(new Response(null, { status: 204 }))).toEqual({ statusCode: 204, headers: {} });
  });

  it.each([
    ['text/html', '<ä>'],
    ['application/json', '{}'],
    ['application/hal+json; charset=UTF-8', '{}'],
    ['text/plain', '\ufeffwith a byte order mark'],
  ])('has text for the body of %s: REST APIs decode base64 only of types listed as binary', async (type, body) => {
    expect(await toAnyReply(new Response(body, { headers: { 'content-type': type } }))).toMatchObject({ body });
  });

  it.each<[string, Uint8Array]>([
    ['text/plain; charset=latin1', new Uint8Array([97])],
    ['text/plain', new Uint8Array([0xff, 0xfe])],
    ['application/octet-stream', new Uint8Array([97])],
  ])('has bytes for the body of %s that is not UTF-8', async (type, bytes) => {
    expect(await toAnyReply(new Response(bytes, { headers: { 'content-type': type } }))).toMatchObject({ body: bytes });
  });

  it('has bytes where there is no type, and knows a Response that has no getSetCookie', async () => {
    const bytes = new Uint8Array([97]);
    expect(await toAnyReply(new Response(bytes))).toMatchObject({ body: bytes });
    const polyfill = { [Symbol.toStringTag]: 'Response', status: 200, headers: new Map([['x-a', '1']]), body: null };
    expect(await toAnyReply(polyfill)).toEqual({ statusCode: 200, headers: { 'x-a': '1' } });
  });

  it('is no answer when it stands for a network error', async () => {
    await expect(toAnyReply(Response.error())).rejects.toThrow('status 0');
  });

  it('may be the body of an answer', async () => {
    expect(await toAnyReply(reply(299, new Response('a'), { 'set-cookie': 'a=b' }))).toMatchObject({
      statusCode: 200,
      body: 'a',
      cookies: ['a=b'],
    });
  });
});

describe('toAnyReply, of a stream', () => {
  const encoder = new TextEncoder();

  it.each<[string, unknown, string, string | Uint8Array]>([
    ['text', of('a', 'b'), TEXT, 'ab'],
    ['text and bytes', of('a', encoder.encode('b')), TEXT, Buffer.from('ab')],
    ['bytes and text', of(encoder.encode('a'), 'b'), BYTES, Buffer.from('ab')],
    ['a web stream of bytes', webStream(encoder.encode('a')), BYTES, Buffer.from('a')],
    ['a web stream of text', webStream('a', ''), TEXT, 'a'],
    ['an empty web stream', webStream(), BYTES, ''],
    ['a Readable of bytes', Readable.from([Buffer.from('a')], { objectMode: false }), BYTES, Buffer.from('a')],
    ['an empty Readable', Readable.from([], { objectMode: false }), BYTES, ''],
    ['a Readable of objects', Readable.from([{ a: 1 }, { a: 2 }]), 'application/json', '[{"a":1},{"a":2}]'],
    ['an empty Readable of objects', Readable.from([]), 'application/json', '[]'],
    ['objects', of({ a: 1 }, 'b', null, undefined, 2n), 'application/json', '[{"a":1},"b",null,null,"2"]'],
    ['what JSON has no value for', of(() => {}, Symbol('s')), 'application/json', '[null,null]'],
    ['no objects', of(), 'application/json', '[]'],
  ])('of %s', async (_, value, type, body) => {
    expect(await collected(value)).toEqual({ statusCode: 200, headers: { 'content-type': type }, body });
  });

  it('has the status and headers that are given', async () => {
    expect(await collected(of('a'), 201, { 'content-type': 'text/csv' })).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'text/csv' },
      body: 'a',
    });
  });

  it('may be the body of an answer', async () => {
    expect(await collected(reply(202, of('a'), { 'x-a': '1' }))).toMatchObject({
      statusCode: 202,
      headers: { 'content-type': TEXT, 'x-a': '1' },
      body: 'a',
    });
  });

  it('throws what goes wrong before the first piece', async () => {
    const failing = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no')) }),
    };
    await expect(toAnyReply(failing)).rejects.toThrow('no');
  });

  it('is stopped where the status has no content', async () => {
    let isClosed = false;
    const source = (async function* () {
      try {
        yield 'a';
        yield 'b';
      } finally {
        isClosed = true;
      }
    })();
    expect(await toAnyReply(source, 204, { 'x-a': '1' })).toEqual({ statusCode: 204, headers: { 'x-a': '1' } });
    await new Promise(setImmediate);
    expect(isClosed).toBe(true);
  });
});
