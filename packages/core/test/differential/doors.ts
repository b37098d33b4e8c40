import {
  albEvent,
  functionUrlEvent,
  type GatewayRequest,
  httpApiEvent,
  httpApiV1Event,
  restApiEvent,
} from '../../src/testing/index.js';

/** Front doors, and the two settings of a load balancer's target group. */
export type DoorName = 'rest-api' | 'http-api' | 'http-api-v1' | 'function-url' | 'alb' | 'alb-multi';

export interface EventSettings {
  /** The path template of the route that API Gateway has matched. */
  readonly template: string;
  readonly stage?: string | undefined;
  readonly basePath?: string | undefined;
}

/** The answer that a client gets. */
export interface ClientAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

export interface Door {
  /** The event of a request. */
  readonly event: (request: GatewayRequest, settings: EventSettings) => unknown;
  /** Members that a result may have; another is answered with 502. Undefined where any may stand. */
  readonly members?: readonly string[];
  /** The headers that are sent of a result's. */
  readonly fields: (result: Result) => readonly (readonly [string, unknown])[];
  /** The content type of an answer without one. */
  readonly type?: string;
}

/** A result that may be anything. */
export interface Result {
  readonly statusCode?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly unknown[]>>;
  readonly cookies?: readonly string[];
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

const routeOf = ({ method }: GatewayRequest, { template, stage, basePath }: EventSettings) => ({
  route: { method, path: template },
  ...(stage === undefined ? {} : { stage }),
  ...(basePath === undefined ? {} : { basePath }),
});
const single = ({ headers = {} }: Result) => Object.entries(headers);
const multiple = ({ multiValueHeaders = {} }: Result) =>
  Object.entries(multiValueHeaders).flatMap(([name, values]) => values.map((value) => [name, value] as const));
const cookies = ({ cookies: list = [] }: Result) => list.map((value) => ['set-cookie', value] as const);

/** What each front door makes of a result: design/event-facts.md, the table "Results". */
export const DOORS: Readonly<Record<DoorName, Door>> = {
  'rest-api': {
    event: (request, settings) => restApiEvent(request, { ...routeOf(request, settings), binaryMediaTypes: BINARY }),
    members: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
    fields: (result) => [...multiple(result), ...single(result)],
    type: 'application/json',
  },
  'http-api': {
    event: (request, settings) => httpApiEvent(request, routeOf(request, settings)),
    fields: (result) => [...single(result), ...cookies(result)],
    type: 'text/plain; charset=utf-8',
  },
  'http-api-v1': {
    event: (request, settings) => httpApiV1Event(request, routeOf(request, settings)),
    fields: (result) => [...single(result), ...multiple(result)],
    type: 'text/plain; charset=utf-8',
  },
  'function-url': {
    event: (request) => functionUrlEvent(request),
    fields: (result) => [...single(result), ...cookies(result)],
    type: 'application/json',
  },
  alb: { event: (request) => albEvent(request), fields: single },
  'alb-multi': { event: (request) => albEvent(request, { multiValueHeaders: true }), fields: multiple },
};

const BINARY = ['application/octet-stream', 'image/*', 'multipart/form-data', 'application/pdf'];

/** Headers that the front door writes itself, or that say nothing about the answer. */
const OWN = /^(content-length|date|connection|keep-alive)$/;

/** The answer to a result, 502 where the front door cannot send it. */
export function receive(door: Door, result: Result): ClientAnswer {
  const { statusCode, body, isBase64Encoded } = result;
  const fields = door.fields(result);
  const isSendable =
    Number.isInteger(statusCode) &&
    (body === undefined || typeof body === 'string') &&
    fields.every(([, value]) => typeof value === 'string') &&
    Object.keys(result).every((key) => door.members?.includes(key) ?? true);
  if (!isSendable) return { status: 502, headers: {}, cookies: [], body: Buffer.of() };
  const headers: Record<string, string> = {};
  const sent: string[] = [];
  for (const [name, value] of fields as [string, string][]) {
    const key = name.toLowerCase();
    if (OWN.test(key)) continue;
    if (key === 'set-cookie') sent.push(value);
    else headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const content = Buffer.from((body as string | undefined) ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (content.length > 0 && door.type !== undefined) headers['content-type'] ??= door.type;
  return { status: statusCode as number, headers, cookies: sent, body: content };
}
