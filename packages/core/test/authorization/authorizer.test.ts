import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildResult, build } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import type { AuthorizerEvent, AuthorizerHandler } from '../../src/http/authorizer-handler.js';
import { createAuthorizer, createHandler } from '../../src/index.js';
import {
  authorizerEvent,
  type GatewayRequest,
  httpApiEvent,
  lambdaContext,
  restApiEvent,
} from '../../src/testing/index.js';
import { GateController } from './gate/gate.controller.js';

type Name = 'check' | 'keys' | 'requests' | 'odd';

const DOORS: readonly (readonly FrontDoorName[])[] = [
  ['http-api'],
  ['rest-api'],
  ['http-api', 'rest-api'],
  ['function-url'],
];

let folder: string;
const builds = new Map<string, BuildResult>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-authorizer-'));
  for (const frontDoors of DOORS) {
    const options = { root: path.join(import.meta.dirname, 'gate'), controllers: '*.controller.ts', sourceMap: false };
    builds.set(
      frontDoors.join(),
      await build({ ...options, frontDoors, outDir: path.join(folder, frontDoors.join()) }),
    );
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (doors: string, name: Name): string => {
  const { dir = '', entry = '' } = builds.get(doors)?.functions.find(({ id }) => id === `GateController.${name}`) ?? {};
  return path.join(dir, entry);
};

/** The handlers of an authorizer that get a gateway's events. */
async function handlersOf(name: Name, door: FrontDoorName): Promise<[string, AuthorizerHandler][]> {
  const compiled = [door, 'http-api,rest-api', 'function-url'].map(
    async (doors): Promise<[string, AuthorizerHandler]> => {
      const { handler } = (await import(fileOf(doors, name))) as { readonly handler: AuthorizerHandler };
      return [doors, handler];
    },
  );
  return [
    ['reflective', createAuthorizer(GateController, name) as AuthorizerHandler],
    ...(await Promise.all(compiled)),
  ];
}

const outcome = async (handler: AuthorizerHandler, event: AuthorizerEvent): Promise<unknown> => {
  try {
    return await handler(event, lambdaContext());
  } catch (error) {
    return String(error);
  }
};

/** What each executor says, which is the same. */
async function ask(name: Name, door: FrontDoorName, event: AuthorizerEvent): Promise<unknown> {
  const handlers = await handlersOf(name, door);
  const results = await Promise.all(handlers.map(async ([, handler]) => JSON.stringify(await outcome(handler, event))));
  expect(new Set(results).size).toBe(1);
  return JSON.parse(results[0] as string);
}

const request = (headers: Record<string, string>, path = '/gate/7?key=open&limit=5'): GatewayRequest => ({
  method: 'GET',
  path,
  headers,
});
const route = { method: 'GET', path: '/gate/{id}' };
const askHttp = (name: Name, headers: Record<string, string>, path?: string) =>
  ask(name, 'http-api', authorizerEvent(httpApiEvent(request(headers, path), { route })));
const askRest = (name: Name, headers: Record<string, string>, path?: string) =>
  ask(name, 'rest-api', authorizerEvent(restApiEvent(request(headers, path), { route })));

const METHOD_ARN = 'arn:aws:execute-api:us-east-1:123456789012:abcdef123/prod/GET/gate/7';
const policy = (Effect: 'Allow' | 'Deny', Resource = METHOD_ARN, principalId = 'odd') => ({
  principalId,
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] },
});

const ada = { sub: 'ada', level: '3', isAdmin: 'true', roles: 'a,b', more: '{"x":1}' };

