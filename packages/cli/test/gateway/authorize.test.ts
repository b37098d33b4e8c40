import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthorizerManifest } from '@gatewright/core/compiler';
// The built package: a function's thread is a file that Node.js itself loads.
import type { DeployableBuild, RouteManifest } from '../../dist/esm/gateway/deployment.js';
import { LocalGateway } from '../../dist/esm/gateway/local-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'gatewright-'));

const functionOf = (id: string, source: string) => {
  const dir = join(folder, id);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'index.mjs'), source);
  return { id, dir, entry: 'index.mjs' };
};

const place = { type: { kind: 'string' }, required: true } as const;
const users = {
  name: 'users',
  id: 'Gate.check',
  parameters: [
    { index: 0, in: 'header', name: 'Authorization', ...place },
    { index: 1, in: 'query', name: 'tenant', ...place },
    { index: 2, in: 'header', name: 'x-more', ...place, required: false },
  ],
} as unknown as AuthorizerManifest;

const CHECK = `export const handler = async ({ type, identitySource, routeKey }) => {
  const [token] = identitySource;
  if (token === 'broken') throw new Error('no database');
  return { isAuthorized: token === 'ada', context: { type, routeKey, tenant: identitySource[1] } };
};`;
const ECHO = 'export const handler = async ({ requestContext: { authorizer } }) => authorizer ?? null;';

const guarded = { kind: 'authorizer', name: 'users' };
const routes = [
  { id: 'A.get', path: '/get', authorization: guarded },
  { id: 'A.other', path: '/other', authorization: { kind: 'authorizer', name: 'elsewhere' } },
  { id: 'A.open', path: '/open' },
  {
    id: 'A.mock',
    path: '/mock',
    authorization: guarded,
    integration: { type: 'mock', statusCode: 200, headers: {}, body: 'hi' },
  },
].map((route) => ({ method: 'GET', lambda: {}, parameters: [], ...route })) as unknown as RouteManifest[];

const build: DeployableBuild = {
  manifest: {
    routes,
    authorizers: [users],
    functions: [
      { id: 'Gate.check', packaging: 'route', routes: [], authorizer: 'users', lambda: {} },
      ...['A.get', 'A.other', 'A.open'].map((id) => ({ id, packaging: 'route', routes: [id], lambda: {} }) as const),
    ],
  },
  functions: [functionOf('Gate.check', CHECK), ...['A.get', 'A.other', 'A.open'].map((id) => functionOf(id, ECHO))],
};

describe('the local gateway with an authorizer of the application', () => {
  let gateway: LocalGateway;
  const lines: string[] = [];

  beforeAll(async () => {
    gateway = await LocalGateway.start({
      log: { line: (id, line) => lines.push(`${id}: ${line}`), request: () => {} },
    });
    await gateway.deploy(build);
  });
  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string, authorization?: string) => {
    const response = await fetch(`${gateway.url}${path}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    return [response.status, await response.text()];
  };

  it('tells the function what it found out about a caller', async () => {
    const [status, body] = await get('/get?tenant=a%20b', 'ada');
    expect(status).toBe(200);
    expect(JSON.parse(String(body))).toEqual({ lambda: { type: 'REQUEST', routeKey: 'GET /get', tenant: 'a b' } });
  });

  it('turns others away, and is not asked without what it goes by', async () => {
    expect(await get('/get?tenant=a', 'bob')).toEqual([403, '{"message":"Forbidden"}']);
    expect(await get('/get?tenant=a')).toEqual([401, '{"message":"Unauthorized"}']);
    expect(await get('/get', 'ada')).toEqual([401, '{"message":"Unauthorized"}']);
  });

  it('answers 500 where it fails, and says why', async () => {
    expect(await get('/get?tenant=a', 'broken')).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(lines.join()).toContain('no database');
  });

  it('stands before routes without a function, too', async () => {
    expect(await get('/mock?tenant=a', 'ada')).toEqual([200, 'hi']);
    expect(await get('/mock?tenant=a', 'bob')).toEqual([403, '{"message":"Forbidden"}']);
  });

  it("lets everyone through where an authorizer is not the application's", async () => {
    expect(await get('/other')).toEqual([200, 'null']);
    expect(await get('/open')).toEqual([200, 'null']);
  });

  it('ends no function between an authorizer and its route', async () => {
    const requests = Array.from({ length: 5 }, () => get('/get?tenant=a', 'ada'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await gateway.deploy(build);
    for (const [status] of await Promise.all(requests)) expect(status).toBe(200);
  });
});
