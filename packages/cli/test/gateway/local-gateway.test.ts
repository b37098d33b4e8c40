import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
// The built package: a function's thread is a file that Node.js itself loads.
import type { DeployableBuild, RouteManifest } from '../../dist/esm/gateway/deployment.js';
import { LocalGateway } from '../../dist/esm/gateway/local-gateway.js';

interface Route {
  readonly source: string;
  readonly lambda?: RouteManifest['lambda'];
}

const folder = mkdtempSync(join(tmpdir(), 'gatewright-'));
let builds = 0;

/** Writes a build with hand-written handlers, by route key. */
const buildOf = (routes: Readonly<Record<string, string | Route>>): DeployableBuild => {
  builds += 1;
  const entries = Object.entries(routes).map(([key, value], index) => {
    const [method = '', path = ''] = key.split(' ');
    const { source, lambda = {} } = typeof value === 'string' ? { source: value } : value;
    const id = `Test.route${index}`;
    const dir = join(folder, String(builds), id);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'index.mjs'), source);
    const route = { id, method, path, lambda, parameters: [] } as unknown as RouteManifest;
    return { route, built: { id, dir, entry: 'index.mjs' } };
  });
  const functions = entries.map(
    ({ route: { id, lambda } }) => ({ id, packaging: 'route', routes: [id], lambda }) as const,
  );
  return {
    manifest: { routes: entries.map(({ route }) => route), functions },
    functions: entries.map(({ built }) => built),
  };
};

const ECHO = 'export const handler = async (event) => event;';

