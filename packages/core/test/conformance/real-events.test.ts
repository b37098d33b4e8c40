/**
 * Real events of all front doors, rewritten to the sample application's routes, answered by its compiled and its reflective
 * handlers. The events are kept beside the repository; where they are not, as in most clones, there is nothing to run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../src/compiler/index.js';
import * as alb from '../../src/http/alb.js';
import type { AnyEvent } from '../../src/http/any-door.js';
import * as functionUrl from '../../src/http/function-url.js';
import { createHandler, type ReflectiveHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import type { RouteManifest } from '../../src/model/manifest.js';
import { lambdaContext } from '../../src/testing/index.js';

const repository = path.join(import.meta.dirname, '..', '..', '..', '..');
const fixtures = path.join(repository, '..', 'shared', 'fixtures', 'events');
const sample = path.join(repository, 'examples', 'sample-app');

/** An event by the signs that AWS documents, not by those that the doors go by; the rest are authorizers' and other services'. */
interface Signs {
  readonly httpMethod?: string;
  readonly rawPath?: string;
  readonly path?: string;
  readonly requestContext?: {
    readonly http?: object;
    readonly elb?: object;
    readonly resourcePath?: string;
    readonly connectionId?: string;
  };
}

const isRequest = ({
  httpMethod,
  rawPath,
  path: asked,
  requestContext: { http, elb, resourcePath, connectionId } = {},
}: Signs) =>
  connectionId === undefined &&
  ((http !== undefined && rawPath !== undefined) ||
    (httpMethod !== undefined && asked !== undefined && (elb !== undefined || resourcePath !== undefined)));

/** Some recorded files are no JSON. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const readEvents = (): (readonly [string, AnyEvent])[] =>
  readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(apigw|alb|lambda).*\.json$/.test(name))
    .sort()
    .map((name) => [name, parse(readFileSync(path.join(fixtures, name), 'utf8'))] as const)
    .filter(([, event]) => isRequest(event as Signs)) as (readonly [string, AnyEvent])[];

const events = existsSync(fixtures) ? readEvents() : [];
if (events.length === 0) console.warn(`no recorded events in ${fixtures}: nothing to compare`);

/** The event as if it had come to a route of the sample application. */
const rewrite = (event: AnyEvent, route: RouteManifest, id: string, body: string | undefined): AnyEvent => {
  const target = route.path.replace('{id}', id);
  const content = body === undefined ? {} : { body, isBase64Encoded: false };
  const pathParameters = route.path.includes('{id}') ? { id } : null;
  if ('requestContext' in event && 'http' in event.requestContext) {
    const routed = functionUrl.recognizes(event) ? {} : { pathParameters, routeKey: `${route.method} ${route.path}` };
    const http = { ...event.requestContext.http, method: route.method, path: target };
    return {
      ...event,
      ...content,
      ...routed,
      rawPath: target,
      requestContext: { ...event.requestContext, http },
    } as AnyEvent;
  }
  const common = { ...event, ...content, httpMethod: route.method, path: target };
  return (alb.recognizes(event) ? common : { ...common, pathParameters, resource: route.path }) as AnyEvent;
};

const BODIES = [undefined, '{"title":"Milk"}', '{"title":"","done":1}', '{"done":true,"title":"Bread"}', '{'];

const run = events.length === 0 ? describe.skip : describe;

(events.length === 0 ? it.skip : it)('has events of every front door', () => {
  const doors = events.map(([, event]) =>
    alb.recognizes(event) ? 'alb' : functionUrl.recognizes(event) ? 'url' : 'api',
  );
  expect([...new Set(doors)].sort()).toEqual(['alb', 'api', 'url']);
});

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

/** Some were recorded with a body that is no JSON. */
const STATUSES = { create: [201, 400, 415], get: [200], list: [200, 400], update: [200, 400, 415], remove: [204] };

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
  const event = rewrite((events[0] as readonly [string, AnyEvent])[1], route, '', '{"title":"Milk"}');
  const result = await compiled(
    { ...event, headers: { 'content-type': 'application/json' }, multiValueHeaders: null } as unknown as AnyEvent,
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
    frontDoors: ['http-api', 'rest-api', 'function-url', 'alb'],
  });
  for (const { id, dir, entry } of functions) {
    const method = id.split('.')[1] as 'create';
    const module = (await import(path.join(dir, entry))) as { readonly handler: ReflectiveHandler };
    const route = manifest.routes.find((candidate) => candidate.id === id) as RouteManifest;
    handlers.set(method, { route, compiled: module.handler, reflective: createHandler(TodosController, method) });
  }
});

afterAll(async () => {
  if (events.length === 0) return;
  await services.stop();
  await rm(folder, { recursive: true, force: true });
});
