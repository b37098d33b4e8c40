import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { build } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import { createHandler, type ReflectiveHandler } from '../../src/index.js';
import type { Manifest } from '../../src/model/manifest.js';
import { type GatewayRequest, httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';
import { BodiesController } from './application/bodies.controller.js';
import { RepliesController } from './application/replies.controller.js';
import { ValuesController } from './application/values.controller.js';
import { WiringController } from './application/wiring.controller.js';
import { CASES, type ConformanceCase } from './cases.js';

const CONTROLLERS = { BodiesController, RepliesController, ValuesController, WiringController };
const EVENTS = { 'http-api': httpApiEvent, 'rest-api': restApiEvent };
const DOORS: readonly FrontDoorName[] = ['http-api', 'rest-api'];
/** Builds by the front doors they know: one only, or both. */
const BUILDS: readonly (readonly FrontDoorName[])[] = [['http-api'], ['rest-api'], ['http-api', 'rest-api']];

const context = lambdaContext({ awsRequestId: 'request-1', functionName: 'conformance' });
const application = path.join(import.meta.dirname, 'application');

let folder: string;
let manifest: Manifest;
const compiled = new Map<string, ReflectiveHandler>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-conformance-'));
  for (const frontDoors of BUILDS) {
    const outDir = path.join(folder, frontDoors.join('+'));
    const result = await build({ root: application, controllers: '*.controller.ts', outDir, frontDoors });
    manifest = result.manifest;
    for (const { id, dir, entry } of result.functions) {
      const module = (await import(path.join(dir, entry))) as { readonly handler: ReflectiveHandler };
      compiled.set(`${id} ${frontDoors.join('+')}`, module.handler);
    }
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  jest.restoreAllMocks();
});

const reflective = (id: string): ReflectiveHandler => {
  const [controller, method] = id.split('.') as [keyof typeof CONTROLLERS, string];
  return createHandler<Record<string, unknown>>(CONTROLLERS[controller] as never, method);
};

const eventOf = (door: FrontDoorName, { route: id, request }: ConformanceCase) => {
  const route = manifest.routes.find((entry) => entry.id === id);
  if (route === undefined) throw new Error(`no route ${id}`);
  const method = request.method ?? route.method;
  return EVENTS[door]({ ...request, method } as GatewayRequest, { route: { method: route.method, path: route.path } });
};

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const bodyOf = ({ headers, body }: Result): unknown =>
  body !== undefined && /json$/.test(headers?.['content-type'] ?? '') ? JSON.parse(body) : body;

describe.each(DOORS)('%s', (door) => {
  describe.each(['reflective', door, BUILDS[2]?.join('+') as string])('%s', (executor) => {
    it.each(CASES.map((entry) => [`${entry.route}: ${entry.name}`, entry] as const))('%s', async (_name, entry) => {
      const handler = executor === 'reflective' ? reflective(entry.route) : compiled.get(`${entry.route} ${executor}`);
      const result = (await handler?.(eventOf(door, entry), context)) as Result;
      expect({ status: result.statusCode, body: bodyOf(result) }).toEqual({ status: entry.status, body: entry.body });
      expect(result.headers).toMatchObject(entry.headers ?? {});
    });
  });

  it('gets the same results, byte for byte, from every executor', async () => {
    const differences: unknown[] = [];
    for (const entry of CASES) {
      const results = await Promise.all(
        [
          reflective(entry.route),
          compiled.get(`${entry.route} ${door}`),
          compiled.get(`${entry.route} http-api+rest-api`),
        ].map(async (handler) => JSON.stringify(await handler?.(eventOf(door, entry), context))),
      );
      if (new Set(results).size > 1) differences.push({ case: `${entry.route}: ${entry.name}`, results });
    }
    expect(differences).toEqual([]);
  });
});

it('has a case for every route', () => {
  const tried = new Set(CASES.map(({ route }) => route));
  expect(manifest.routes.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});