describe('LocalGateway', () => {
  let gateway: LocalGateway;
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    gateway = await LocalGateway.start({
      integrationTimeout: 2,
      log: { line: (id, line) => lines.push(`${id}: ${line}`), request: (line) => lines.push(line) },
    });
  });
  afterEach(() => gateway.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const call = (path: string, init?: RequestInit) => fetch(`${gateway.url}${path}`, init);
  const serve = (routes: Readonly<Record<string, string | Route>>, environment = {}) =>
    gateway.deploy(buildOf(routes), { environment });

  it('lets requests wait for the first build', async () => {
    const response = call('/');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await serve({ 'GET /': ECHO });
    expect((await response).status).toBe(200);
  });

  it('answers 503 when there is no build to wait for', async () => {
    gateway.open();
    const response = await call('/');
    expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  it('hands the function a real event and its result to the client', async () => {
    await serve({ 'POST /todos/{id}': ECHO });
    const response = await call('/todos/a%20b?tag=x&tag=y%20z', {
      method: 'POST',
      headers: { 'X-Test': 'ä'.normalize('NFD').slice(0, 1), cookie: 'a=1; b=2', 'content-type': 'application/json' },
      body: '{"ü":1}',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('apigw-requestid')).toMatch(/^[\w-]{15}=$/);
    const event = (await response.json()) as APIGatewayProxyEventV2;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /todos/{id}',
      rawPath: '/todos/a b',
      rawQueryString: 'tag=x&tag=y%20z',
      queryStringParameters: { tag: 'x,y z' },
      pathParameters: { id: 'a b' },
      cookies: ['a=1', 'b=2'],
      body: '{"ü":1}',
      isBase64Encoded: false,
      headers: {
        'content-length': '8',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': new URL(gateway.url).port,
      },
      requestContext: {
        requestId: response.headers.get('apigw-requestid'),
        stage: '$default',
        http: { method: 'POST', path: '/todos/a b', sourceIp: '127.0.0.1' },
      },
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.headers).not.toHaveProperty('connection');
    expect(event.requestContext.timeEpoch).toBeGreaterThan(Date.now() - 60_000);
  });

  it('answers 404 where no route matches', async () => {
    await serve({ 'GET /todos': ECHO });
    for (const [path, method] of [
      ['/', 'GET'],
      ['/todos', 'POST'],
      ['/todos', 'HEAD'],
      ['/todos/', 'GET'],
    ] as const) {
      const response = await call(path, { method });
      expect([path, method, response.status]).toEqual([path, method, 404]);
    }
    expect(await (await call('/')).text()).toBe('{"message":"Not Found"}');
  });

  it('sends status, headers, cookies and bytes of a result', async () => {
    await serve({
      'GET /': `export const handler = async () => ({
        statusCode: 201, headers: { 'Content-Type': 'image/png', 'X-A': 'a,b' }, cookies: ['a=1; Path=/', 'b=2'],
        body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true });`,
    });
    const response = await call('/');
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-a')).toBe('a,b');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });

  it('sends no body to HEAD', async () => {
    await serve({ 'ANY /': 'export const handler = () => ({ statusCode: 200, body: "12345" });' });
    const response = await call('/', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '5', '']);
  });

  it('answers 500 to an error, and writes it to the log only', async () => {
    await serve({ 'GET /': 'export const handler = async () => { throw new RangeError("secret"); };' });
    const response = await call('/');
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(lines).toContainEqual('Test.route0: RangeError: secret');
    expect(lines.join('\n')).toMatch(/index\.mjs:1/);
  });

  it('answers 500 to a malformed result, and says why', async () => {
    await serve({ 'GET /': 'export const handler = async () => ({ statusCode: 200, body: {} });' });
    expect((await call('/')).status).toBe(500);
    expect(lines).toContainEqual('Test.route0: body is not a string; write JSON.stringify(body)');
  });

  it.each([
    ['throws while it loads', 'throw new Error("no table");', 'no table'],
    ['awaits what fails while it loads', 'await Promise.reject(new Error("no settings"));', 'Error: no settings'],
    ['awaits for ever while it loads', 'await new Promise(() => {});', 'Runtime exited with code 13'],
    ['exports no handler', 'export const handle = 1;', 'exports no handler'],
    ['ends its process', 'export const handler = () => process.exit(3);', 'Runtime exited with code 3'],
    [
      'throws outside of its promise',
      'export const handler = () => new Promise(() => setTimeout(() => { throw new Error("late"); }));',
      'Error: late',
    ],
    ['returns what JSON cannot hold', 'export const handler = async () => 1n;', 'BigInt'],
  ])('answers 500 to a function that %s, and then the next request', async (_, source, message) => {
    await serve({ 'GET /': source, 'GET /fine': ECHO });
    expect((await call('/')).status).toBe(500);
    expect(lines.join('\n')).toContain(message);
    expect((await call('/')).status).toBe(500);
    expect((await call('/fine')).status).toBe(200);
  });

  it('ends a function at its timeout with 500', async () => {
    const source = 'export const handler = (event, context) => { while (true); };';
    await serve({ 'GET /': { source, lambda: { timeout: 0.3 } } });
    expect((await call('/')).status).toBe(500);
    expect(lines).toContainEqual('Test.route0: Task timed out after 0.30 seconds');
  });

  it('answers 503 when its own time is over', async () => {
    await serve({ 'GET /': 'export const handler = () => new Promise(() => {});' });
    const response = await call('/');
    expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  it('gives the handler a context that counts down', async () => {
    const source = `export const handler = async (event, context) => ({
      name: context.functionName, left: context.getRemainingTimeInMillis(), id: context.awsRequestId });`;
    await serve({ 'GET /': { source, lambda: { timeout: 9 } } });
    const { name, left, id } = (await (await call('/')).json()) as { name: string; left: number; id: string };
    expect(name).toBe('Test-route0');
    expect(left).toBeGreaterThan(5000);
    expect(left).toBeLessThanOrEqual(9000);
    expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  it('gives each function its environment', async () => {
    const source = 'export const handler = async () => [process.env.A, process.env.B, process.env._HANDLER];';
    await serve({ 'GET /': { source, lambda: { environment: { B: 'route' } } } }, { A: 'all', B: 'all' });
    expect(await (await call('/')).json()).toEqual(['all', 'route', 'index.handler']);
    expect(process.env.A).toBeUndefined();
  });

  it('keeps an execution environment for the next request', async () => {
    await serve({ 'GET /': 'let count = 0; export const handler = async () => (count += 1);' });
    expect([await (await call('/')).json(), await (await call('/')).json()]).toEqual([1, 2]);
  });

  it('gives concurrent requests environments of their own', async () => {
    const source = `let count = 0; import { setTimeout } from 'node:timers/promises';
      export const handler = async () => { const own = (count += 1); await setTimeout(300); return own; };`;
    await serve({ 'GET /': source });
    const counts = await Promise.all([1, 2, 3].map(async () => (await call('/')).json()));
    expect(counts).toEqual([1, 1, 1]);
  });

  it('lets requests wait while ten are answered', async () => {
    const source = `import { setTimeout } from 'node:timers/promises';
      export const handler = async () => { await setTimeout(20); return 'done'; };`;
    await serve({ 'GET /': source });
    const replies = await Promise.all(Array.from({ length: 25 }, async () => (await call('/')).text()));
    expect(new Set(replies)).toEqual(new Set(['done']));
  });

  it('writes what a function prints to the log, with its route', async () => {
    await serve({
      'GET /': 'export const handler = async () => { console.log("a\\nb"); console.error("c"); return 1; };',
    });
    await call('/');
    await call('/');
    expect(lines).toEqual(expect.arrayContaining(['Test.route0: a', 'Test.route0: b', 'Test.route0: c']));
    expect(lines.some((line) => /^GET \/ 200 \d+ ms Test\.route0$/.test(line))).toBe(true);
  });

  it('answers 413 to a body over 10 MB, and takes one of 4 MB', async () => {
    await serve({ 'POST /': 'export const handler = async (event) => event.body.length;' });
    const headers = { 'content-type': 'text/plain' };
    const tooLong = await call('/', { method: 'POST', headers, body: 'x'.repeat(10 * 1024 * 1024 + 1) });
    expect([tooLong.status, await tooLong.text()]).toEqual([413, '{"message":"Request Too Long"}']);
    const long = await call('/', { method: 'POST', headers, body: 'x'.repeat(4 * 1024 * 1024) });
    expect([long.status, await long.text()]).toEqual([200, String(4 * 1024 * 1024)]);
  });

  it('answers 413 to an event over the 6 MB that Lambda takes', async () => {
    await serve({ 'POST /': 'export const handler = async (event) => event.body.length;' });
    const response = await call('/', { method: 'POST', body: new Uint8Array(5 * 1024 * 1024) });
    expect(response.status).toBe(413);
  });

  it('serves the next build, while requests under way finish on the one before', async () => {
    const slow = `import { setTimeout } from 'node:timers/promises';
      export const handler = async () => { await setTimeout(400); return 'old'; };`;
    await serve({ 'GET /': slow });
    const first = call('/');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const replaced = serve({ 'GET /': 'export const handler = async () => "new";' });
    expect(await (await call('/')).text()).toBe('new');
    expect(await (await first).text()).toBe('old');
    await replaced;
  });

  it('serves a request whose body took longer than a deployment', async () => {
    await serve({ 'POST /': 'export const handler = async () => "old";' });
    const { hostname, port } = new URL(gateway.url);
    const status = new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, method: 'POST', path: '/' }, (response) =>
        resolve(response.statusCode),
      );
      sent.on('error', reject).write('a');
      setTimeout(async () => {
        await serve({ 'POST /': 'export const handler = async () => "new";' });
        sent.end('b');
      }, 100);
    });
    expect(await status).toBe(200);
  });

  it('takes a whole URL as a request target', async () => {
    await serve({ 'GET /todos': 'export const handler = async (event) => event.rawQueryString;' });
    const { hostname, port } = new URL(gateway.url);
    const body = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest({ hostname, port, path: `${gateway.url}/todos?a=1` }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
      });
      sent.on('error', reject).end();
    });
    expect(body).toBe('a=1');
  });

  it('survives a client that goes away in the middle of its request', async () => {
    await serve({ 'POST /': ECHO });
    const { hostname, port } = new URL(gateway.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await call('/', { method: 'POST' })).status).toBe(200);
  });

  it('ends requests under way, and those that wait, when it closes', async () => {
    await serve({ 'GET /': 'export const handler = () => new Promise(() => {});' });
    const answers = Array.from({ length: 12 }, () => call('/').catch((error: Error) => error.name));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await gateway.close();
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['TypeError']));
  });
});
