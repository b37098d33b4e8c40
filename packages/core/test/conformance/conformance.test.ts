/**
 * The one conformance table: every row through every front door, from every executor.
 *
 * `cases.ts` is about parameters and DTOs, `requests.ts` about what a controller sees, `replies.ts` about result objects.
 */
import path from 'node:path';
import { jest } from '@jest/globals';
import { build } from '../../src/compiler/index.js';
import { type GatewayRequest, lambdaContext } from '../../src/testing/index.js';
import { CASES, type ConformanceCase } from './cases.js';
import { DOOR, DOORS, type DoorName, type GatewayOptions } from './doors.js';
import { APP_EXECUTORS, EXECUTORS, type Executor, Handlers } from './executors.js';
import { REPLIES } from './replies.js';
import type { ReplyRow } from './reply-row.js';
import type { EventRow, RequestRow, Seen } from './request-row.js';
import { RAW_EVENTS, REQUESTS } from './requests.js';
import { type ResultObject, resultObject, unzipped } from './result-object.js';
import { TOPICS } from './topics.js';

const handlers = new Handlers();
const context = lambdaContext({ awsRequestId: 'request-1', functionName: 'conformance', timeout: 900 });

beforeAll(() => handlers.build(), 600_000);
afterAll(() => handlers.remove());

interface Outcome {
  /** The result object as the text that Lambda sends. */
  readonly text: string;
  readonly logged: readonly string[];
}

const outcomes = new Map<string, Promise<Outcome>>();

/** What a handler answers to a row; asked for once. */
function outcomeOf(row: { readonly name: string }, route: string, [door, executor]: Place, event: unknown) {
  const key = `${door} ${executor} ${route} ${row.name}`;
  const known = outcomes.get(key) ?? answer(handlers.of(route, executor, DOOR[door].frontDoor), event);
  outcomes.set(key, known);
  return known;
}

async function answer(handler: (event: unknown, context: unknown) => Promise<unknown>, event: unknown) {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  try {
    // as over the wire: what is undefined is not there
    const result = await handler(event === undefined ? undefined : JSON.parse(JSON.stringify(event)), context);
    return { text: JSON.stringify(result), logged: log.mock.calls.map(([line]) => String(line)) };
  } finally {
    log.mockRestore();
  }
}

type Place = readonly [door: DoorName, executor: Executor];

function eventOf(route: string, door: DoorName, request: Partial<GatewayRequest>, options: GatewayOptions = {}) {
  const { method, path: template } = handlers.routes.get(route) as { method: string; path: string };
  const sent = { method: method === 'ANY' ? 'GET' : method, path: template, ...request };
  return DOOR[door].event(sent, { method, path: template }, options);
}

// cases.ts

/** Of what is repeated a load balancer in single-value mode has the last only. */
const repeats = ({ request: { query, headers } }: ConformanceCase): boolean => {
  const names = typeof query === 'string' ? [...new URLSearchParams(query).keys()] : [];
  const lists = [...Object.values(headers ?? {}), ...(typeof query === 'object' ? Object.values(query) : [])];
  return new Set(names).size < names.length || lists.some((value) => Array.isArray(value) && value.length > 1);
};

const casesOf = (door: DoorName): readonly ConformanceCase[] =>
  CASES.filter((row) =>
    row.authorizer === undefined ? door !== 'alb-single' || !repeats(row) : Object.hasOwn(row.authorizer, door),
  );

const outcomeOfCase = (row: ConformanceCase, place: Place) =>
  outcomeOf(
    row,
    row.route,
    place,
    eventOf(row.route, place[0], row.request, {
      ...(row.authorizer && { authorizer: row.authorizer[place[0] as 'http-api'] as Record<string, unknown> }),
    }),
  );

async function checkCase(row: ConformanceCase, place: Place): Promise<void> {
  const { text } = await outcomeOfCase(row, place);
  const { statusCode, headers, multiValueHeaders, body } = JSON.parse(text) as {
    readonly statusCode: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
    readonly body?: string;
  };
  const fields = {
    ...headers,
    ...Object.fromEntries(Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [name, values.join(',')])),
  };
  const isJson = /json$/.test(fields['content-type'] ?? '');
  const value: unknown = isJson && body !== undefined ? JSON.parse(body) : body;
  expect({ status: statusCode, body: value }).toEqual({ status: row.status, body: row.body });
  expect(fields).toMatchObject(row.headers ?? {});
}

// requests.ts

const rowsOf = <TRow extends { readonly doors?: readonly DoorName[] }>(rows: readonly TRow[], door: DoorName) =>
  rows.filter(({ doors }) => doors === undefined || doors.includes(door));

const echoRoute = ({ route = 'one' }: { readonly route?: string }): string => `EchoController.${route}`;

const outcomeOfRequest = (row: RequestRow, place: Place) =>
  outcomeOf(
    row,
    echoRoute(row),
    place,
    eventOf(echoRoute(row), place[0], row.request, { ...row.gateway, ...row.gateways?.[place[0]] }),
  );

interface Echo extends Required<Seen> {
  readonly given: Readonly<Record<string, unknown>>;
}

function checkSeen({ text, logged }: Outcome, expected: Seen): void {
  expect(logged).toEqual([]);
  const { statusCode, body } = JSON.parse(text) as { readonly statusCode: number; readonly body: string };
  expect([statusCode, body]).toEqual([200, expect.any(String)]);
  const echo = JSON.parse(body) as Echo;
  const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, echo[name as keyof Seen]]));
  const { headers } = expected;
  if (headers)
    seen.headers = Object.fromEntries(
      Object.keys(headers).map((name) => [name, Object.hasOwn(echo.headers, name) ? echo.headers[name] : null]),
    );
  expect(seen).toEqual(expected);
  for (const [name, value] of Object.entries(echo.given ?? {})) expect(echo[name as keyof Seen]).toEqual(value);
}

