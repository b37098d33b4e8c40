/** Random and mutated events through both executors; `npm run fuzz` sends many more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { Fuzzer, REQUESTS, validEvents, wrongResult } from '../../../../benchmarks/fuzz-events.mjs';
import { build } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import * as alb from '../../src/http/alb.js';
import * as anyDoor from '../../src/http/any-door.js';
import * as functionUrl from '../../src/http/function-url.js';
import * as httpApi from '../../src/http/http-api.js';
import { createHandler } from '../../src/index.js';
import * as builders from '../../src/testing/index.js';
import { AroundController } from './application/around.controller.js';
import { ThingsController } from './application/things.controller.js';

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const CONTROLLERS = { AroundController, ThingsController };
const DOORS: readonly FrontDoorName[] = ['rest-api', 'http-api', 'function-url', 'alb'];
const COUNT = 2000;
const context = builders.lambdaContext({ awsRequestId: 'request-1' });

let folder: string;
const compiled = new Map<string, Handler>();
const reflective = new Map<string, Handler>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-fuzz-'));
  for (const frontDoor of DOORS) {
    const { functions } = await build({
      root: path.join(import.meta.dirname, 'application'),
      controllers: '*.controller.ts',
      outDir: path.join(folder, frontDoor),
      frontDoors: [frontDoor],
    });
    for (const { id, dir, entry } of functions)
      compiled.set(`${frontDoor} ${id}`, (await import(path.join(dir, entry))).handler);
  }
  for (const [id] of REQUESTS) {
    const [controller, method] = id.split('.') as [keyof typeof CONTROLLERS, never];
    reflective.set(id, createHandler(CONTROLLERS[controller] as typeof ThingsController, method) as Handler);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** What a handler does with an event, as text; a result that the front door cannot send is what is wrong with it. */
async function outcome(handler: Handler | undefined, door: string, event: unknown): Promise<string> {
  try {
    const result = await handler?.(event, context);
    const wrong = wrongResult(door, result, event);
    return wrong === undefined ? JSON.stringify(result) : `WRONG ${wrong}`;
  } catch (error) {
    return `WRONG throws ${error}`;
  }
}

/** The front door that the reflective handler takes an event for. */
function doorOf(event: unknown): FrontDoorName {
  if (alb.recognizes(event)) return 'alb';
  if (functionUrl.recognizes(event)) return 'function-url';
  return httpApi.recognizes(event) ? 'http-api' : 'rest-api';
}

it.each(DOORS)(
  'answers %s events, the same from both executors',
  async (door) => {
    const fuzzer = new Fuzzer({ seed: 42, valid: validEvents(door, builders) });
    const problems: unknown[] = [];
    let same = 0;
    for (let count = 0; count < COUNT; count++) {
      const { id, event } = fuzzer.next();
      const kind = doorOf(event);
      const ours = await outcome(reflective.get(id), kind, event);
      const theirs = await outcome(compiled.get(`${door} ${id}`), door, event);
      // a compiled handler answers an event of another front door as its own, and knows that API Gateway routes no HEAD to it
      const isComparable = kind === door && anyDoor.method(event as never) !== 'HEAD';
      const differ = isComparable && ours !== theirs;
      if (isComparable) same++;
      if (differ || ours.startsWith('WRONG') || theirs.startsWith('WRONG')) problems.push({ id, event, ours, theirs });
    }
    expect(problems.slice(0, 3)).toEqual([]);
    expect(same).toBeGreaterThan(COUNT / 2);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
  60_000,
);
