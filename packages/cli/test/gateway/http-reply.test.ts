import { gatewayReply, type HttpReply, MalformedResult, readResult } from '../../src/gateway/http-reply.js';

const read = (result: unknown): Omit<HttpReply, 'body'> & { body: string } => {
  const reply = readResult(JSON.stringify(result));
  return { ...reply, body: reply.body.toString() };
};

describe('readResult', () => {
  it.each([
    [{ name: 'John' }, '{"name":"John"}'],
    [[1, 2], '[1,2]'],
    ['Hello, "you"', 'Hello, "you"'],
    ['', ''],
    [42, '42'],
    [true, 'true'],
    [null, 'null'],
  ])('answers 200 application/json to %j, a result without statusCode', (result, body) => {
    expect(read(result)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body,
    });
  });

  it('answers text/plain where no content type is given', () => {
    expect(read({ statusCode: 201, body: '{}' })).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      cookies: [],
      body: '{}',
    });
  });

  it('keeps the content type given, whatever its case, and commas in values', () => {
    const { headers } = read({
      statusCode: 200,
      headers: { 'Content-Type': 'application/xml', 'X-A': 'a,b', 'x-n': 1 },
    });
    expect(headers).toEqual({ 'content-type': 'application/xml', 'x-a': 'a,b', 'x-n': '1' });
  });

  it('drops headers about the connection and the length', () => {
    const { headers } = read({ statusCode: 200, headers: { 'Content-Length': '1', Connection: 'close', 'x-a': 'b' } });
    expect(headers).toEqual({ 'content-type': 'text/plain; charset=utf-8', 'x-a': 'b' });
  });

  it('keeps cookies apart', () => {
    expect(read({ statusCode: 200, cookies: ['a=1; Path=/', 'b=2'] }).cookies).toEqual(['a=1; Path=/', 'b=2']);
  });

  it('ignores multiValueHeaders, as payload format 2.0 does', () => {
    expect(read({ statusCode: 200, multiValueHeaders: { 'x-a': ['1'] } }).headers).not.toHaveProperty('x-a');
  });

  it('decodes base64', () => {
    const reply = readResult(JSON.stringify({ statusCode: 200, body: 'AP8=', isBase64Encoded: true }));
    expect([...reply.body]).toEqual([0, 255]);
  });

  it.each([204, 304])('sends no body and no content type with %d', (statusCode) => {
    expect(read({ statusCode, body: 'x' })).toEqual({ statusCode, headers: {}, cookies: [], body: '' });
  });

  it.each([
    [{ statusCode: 0 }, 'statusCode is 0'],
    [{ statusCode: null }, 'statusCode is null'],
    [{ statusCode: '200' }, 'statusCode is "200"'],
    [{ statusCode: 200.5 }, 'statusCode is 200.5'],
    [{ statusCode: 100 }, 'statusCode is 100'],
    [{ statusCode: 600 }, 'statusCode is 600'],
    [{ statusCode: 200, body: { a: 1 } }, 'body is not a string'],
    [{ statusCode: 200, headers: [] }, 'headers is not an object'],
    [{ statusCode: 200, headers: { a: ['b'] } }, 'headers.a is not a string'],
    [{ statusCode: 200, headers: { 'a b': 'c' } }, 'header "a b" holds characters that HTTP does not allow'],
    [{ statusCode: 200, headers: { a: 'b\r\nc: d' } }, 'header "a" holds characters that HTTP does not allow'],
    [{ statusCode: 200, cookies: 'a=1' }, 'cookies is not an array'],
    [{ statusCode: 200, cookies: [1] }, 'cookies holds something that is not a string'],
    [{ statusCode: 200, cookies: ['a=1\n'] }, 'header "set-cookie" holds characters'],
    ['x'.repeat(6_300_000), 'the result is longer than 6291556 bytes'],
  ])('refuses a malformed result and says why (%#)', (result, message) => {
    expect(() => read(result)).toThrow(MalformedResult);
    expect(() => read(result)).toThrow(message);
  });
});

describe('gatewayReply', () => {
  it('is JSON with a message', () => {
    const { statusCode, headers, body } = gatewayReply(404, 'Not Found');
    expect([statusCode, headers['content-type'], body.toString()]).toEqual([
      404,
      'application/json',
      '{"message":"Not Found"}',
    ]);
  });
});
