import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RouteManifest } from '../../dist/esm/gateway/deployment.js';
import { LocalGateway } from '../../dist/esm/gateway/local-gateway.js';

const route = (id: string, method: string, path: string, integration: object) =>
  ({ id, method, path, integration, lambda: {}, parameters: [] }) as unknown as RouteManifest;

describe('a route that has no function', () => {
  let gateway: LocalGateway;
  let other: Server;
  let seen: { method?: string; url?: string; headers: NodeJS.Dict<string | string[]>; body: string }[];

  beforeAll(async () => {
    other = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(url.startsWith('/moved') ? 302 : 201, {
        'x-other': 'yes',
        location: '/elsewhere',
        'set-cookie': ['a=1', 'b=2'],
      });
      response.end('from the other');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    gateway = await LocalGateway.start({ log: { line: () => {}, request: () => {} } });
    const origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const proxy = { type: 'http-proxy', headers: {} };
    void gateway.deploy({
      functions: [],
      manifest: {
        functions: [],
        routes: [
          route('A.mock', 'GET', '/mock', {
            type: 'mock',
            statusCode: 203,
            headers: { 'X-Own': 'a' },
            body: { ok: true },
          }),
          route('A.text', 'GET', '/text', { type: 'mock', statusCode: 200, headers: {}, body: 'text' }),
          route('A.none', 'GET', '/none', { type: 'mock', statusCode: 204, headers: {} }),
          route('A.proxy', 'POST', '/proxy/{id}', {
            ...proxy,
            target: { url: `${origin}/users/{id}` },
            method: 'PUT',
            headers: {
              'x-static': 'own',
              'x-id': { $from: 'path', name: 'id', type: 'string' },
              'x-q': { $from: 'query', name: 'q', type: 'string' },
              'x-h': { $from: 'header', name: 'X-Sent', type: 'string' },
            },
          }),
          route('A.any', 'ANY', '/any/{path+}', { ...proxy, target: { url: `${origin}/moved/{path}` } }),
          route('A.gone', 'GET', '/gone', { ...proxy, target: { url: 'http://127.0.0.1:1/' } }),
          route('A.below', 'GET', '/below', { ...proxy, target: { resource: 'legacy', path: '' } }),
          route('A.send', 'POST', '/send', { type: 'aws-service', action: 'sqs:SendMessage', resource: 'orders' }),
        ],
      },
    });
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(async () => {
    await gateway.close();
    await new Promise((resolve) => other.close(resolve));
  });

  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  it('answers a mock', async () => {
    const mock = await call('/mock');
    const text = await call('/text');

    expect([mock.status, mock.headers.get('x-own'), mock.headers.get('content-type'), mock.body]).toEqual([
      203,
      'a',
      'application/json',
      '{"ok":true}',
    ]);
    expect([text.headers.get('content-type'), text.body]).toEqual(['text/plain; charset=utf-8', 'text']);
    expect(await call('/none')).toMatchObject({ status: 204, body: '' });
  });

  it('passes requests on, and answers what it is answered', async () => {
    const { status, headers, body } = await call('/proxy/a%20b?q=x%26y&r=1', {
      method: 'POST',
      headers: { 'x-sent': 'sent', 'content-type': 'text/plain' },
      body: 'ü',
    });

    expect([status, body, headers.get('x-other'), headers.getSetCookie()]).toEqual([
      201,
      'from the other',
      'yes',
      ['a=1', 'b=2'],
    ]);
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/users/a%20b?q=x%26y&r=1',
        body: 'ü',
        headers: expect.objectContaining({
          'content-type': 'text/plain',
          'x-static': 'own',
          'x-id': 'a b',
          'x-q': 'x&y',
          'x-h': 'sent',
        }),
      },
    ]);
  });

  it('passes on paths, methods and redirects as they are', async () => {
    const { status, headers } = await call('/any/x/y', { method: 'DELETE' });

    expect([status, headers.get('location')]).toEqual([302, '/elsewhere']);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /moved/x/y']);
  });

  it.each([
    ['GET', '/gone', 502, /^A\.gone cannot reach the other server: .+/],
    ['GET', '/below', 501, /^A\.below is passed on to "legacy", whose address the deployment knows, which is not/],
    [
      'POST',
      '/send',
      501,
      /^A\.send is answered by API Gateway with sqs:SendMessage on "orders", which is not emulated locally$/,
    ],
  ])('says why %s %s cannot be answered', async (method, path, status, detail) => {
    const answered = await call(path, { method });

    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(answered.body)).toMatchObject({ status, detail: expect.stringMatching(detail) });
    expect(answered.status).toBe(status);
  });
});
