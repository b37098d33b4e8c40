/** Every packaging, and a mix of them, answers what the reflective executor answers, at every front door. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildResult, build } from '../../src/compiler/index.js';
import { createHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import type { RouteManifest } from '../../src/model/manifest.js';
import { type GatewayRequest, lambdaContext } from '../../src/testing/index.js';
import { DOOR, type DoorName, ROUTED, UNROUTED } from './doors.js';
import type { Handler } from './executors.js';
import { BirdsController, CatsController, DogsController, FilesController } from './packaged/packaged.controller.js';

const CONTROLLERS: Readonly<Record<string, Class<object>>> = {
  BirdsController,
  CatsController,
  DogsController,
  FilesController,
};

/** What each function answers, where the option says `route`, `controller` and `app` of what has no `@Packaging`. */
const FUNCTIONS = {
  route: ['CatsController.add', 'CatsController.find', 'CatsController.latest', 'CatsController.list'],
  controller: ['CatsController'],
  app: [],
} as const;

const PACKAGINGS = ['route', 'controller', 'app'] as const;

const REQUESTS: readonly (readonly [request: GatewayRequest, route?: string])[] = [
  [{ method: 'GET', path: '/cats' }, 'CatsController.list'],
  [{ method: 'HEAD', path: '/cats' }],
  [{ method: 'OPTIONS', path: '/cats' }],
  [{ method: 'PUT', path: '/cats' }],
  [{ method: 'POST', path: '/cats' }, 'CatsController.add'],
  [{ method: 'GET', path: '/cats/latest' }, 'CatsController.latest'],
  [{ method: 'GET', path: '/cats/a%2Fb' }, 'CatsController.find'],
  [{ method: 'GET', path: '/cats/none' }, 'CatsController.find'],
  [{ method: 'HEAD', path: '/cats/none' }],
  [{ method: 'DELETE', path: '/cats/latest' }],
  [{ method: 'GET', path: '/cats/a/b' }],
  [{ method: 'GET', path: '/' }],
  [{ method: 'GET', path: '/dogs' }, 'DogsController.list'],
  [{ method: 'HEAD', path: '/dogs' }, 'DogsController.head'],
  [{ method: 'OPTIONS', path: '/dogs' }, 'DogsController.options'],
  [{ method: 'DELETE', path: '/birds/kea' }, 'BirdsController.remove'],
  [{ method: 'GET', path: '/birds/kea' }],
  [{ method: 'GET', path: '/files/a/b' }, 'FilesController.get'],
  [{ method: 'PATCH', path: '/files/any' }, 'FilesController.any'],
  [{ method: 'OPTIONS', path: '/files/any' }, 'FilesController.any'],
];

const folder = await mkdtemp(path.join(tmpdir(), 'gatewright-packaging-'));
const builds = new Map<string, BuildResult>();

beforeAll(async () => {
  for (const packaging of PACKAGINGS)
    builds.set(
      packaging,
      await build({
        root: path.join(import.meta.dirname, 'packaged'),
        controllers: '*.controller.ts',
        outDir: path.join(folder, packaging),
        frontDoors: ['http-api', 'rest-api', 'function-url', 'alb'],
        packaging,
        sourceMap: false,
      }),
    );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const resultOf = (packaging: string): BuildResult => builds.get(packaging) as BuildResult;

const handlerOf = async ({ dir, entry }: BuildResult['functions'][number]): Promise<Handler> =>
  ((await import(path.join(dir, entry))) as { readonly handler: Handler }).handler;

const answer = (handler: Handler, door: DoorName, request: GatewayRequest, route: RouteManifest | undefined) =>
  handler(
    DOOR[door].event(request, { method: route?.method ?? 'GET', path: route?.path ?? '/' }, {}),
    lambdaContext({ awsRequestId: 'id' }),
  );

describe.each(PACKAGINGS)('packaging %s', (packaging) => {
  it('has the functions that it and @Packaging ask for', () => {
    const app = packaging === 'app' ? ['CatsController.add', 'CatsController.find'] : [];
    expect(resultOf(packaging).functions.map(({ id }) => id)).toEqual([
      'BirdsController.remove',
      ...FUNCTIONS[packaging],
      'DogsController',
      'app',
    ]);
    expect(resultOf(packaging).functions.at(-1)?.routes).toEqual(
      expect.arrayContaining([...app, 'FilesController.get']),
    );
  });

  it.each(ROUTED)('answers what %s has found a route for', async (door) => {
    const { functions, manifest } = resultOf(packaging);
    for (const [request, id] of REQUESTS) {
      if (id === undefined) continue;
      const [controller, method] = id.split('.') as [string, string];
      const route = manifest.routes.find((entry) => entry.id === id);
      const built = functions.find(({ routes }) => routes.includes(id)) as BuildResult['functions'][number];
      const reflective = createHandler(CONTROLLERS[controller] as Class<never>, method as never) as Handler;
      const expected = await answer(reflective, door, request, route);
      expect(expected).toMatchObject({ statusCode: expect.any(Number) });
      expect(await answer(await handlerOf(built), door, request, route)).toStrictEqual(expected);
    }
  });

  it.each(UNROUTED)('finds routes itself behind %s: 404, 405 with Allow, HEAD and OPTIONS, too', async (door) => {
    const { functions } = resultOf(packaging);
    const statuses = new Set<unknown>();
    for (const built of functions) {
      const compiled = await handlerOf(built);
      const reflective = reflectiveOf(built);
      for (const [request] of REQUESTS) {
        const expected = await answer(reflective, door, request, undefined);
        expect(await answer(compiled, door, request, undefined)).toStrictEqual(expected);
        const { statusCode, headers, multiValueHeaders } = expected as Readonly<Record<string, object>>;
        statuses.add(statusCode);
        if ((statusCode as unknown) === 405) expect({ ...headers, ...multiValueHeaders }).toHaveProperty('allow');
      }
    }
    expect([...statuses].sort()).toEqual([200, 201, 204, 404, 405]);
  });
});

/** The reflective handler of the same routes as a function: of one, of a controller, of those that share the rest. */
function reflectiveOf({ id, routes }: BuildResult['functions'][number]): Handler {
  const [controller, method] = id.split('.') as [string, string | undefined];
  const target = CONTROLLERS[controller];
  if (target !== undefined && method !== undefined)
    return createHandler(target as Class<never>, method as never) as Handler;
  const names = new Set(routes.map((route) => route.split('.')[0] as string));
  return createHandler([...names].map((name) => CONTROLLERS[name] as Class)) as Handler;
}
