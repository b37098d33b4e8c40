/** Compares what is made, in which order, and what is answered: reflective and compiled. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildResult, build, reachedProviders } from '../../src/compiler/index.js';
import { createHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import { httpApiEvent, lambdaContext } from '../../src/testing/index.js';
import { FailingController } from './application/failing.js';
import { fakes } from './application/fakes.js';
import { Shop } from './application/shop.js';
import {
  KindsController,
  OwnController,
  ReportsController,
  StoresController,
} from './application/wiring.controller.js';

interface Row {
  readonly controller: Class<object>;
  readonly method: string;
  readonly path: string;
  readonly made: readonly string[];
  readonly store: string;
  readonly body: unknown;
}

const CACHED = 'cached todos-3 in eu-central-1, one client: true';

const ROWS: readonly Row[] = [
  {
    controller: StoresController,
    method: 'describe',
    path: '/stores',
    made: ['settings', 'Client', 'DynamoStore', 'CachedStore', 'StoresController', 'Announce'],
    store: CACHED,
    body: { store: CACHED, isAlias: true },
  },
  {
    controller: ReportsController,
    method: 'report',
    path: '/reports',
    made: ['DailyReporter', 'Announce'],
    store: CACHED,
    body: { report: `noon; ${CACHED}; no tracer; default`, table: 'todos-3' },
  },
  {
    controller: KindsController,
    method: 'kinds',
    path: '/kinds',
    made: ['shorthand'],
    store: CACHED,
    body: {
      queue: { name: 'orders', of: 'eu-central-1' },
      shorthand: { origin: 'https://shop.example', self: true },
      optional: { first: 'none', second: 'https://shop.example' },
      missing: 'default',
      isUnset: true,
      bytes: 2,
    },
  },
  {
    controller: OwnController,
    method: 'own',
    path: '/own',
    made: ['OwnStore'],
    store: 'own own-table',
    body: { store: 'own own-table', dynamo: 'own-table in eu-central-1' },
  },
];

const journal = globalThis as { gatewrightMade?: string[] };
const folder = await mkdtemp(path.join(tmpdir(), 'gatewright-wiring-'));
let result: BuildResult;
let together: BuildResult;
let failing: BuildResult;
let faked: BuildResult;

beforeAll(async () => {
  const options = {
    root: path.join(import.meta.dirname, 'application'),
    controllers: '*.controller.ts',
    application: 'shop.ts',
    frontDoors: ['http-api'],
    minify: false,
  } as const;
  result = await build({ ...options, outDir: path.join(folder, 'out') });
  failing = await build({ ...options, controllers: 'failing.ts', outDir: path.join(folder, 'failing') });
  faked = await build({ ...options, application: 'fakes.ts', outDir: path.join(folder, 'faked') });
  together = await build({ ...options, outDir: path.join(folder, 'together'), packaging: 'app' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const entryOf = (id: string, { functions } = result): string => {
  const found = functions.find((entry) => entry.id === id);
  return path.join(found?.dir ?? '', found?.entry ?? '');
};
const codeOf = (id: string): Promise<string> => readFile(entryOf(id), 'utf8');

/** What a handler answers twice, and what was made meanwhile. */
async function run(open: () => Promise<Handler> | Handler, { method, path: template }: Row) {
  journal.gatewrightMade = [];
  const handler = await open();
  const event = httpApiEvent({ method: 'GET', path: template });
  const context = lambdaContext({ awsRequestId: method });
  const answers = [await handler(event, context), await handler(event, context)];
  return { answers, made: journal.gatewrightMade };
}

