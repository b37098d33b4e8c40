/**
 * Recorded and documented events of the four front doors: nothing of them may get lost. The events are kept beside the repository;
 * where they are not, as in most clones, there is nothing to read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as door from '../../src/http/any-door.js';

const fixtures = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'fixtures', 'events');

interface AnyFields {
  readonly version?: string;
  readonly httpMethod?: string;
  readonly resource?: string;
  readonly routeKey?: string;
  readonly rawPath?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>> | null;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>> | null;
  readonly queryStringParameters?: Readonly<Record<string, string>> | null;
  readonly multiValueQueryStringParameters?: Readonly<Record<string, readonly string[]>> | null;
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[];
  readonly pathParameters?: Readonly<Record<string, string>> | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: {
    readonly elb?: object;
    readonly resourcePath?: string;
    readonly routeKey?: string;
    readonly connectionId?: string;
    readonly http?: { readonly method: string; readonly sourceIp: string };
    readonly identity?: { readonly sourceIp: string };
    readonly serviceNetworkArn?: string;
    readonly authorizer?: Readonly<Record<string, unknown>>;
  };
}

/** What an event is, by other signs than the ones that the doors go by. */
function kindOf({ requestContext, rawPath, httpMethod }: AnyFields): string | undefined {
  if (requestContext === undefined || requestContext.connectionId !== undefined) return undefined;
  if (requestContext.elb !== undefined) return 'alb';
  if (requestContext.http?.method !== undefined && rawPath !== undefined)
    return JSON.stringify(requestContext).includes('lambda-url') || requestContext.routeKey === '$default'
      ? 'function-url'
      : 'http-api';
  return httpMethod !== undefined && requestContext.resourcePath !== undefined ? 'rest-api' : undefined;
}

const events = (
  existsSync(fixtures)
    ? readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
).flatMap((name): [string, string, AnyFields][] => {
  const event = parse(path.join(fixtures, name));
  const kind = event === undefined ? undefined : kindOf(event);
  return event === undefined || kind === undefined ? [] : [[name, kind, event]];
});

/** A few samples of event sources are no JSON. */
function parse(file: string): AnyFields | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as AnyFields) : undefined;
  } catch {
    return undefined;
  }
}

if (events.length === 0) console.warn(`no recorded events in ${fixtures}: nothing to read`);

const run = events.length === 0 ? describe.skip : describe;

run('all recorded events', () => {
  it('are of all four kinds', () => {
    expect([...new Set(events.map(([, kind]) => kind))].sort()).toEqual([
      'alb',
      'function-url',
      'http-api',
      'rest-api',
    ]);
  });
});

run.each(events)('%s of %s', (_, kind, event) => {
  const given = event as unknown as door.AnyEvent;
  const isAlb = kind === 'alb';
  const template = event.resource ?? event.rawPath ?? event.path ?? '/';
  const route = { method: 'ANY', path: template };

  it('has its headers', () => {
    const headers = door.headers(given);
    for (const [name, values] of Object.entries(event.multiValueHeaders ?? {}))
      for (const value of values)
        expect(headers[name.toLowerCase()]?.split(/,|; /)).toEqual(expect.arrayContaining(value.split(/,|; /)));
    for (const [name, value] of Object.entries(event.headers ?? {}))
      expect(headers[name.toLowerCase()]).toContain(value);
    const names = [...Object.keys(event.headers ?? {}), ...Object.keys(event.multiValueHeaders ?? {})];
    const expected = new Set([...names.map((name) => name.toLowerCase()), ...(event.cookies ? ['cookie'] : [])]);
    expect(Object.keys(headers).sort()).toEqual([...expected].sort());
  });

  it('has its query', () => {
    const query = door.query(given);
    const decode = (text: string) => (isAlb ? decodeURIComponent(text.replaceAll('+', ' ')) : text);
    for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {}))
      expect([query[decode(name)]].flat()).toEqual(values.map(decode));
    for (const [name, value] of Object.entries(event.queryStringParameters ?? {})) {
      const read = [query[decode(name)]].flat();
      if (event.rawQueryString === undefined) expect(read).toContain(decode(value));
      // payload 2.0 joins repeats
      else expect(read.join(',')).toBe(value);
    }
    for (const pair of (event.rawQueryString ?? '').split('&').filter((part) => part !== '')) {
      const [name = '', value = ''] = pair.split('=').map(decodeURIComponent);
      expect([query[name]].flat()).toContain(value);
    }
  });

  it('has its cookies', () => {
    const field = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'cookie')?.[1];
    const cookies = door.cookies(given);
    const pairs = (event.cookies ?? field?.split('; ') ?? []).filter((pair) => pair.includes('='));
    for (const pair of pairs) {
      const [name = '', value] = pair.split('=');
      expect(cookies[name]).toBe(decodeURIComponent(value ?? ''));
    }
    expect(Object.keys(cookies)).toHaveLength(pairs.length);
    expect(door.headers(given).cookie).toBe(event.cookies?.join('; ') ?? field);
  });

  it('has its path, parameters and method', () => {
    // AWS's samples of a $default route have parameters, which a route without a template cannot have
    if (kind === 'http-api' || kind === 'rest-api')
      expect({ ...door.pathParameters(given, route) }).toEqual({ ...event.pathParameters });
    const request = door.request(given, route);
    expect(request.method).toBe(event.httpMethod ?? event.requestContext?.http?.method);
    expect(decodeURIComponent(event.rawPath ?? event.path ?? '')).toContain(request.path);
    expect(request.path.startsWith('/')).toBe(true);
    expect(() => door.match(given, route)).not.toThrow();
  });

  it('has its body, byte for byte', () => {
    const { body, isBase64Encoded } = event;
    const expected = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8');
    expect(Buffer.from(door.bytes(given) ?? [])).toEqual(expected);
    expect(door.body(given) ?? '').toBe(expected.toString());
  });

  it('has its caller', () => {
    const request = door.request(given, route);
    const forwardedFor = event.headers?.['x-forwarded-for'] ?? event.multiValueHeaders?.['x-forwarded-for']?.[0];
    expect(request.sourceIp).toBe(
      event.requestContext?.http?.sourceIp ?? event.requestContext?.identity?.sourceIp ?? forwardedFor,
    );
    const { jwt, lambda, iam, claims, ...rest } = (event.requestContext?.authorizer ?? {}) as Record<string, never>;
    const { principalId, integrationLatency: _latency, ...context } = rest;
    expect({ ...request.auth.claims }).toEqual(claims ?? (jwt as { claims: object } | undefined)?.claims ?? {});
    expect({ ...request.auth.context }).toEqual(lambda ?? context);
    expect(request.auth.principalId).toBe(principalId);
    if (iam) expect(iam).toMatchObject(request.auth.iam ?? { none: true });
  });
});