describe('an authorizer, compiled and not', () => {
  it('says to an HTTP API whom it lets through, with a context of text', async () => {
    expect(await askHttp('check', { authorization: 'Bearer ada' })).toEqual({ isAuthorized: true, context: ada });
    expect(await askHttp('check', { authorization: 'Bearer bob' })).toEqual({ isAuthorized: false });
    expect(await askHttp('check', {})).toEqual({ isAuthorized: false });
  });

  it('gives a REST API a policy: of the stage where it is kept, else of the method', async () => {
    const stage = 'arn:aws:execute-api:us-east-1:123456789012:abcdef123/prod/*';
    expect(await askRest('check', { authorization: 'Bearer ada' })).toEqual({
      ...policy('Allow', stage, 'ada'),
      context: ada,
    });
    expect(await askRest('check', { authorization: 'Bearer bob' })).toEqual(policy('Deny', stage, 'users'));
    expect(await askRest('odd', { 'x-odd': 'true' })).toEqual({ ...policy('Allow'), context: { authorizer: 'odd' } });
    expect(await askRest('odd', {})).toEqual(policy('Deny'));
  });

  it('gets the value of a TOKEN authorizer as the header authorization', async () => {
    const token = (authorizationToken: string) =>
      ask('check', 'rest-api', { type: 'TOKEN', methodArn: METHOD_ARN, authorizationToken });
    expect(await token('Bearer ada')).toMatchObject({ principalId: 'ada', context: ada });
    expect(await token('Bearer bob')).toMatchObject({ policyDocument: { Statement: [{ Effect: 'Deny' }] } });
  });

  it('binds query parameters, DTOs and cookies; who sends wrong ones is not known', async () => {
    const context = { theme: 'dark', limit: '5' };
    expect(await askHttp('keys', { cookie: 'theme=dark' })).toEqual({ isAuthorized: true, context });
    expect(await askRest('keys', { cookie: 'theme=dark' })).toMatchObject({ principalId: 'keys', context });
    expect(await askHttp('keys', {}, '/gate/7?key=x')).toEqual({ isAuthorized: false });
    expect(await askRest('keys', {}, '/gate/7?key=x')).toBe('Error: Unauthorized');
    expect(await askRest('keys', {}, '/gate/7?key=closed')).toEqual(policy('Deny', METHOD_ARN, 'keys'));
  });

  it('sees the whole request, and which route it is for', async () => {
    const context = { path: '/gate/7', method: 'GET', id: '7', known: 'true' };
    expect(await askHttp('requests', {})).toEqual({ isAuthorized: true, context });
    expect(await askRest('requests', {})).toMatchObject({ context });
  });

  it('tells a REST API who is not known from who may not; an HTTP API turns both away', async () => {
    for (const odd of ['unauthorized', 'forbidden'])
      expect(await askHttp('odd', { 'x-odd': odd })).toEqual({ isAuthorized: false });
    expect(await askRest('odd', { 'x-odd': 'unauthorized' })).toBe('Error: Unauthorized');
    expect(await askRest('odd', { 'x-odd': 'forbidden' })).toEqual(policy('Deny'));
  });

  it.each([
    ['broken', 'Error: broken'],
    ['text', 'TypeError: an authorizer returned neither true nor an object, false, null or nothing'],
    ['list', 'TypeError: an authorizer returned neither true nor an object, false, null or nothing'],
    ['comma', 'TypeError: an authorizer\'s context has a list "roles" of what is no text without commas'],
    ['reserved', 'TypeError: an authorizer\'s context cannot have "principalId", which REST APIs keep apart'],
  ])('lets nobody through by a mistake: %s', async (odd, error) => {
    expect(await askHttp('odd', { 'x-odd': odd })).toBe(error);
    expect(await askRest('odd', { 'x-odd': odd })).toBe(error);
  });

  it('writes times and large numbers as text', async () => {
    const context = { since: '1970-01-01T00:00:00.000Z', many: '10' };
    expect(await askHttp('odd', { 'x-odd': 'date' })).toEqual({ isAuthorized: true, context });
  });

  it('has a context that routes take by @Auth in their own types, the same from both APIs', async () => {
    const handler = createHandler(GateController, 'mine');
    const asked = { method: 'GET', path: '/gate/mine' };
    const events = [
      httpApiEvent(asked, { authorizer: { lambda: ada } }),
      restApiEvent(asked, { authorizer: { principalId: 'ada', ...ada } }),
    ];
    for (const event of events) {
      const { body } = (await handler(event, lambdaContext())) as { readonly body?: string };
      expect(JSON.parse(body ?? '')).toEqual({
        sub: 'ada',
        level: 3,
        isAdmin: true,
        roles: ['a', 'b'],
        heavy: 'MARK-heavy',
      });
    }
  });
});

describe('a build with authorizers', () => {
  it('has them in its manifest, each with a function of its own', () => {
    const { manifest } = builds.get('http-api') as BuildResult;
    expect(manifest.authorizers?.map(({ name, id, cacheFor, uses }) => ({ name, id, cacheFor, uses }))).toEqual([
      { name: 'keys', id: 'GateController.keys', uses: { sessions: ['read'] } },
      { name: 'odd', id: 'GateController.odd', uses: { sessions: ['read'] } },
      { name: 'requests', id: 'GateController.requests', uses: { sessions: ['read'] } },
      { name: 'users', id: 'GateController.check', cacheFor: 300, uses: { sessions: ['read'] } },
    ]);
    expect(manifest.functions.map(({ id, routes, authorizer }) => [id, routes, authorizer])).toEqual([
      ['GateController.check', [], 'users'],
      ['GateController.keys', [], 'keys'],
      ['GateController.mine', ['GateController.mine'], undefined],
      ['GateController.odd', [], 'odd'],
      ['GateController.requests', [], 'requests'],
    ]);
    expect(manifest.routes.map(({ id }) => id)).toEqual(['GateController.mine']);
  });

  it('bundles each without routes, decorators and libraries', async () => {
    const code = await readFile(fileOf('http-api', 'check'), 'utf8');
    expect(code).toContain('isAuthorized');
    expect(code).not.toMatch(/MARK-heavy|Authorizer\(|class-validator|__decorate|isEmail/);
    expect(await readFile(fileOf('http-api', 'keys'), 'utf8')).not.toMatch(/from ["']class-/);
  });
});
