import type { GatewayRequest } from '../../src/testing/index.js';
import type { DoorName } from './doors.js';
import type { Topic } from './topics.js';

/** An answer, whichever front door it goes through; exactly these headers and no others. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** The exact text. */
  readonly body?: string;
  /** Bytes, in base64. */
  readonly base64?: string;
  /** Text that is compressed; how exactly is up to zlib. */
  readonly gzip?: string;
}

/** What a front door makes different, and why. */
export interface Difference {
  readonly because: string;
  readonly answer: Answered;
  readonly logs?: string;
}

/** What a route returns or throws, and the result object on every front door. */
export interface ReplyRow {
  readonly name: string;
  readonly source: string;
  readonly covers?: readonly Topic[];
  /** `AnswersController.text`. */
  readonly route: string;
  /** @default the route's own method and path */
  readonly request?: Partial<GatewayRequest>;
  /** An event that is not made of a request. */
  readonly event?: unknown;
  /** @default all of them */
  readonly doors?: readonly DoorName[];
  readonly answer: Answered;
  /** What front doors make different. */
  readonly except?: Partial<Readonly<Record<DoorName, Difference>>>;
  /** The result objects spelled out, where the row is about their form. */
  readonly results?: Partial<Readonly<Record<DoorName, object>>>;
  /** The handler that was compiled for the front door alone; others take the event for one of another. @default all executors */
  readonly executors?: readonly ['own'];
  /** Why a function with all routes answers otherwise. @default it does not */
  readonly alone?: string;
  /** What the one line in the log has. @default nothing is logged */
  readonly logs?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const TEXT_TYPE = { 'content-type': 'text/plain; charset=utf-8' };
const PROBLEM_TYPE = { 'content-type': 'application/problem+json' };

type Fields = Readonly<Record<string, string>>;

export const json = (value: unknown, headers: Fields = {}, status = 200): Answered => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(value),
});

export const text = (body: string, headers: Fields = {}, status = 200): Answered => ({
  status,
  headers: { ...TEXT_TYPE, ...headers },
  body,
});

export const bytes = (base64: string, headers: Fields = {}, status = 200): Answered => ({
  status,
  headers: { 'content-type': 'application/octet-stream', ...headers },
  base64,
});

export const empty = (status = 204, headers: Fields = {}): Answered => ({ status, headers });

/** An RFC 9457 document. */
export const problem = (status: number, title: string, detail?: string, headers: Fields = {}): Answered => ({
  status,
  headers: { ...headers, ...PROBLEM_TYPE },
  body: JSON.stringify({ title, status, detail }),
});

export const UNEXPECTED: Answered = problem(500, 'Internal Server Error');
