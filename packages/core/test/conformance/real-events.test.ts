/**
 * Real events of HTTP and REST APIs, rewritten to the sample application's routes, answered by its compiled and its reflective
 * handlers. The events are kept beside the repository; where they are not, as in most clones, there is nothing to run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { build } from '../../src/compiler/index.js';
import { createHandler, type ReflectiveHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import type { RouteManifest } from '../../src/model/manifest.js';
import { lambdaContext } from '../../src/testing/index.js';

type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

const repository = path.join(import.meta.dirname, '..', '..', '..', '..');
const fixtures = path.join(repository, '..', 'shared', 'fixtures', 'events');
const sample = path.join(repository, 'examples', 'sample-app');

const isHttpApi = (event: Partial<APIGatewayProxyEventV2>): boolean =>
  event.version === '2.0' && event.requestContext?.http !== undefined;
const isRestApi = (event: Partial<APIGatewayProxyEvent>): boolean =>
  event.httpMethod !== undefined && event.resource !== undefined && event.requestContext?.resourcePath !== undefined;

const readEvents = (): (readonly [string, GatewayEvent])[] =>
  readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /apigw.*\.json$/.test(name))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(path.join(fixtures, name), 'utf8'))] as const)
    .filter(([, event]) => isHttpApi(event) || isRestApi(event));

const events = existsSync(fixtures) ? readEvents() : [];
if (events.length === 0) console.warn(`no recorded events in ${fixtures}: nothing to compare`);

/** The event as if it had come to a route of the sample application. */
const rewrite = (event: GatewayEvent, route: RouteManifest, id: string, body: string | undefined): GatewayEvent => {
  const target = route.path.replace('{id}', id);
  const common = {
    pathParameters: route.path.includes('{id}') ? { id } : null,
    ...(body === undefined ? {} : { body, isBase64Encoded: false }),
  };
  if ('requestContext' in event && 'http' in event.requestContext)
    return {
      ...event,
      ...common,
      routeKey: `${route.method} ${route.path}`,
      rawPath: target,
      requestContext: {
        ...event.requestContext,
        http: { ...event.requestContext.http, method: route.method, path: target },
      },
    } as unknown as GatewayEvent;
  return { ...event, ...common, httpMethod: route.method, resource: route.path, path: target } as GatewayEvent;
};

const BODIES = [undefined, '{"title":"Milk"}', '{"title":"","done":1}', '{"done":true,"title":"Bread"}', '{'];

const run = events.length === 0 ? describe.skip : describe;

run.each(events)('%s', (_name, event) => {
  it.each(['create', 'get', 'list', 'update', 'remove'] as const)(
    'is answered by %s the same, compiled and reflective',
    async (method) => {
      const { route, compiled, reflective } = handlers.get(method) as Handlers;
      for (const body of BODIES) {
        const id = await newTodo();
        const answers = [];
        for (const handler of [compiled, reflective]) {
          answers.push(
            anonymous(
              await handler(
                rewrite(event, route, method === 'remove' && handler === reflective ? await newTodo() : id, body),
                lambdaContext(),
              ),
            ),
          );
        }
        expect(answers[0]).toEqual(answers[1]);
        expect(STATUSES[method]).toContain((answers[0] as { statusCode: number }).statusCode);
      }
    },
  );
});

/** Ids and times differ from call to call; what does not depend on them must not. */
const anonymous = (result: unknown): unknown =>
  JSON.parse(
    JSON.stringify(result)
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>'),
  );

const STATUSES = { create: [201, 400], get: [200], list: [200, 400], update: [200, 400], remove: [204] };

/** What the sample application's own modules export; they are checked by its own, different, tsconfig. */
interface LocalDynamoDb {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}
type LocalModule = { readonly startDynamoDb: (folder: string) => Promise<LocalDynamoDb> };
type TodosModule = { readonly TodosController: Class<Record<'create', () => unknown>> };

interface Handlers {
  readonly route: RouteManifest;
  readonly compiled: ReflectiveHandler;
  readonly reflective: ReflectiveHandler;
}

const handlers = new Map<string, Handlers>();
let folder: string;
let services: LocalDynamoDb;

const newTodo = async (): Promise<string> => {
  const { route, compiled } = handlers.get('create') as Handlers;
  const result = await compiled(
    rewrite((events[0] as readonly [string, GatewayEvent])[1], route, '', '{"title":"Milk"}'),
    lambdaContext(),
  );
  return (JSON.parse(result.body ?? '') as { id: string }).id;
};

beforeAll(async () => {
  if (events.length === 0) return;
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-events-'));
  const { startDynamoDb } = (await import(path.join(sample, 'local', 'dynamodb.ts'))) as LocalModule;
  const { TodosController } = (await import(path.join(sample, 'src', 'todos', 'todos.controller.ts'))) as TodosModule;
  services = await startDynamoDb(path.join(folder, 'data'));
  Object.assign(process.env, services.environment);
  const { functions, manifest } = await build({
    root: sample,
    controllers: 'src/**/*.controller.ts',
    outDir: path.join(folder, 'out'),
  });
  for (const { id, dir, entry } of functions) {
    const method = id.split('.')[1] as 'create';
    const module = (await import(path.join(dir, entry))) as { readonly handler: ReflectiveHandler };
    const route = manifest.routes.find((candidate) => candidate.id === id) as RouteManifest;
    handlers.set(method, { route, compiled: module.handler, reflective: createHandler(TodosController, method) });
  }
}, 60_000);

afterAll(async () => {
  if (events.length === 0) return;
  await services.stop();
  await rm(folder, { recursive: true, force: true });
});
