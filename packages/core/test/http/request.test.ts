import { lazyRequest } from '../../src/http/request.js';

describe('lazyRequest', () => {
  const event = { method: 'GET' };
  const readersOf = (calls: string[]) => {
    const reader =
      <TValue>(name: string, value: TValue) =>
      (given: unknown): TValue => {
        expect(given).toBe(event);
        calls.push(name);
        return value;
      };
    return {
      method: reader('method', 'GET'),
      path: reader('path', '/users'),
      pathParameters: reader('pathParameters', {}),
      query: reader('query', {}),
      headers: reader('headers', { accept: '*/*' }),
      cookies: reader('cookies', {}),
      body: reader('body', undefined),
      sourceIp: reader('sourceIp', '203.0.113.7'),
    };
  };

  it('reads nothing before it is asked, and each thing once', () => {
    const calls: string[] = [];
    const request = lazyRequest(readersOf(calls), event);
    expect(request.event).toBe(event);
    expect(calls).toEqual([]);
    expect(request.headers).toBe(request.headers);
    expect([request.method, request.method, request.body, request.body]).toEqual(['GET', 'GET', undefined, undefined]);
    expect(calls).toEqual(['headers', 'method', 'body']);
  });

  it('has its properties as its own, so that it can be spread and written as JSON', () => {
    const request = lazyRequest(readersOf([]), event);
    expect({ ...request }).toMatchObject({ event, path: '/users', sourceIp: '203.0.113.7' });
    expect(JSON.parse(JSON.stringify(request))).toHaveProperty('headers', { accept: '*/*' });
  });

  it('is read-only', () => {
    const request = lazyRequest(readersOf([]), event) as { path: string };
    expect(request.path).toBe('/users');
    expect(() => {
      request.path = '/other';
    }).toThrow(TypeError);
  });
});
