import type { HttpRequest, RequestReaders } from '../../src/http/request.js';
import { lazyRequest } from '../../src/http/request.js';

const NO_AUTH = { claims: {}, scopes: [], context: {} };

describe('lazyRequest', () => {
  const event = { method: 'GET' };
  const readersOf = (calls: string[]): RequestReaders<{ readonly method: string }> => {
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
      url: reader('url', 'https://a.test/users'),
      pathParameters: reader('pathParameters', {}),
      query: reader('query', {}),
      headers: reader('headers', { accept: '*/*' }),
      cookies: reader('cookies', {}),
      body: reader('body', undefined),
      bytes: reader('bytes', undefined),
      auth: reader('auth', NO_AUTH),
      sourceIp: reader('sourceIp', '203.0.113.7'),
      requestId: reader('requestId', 'r1'),
      stage: reader('stage', undefined),
      stageVariables: reader('stageVariables', {}),
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

describe('toWebRequest', () => {
  const webRequest = (parts: Partial<HttpRequest>): Request => {
    const request = { url: 'https://a.test/users?x=1', method: 'POST', headers: {}, bytes: undefined, ...parts };
    const readers = Object.fromEntries(Object.entries(request).map(([name, value]) => [name, () => value]));
    return lazyRequest(readers as unknown as RequestReaders<unknown>, {}).toWebRequest();
  };

  it('has method, URL, headers and body', async () => {
    const request = webRequest({
      headers: { host: 'a.test', accept: 'a,b', cookie: 'c=1; d=2' },
      bytes: Buffer.from('häl'),
    });
    expect(request.method).toBe('POST');
    expect(request.url).toBe('https://a.test/users?x=1');
    expect(Object.fromEntries(request.headers)).toEqual({ host: 'a.test', accept: 'a,b', cookie: 'c=1; d=2' });
    expect(await request.text()).toBe('häl');
    expect(await webRequest({ bytes: new Uint8Array([1, 255]) }).arrayBuffer()).toEqual(
      new Uint8Array([1, 255]).buffer,
    );
  });

  it.each(['GET', 'HEAD'])('has no body for %s (WHATWG Fetch, 5.4)', (method) => {
    expect(webRequest({ method, bytes: Buffer.from('x') }).body).toBeNull();
  });

  it('has no body where none was sent', () => {
    expect(webRequest({}).body).toBeNull();
  });

  it('sends header values that are no bytes as UTF-8 (WHATWG Infra, isomorphic encode)', () => {
    const { headers } = webRequest({ headers: { 'x-latin': 'é', 'x-coffee': '☕' } });
    expect(headers.get('x-latin')).toBe('é');
    expect(Buffer.from(headers.get('x-coffee') ?? '', 'latin1').toString()).toBe('☕');
  });
});