describe('wiring', () => {
  it.each(ROWS)('$path is the same from both executors', async (row) => {
    const id = `${row.controller.name}.${row.method}`;
    const reflective = await run(
      () => createHandler(row.controller, row.method as never, { application: Shop }) as Handler,
      row,
    );
    const compiled = await run(async () => (await import(entryOf(id))).handler, row);
    expect(compiled).toEqual(reflective);
    expect(reflective.made?.filter((name, index, all) => all.indexOf(name) !== index)).toEqual([]);
    expect(reflective.made).toEqual(expect.arrayContaining([...row.made]));
    const [first, second] = reflective.answers as { body: string; headers: Record<string, string> }[];
    expect(JSON.parse(first?.body ?? '')).toEqual(row.body);
    expect(first?.headers['x-store']).toBe(row.store);
    expect(second).toEqual(first);
  });

  // an override goes before a controller's own providers, too
  const overridden = ROWS.filter(({ controller }) => controller !== OwnController);
  it.each(overridden)('$path is with overrides what it is compiled with these providers', async (row) => {
    const id = `${row.controller.name}.${row.method}`;
    const options = { application: Shop, override: fakes };
    const reflective = await run(() => createHandler(row.controller, row.method as never, options) as Handler, row);
    const compiled = await run(async () => (await import(entryOf(id, faked))).handler, row);
    expect(compiled).toEqual(reflective);
    expect((reflective.answers[0] as { headers: Record<string, string> }).headers['x-store']).toBe('fake');
    expect(reflective.made).not.toContain('settings');
  });

  it('shares among the routes of one function what no controller provides otherwise', async () => {
    const handlers = await run(async () => (await import(entryOf('app', together))).handler, ROWS[0] as Row);
    expect([...(handlers.made ?? [])].sort()).toEqual([
      // for the controller with a store of its own, what needs it is made again
      ...['Announce', 'Announce', 'CachedStore', 'Client', 'DailyReporter', 'DynamoStore', 'DynamoStore', 'OwnStore'],
      ...['StoresController', 'settings', 'shorthand'],
    ]);
    for (const row of ROWS) {
      const { answers } = await run(async () => (await import(entryOf('app', together))).handler, row);
      const reflective = await run(
        () => createHandler(row.controller, row.method as never, { application: Shop }) as Handler,
        row,
      );
      expect(answers).toEqual(reflective.answers);
    }
  });

  it('fails before a handler answers where a factory fails', async () => {
    const handler = createHandler(FailingController, 'get') as Handler;
    const error = expect.objectContaining({ name: 'RangeError', message: 'no settings' });
    await expect(handler(httpApiEvent({ method: 'GET', path: '/failing' }), lambdaContext())).rejects.toEqual(error);
    await expect(import(entryOf('FailingController.get', failing))).rejects.toEqual(error);
  });

  it('makes everything once, in the order of what it needs', async () => {
    const row = ROWS[0] as Row;
    const { made } = await run(
      () => createHandler(StoresController, 'describe', { application: Shop }) as Handler,
      row,
    );
    expect(made).toEqual(row.made);
  });

  it('bundles what a route reaches, and no other provider', async () => {
    const stores = await codeOf('StoresController.describe');
    expect(stores).toContain('eu-central-1');
    expect(stores).not.toContain('text of the unused library');
    expect(stores).not.toContain('https://shop.example');
    expect(stores).not.toContain('DailyReporter');
    expect(stores).not.toMatch(/gatewright\.(?:provider|token)|"(?:unset|alias|SETTINGS|TABLE_NAME)"/);
    const own = await codeOf('OwnController.own');
    expect(own).not.toContain('CachedStore');
  });

  it('tells from the manifest what a route reaches', () => {
    const manifest = JSON.parse(JSON.stringify(result.manifest)) as typeof result.manifest;
    expect(reachedProviders(manifest, 'OwnController.own')).toEqual([
      { token: 'TABLE_NAME' },
      { token: 'Store', class: 'OwnStore' },
      { token: 'SETTINGS' },
      { token: 'Client', class: 'Client' },
      { token: 'DynamoStore', class: 'DynamoStore' },
      { token: 'OwnController', class: 'OwnController' },
      { token: 'Announce', class: 'Announce' },
    ]);
    expect(() => reachedProviders(manifest, 'OwnController.none')).toThrow('no route OwnController.none');
  });
});