// replies.ts

const outcomeOfReply = (row: ReplyRow, place: Place) =>
  outcomeOf(row, row.route, place, 'event' in row ? row.event : eventOf(row.route, place[0], row.request ?? {}));

async function checkReply(row: ReplyRow, place: Place): Promise<void> {
  const [door] = place;
  const { text, logged } = await outcomeOfReply(row, place);
  const result = JSON.parse(text) as ResultObject;
  const difference = row.except?.[door];
  const { answer } = difference ?? row;
  expect(answer.gzip === undefined ? result : unzipped(result)).toEqual(resultObject(answer, door));
  const spelledOut = row.results?.[door];
  if (spelledOut) expect(result).toEqual(spelledOut);
  const logs = difference === undefined ? row.logs : (difference.logs ?? row.logs);
  expect(logged).toEqual(logs === undefined ? [] : [expect.stringContaining(logs)]);
}

const repliesOf = (door: DoorName, executor?: Executor) =>
  rowsOf(REPLIES, door).filter(
    ({ executors }) => executors === undefined || (executor !== undefined && executors.includes(executor as 'own')),
  );

const named = <TRow extends { readonly name: string }>(rows: readonly TRow[]) =>
  rows.map((row) => [row.name, row] as const);
const eventsOf = (door: DoorName): readonly EventRow[] => RAW_EVENTS.filter((row) => row.door === door);

describe.each(DOORS)('%s', (door) => {
  describe.each(EXECUTORS)('%s handlers', (executor) => {
    const place = [door, executor] as const;

    it.each(casesOf(door).map((row) => [`${row.route}: ${row.name}`, row] as const))('%s', (_name, row) =>
      checkCase(row, place),
    );

    it.each(named(rowsOf(REQUESTS, door)))('%s', async (_name, row) =>
      checkSeen(await outcomeOfRequest(row, place), { ...row.sees, ...row.except?.[door]?.sees }),
    );

    it.each(named(repliesOf(door, executor)))('%s', (_name, row) => checkReply(row, place));

    if (eventsOf(door).length > 0)
      it.each(named(eventsOf(door)))('%s', async (_name, row) =>
        checkSeen(await outcomeOf(row, echoRoute(row), place, row.event), row.sees),
      );
  });

  it('gets the same answers, byte for byte, from every executor and packaging', async () => {
    const asked: (readonly [name: string, ask: (place: Place) => Promise<Outcome>, alone?: string])[] = [
      ...casesOf(door).map((row) => [row.name, (place: Place) => outcomeOfCase(row, place)] as const),
      ...rowsOf(REQUESTS, door).map((row) => [row.name, (place: Place) => outcomeOfRequest(row, place)] as const),
      ...repliesOf(door).map((row) => [row.name, (place: Place) => outcomeOfReply(row, place), row.alone] as const),
      ...eventsOf(door).map(
        (row) => [row.name, (place: Place) => outcomeOf(row, echoRoute(row), place, row.event)] as const,
      ),
    ];
    const differences: unknown[] = [];
    for (const [name, ask, alone] of asked) {
      const texts: string[] = [];
      for (const executor of [...EXECUTORS, ...APP_EXECUTORS]) texts.push((await ask([door, executor])).text);
      const [own, together] = [texts.slice(0, EXECUTORS.length), texts.slice(EXECUTORS.length)];
      const groups = alone === undefined ? [texts] : [own, together];
      const isOtherwise = alone === undefined || own[0] !== together[0];
      if (!isOtherwise || groups.some((group) => new Set(group).size > 1)) differences.push({ name, texts });
    }
    expect(differences).toEqual([]);
  });
});

describe('definitions', () => {
  it('refuses two routes that take the same requests, whatever their parameters are called', async () => {
    const root = path.join(import.meta.dirname, 'duplicates');
    const refused = build({ root, controllers: '*.controller.ts', outDir: path.join(root, 'out') });
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'ROUTE_DUPLICATE' }] });
  });
});

describe('the table', () => {
  const rows = [
    ...CASES.map((row) => ({ ...row, name: `${row.route}: ${row.name}` })),
    ...REQUESTS,
    ...REPLIES,
    ...RAW_EVENTS,
  ];

  it('has at least 300 rows, each with the source of its fact', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter(({ source }) => !source?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('has no name twice', () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has a row for every route', () => {
    const tried = new Set([...CASES, ...REPLIES].map(({ route }) => route));
    for (const row of [...REQUESTS, ...RAW_EVENTS]) tried.add(echoRoute(row));
    expect([...handlers.routes.keys()].filter((id) => !tried.has(id))).toEqual([]);
  });

  it('covers every topic that peers’ suites cover', () => {
    const covered = new Set<string>([...REQUESTS, ...REPLIES, ...RAW_EVENTS].flatMap(({ covers = [] }) => covers));
    // refused at build time, above
    covered.add('duplicate routes');
    expect(TOPICS.filter((topic) => !covered.has(topic))).toEqual([]);
  });

  it('says why wherever front doors differ', () => {
    const differences = [...REQUESTS, ...REPLIES].flatMap(({ except = {} }) => Object.values(except));
    expect(differences.filter(({ because }) => !because.trim())).toEqual([]);
  });
});
