import fc from 'fast-check';
import { toReply } from '../../src/http/reply.js';

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
    ['an array', [1, null], 'application/json', '[1,null]'],
    ['a number', 0, 'application/json', '0'],
    ['a boolean', false, 'application/json', 'false'],
    ['a date', new Date(0), 'application/json', '"1970-01-01T00:00:00.000Z"'],
    ['what has a toJSON', { toJSON: () => ({ b: 2 }) }, 'application/json', '{"b":2}'],
  ])('of %s is 200 with its type', (_, value, type, body) => {
    expect(toReply(value)).toEqual({ statusCode: 200, headers: { 'content-type': type }, body });
  });

  it('of bytes is base64, and only those of the view', () => {
    const bytes = new Uint8Array([0, 1, 2, 255, 4]).subarray(2, 4);
    const reply = {
      statusCode: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: 'Av8=',
      isBase64Encoded: true,
    };
    expect(toReply(bytes)).toEqual(reply);
    expect(toReply(Buffer.from(bytes))).toEqual(reply);
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

  it('throws where JSON cannot hold the value, for the handler to answer', () => {
    expect(() => toReply({ id: 5n })).toThrow(TypeError);
  });

  it('gives JSON and bytes back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array(), (value, bytes) => {
        if (typeof value !== 'string' && value !== null)
          expect(JSON.parse(toReply(value).body ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
        expect([...Buffer.from(toReply(bytes).body ?? '', 'base64')]).toEqual([...bytes]);
      }),
    );
  });
});
