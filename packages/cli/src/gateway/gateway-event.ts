import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { httpApiEvent } from '@gatewright/core/testing';
import type { RouteKey, RouteMatch } from './route-match.js';

/** What belongs to one connection and is not the application's business (RFC 9110, section 7.6.1); API Gateway drops it. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The longest event in bytes that Lambda takes from a caller who waits: 6 MB and some room for what is around it. */
export const MAX_EVENT_BYTES = 6_291_556;

/** What the event is made of. */
export interface GatewayEventOptions {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly match: RouteMatch<RouteKey>;
  /** The gateway's own address, `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly requestId: string;
}

/** Builds the event for a request that came in over HTTP, as JSON. */
export const gatewayEvent = ({ request, body, match, origin, requestId }: GatewayEventOptions): string => {
  const { pathname, query } = requestTarget(request);
  const event = httpApiEvent(
    {
      method: request.method ?? 'GET',
      path: pathname,
      query,
      headers: Object.fromEntries(passedHeaders(request)),
      body,
      sourceIp: (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    },
    {
      route: { method: match.route.method, path: match.route.path, pathParameters: match.pathParameters },
      origin,
      requestId,
      timeEpoch: Date.now(),
    },
  );
  return JSON.stringify(event);
};

/** The headers of a request that its connection does not keep to itself, with all values of each. */
export const passedHeaders = (request: IncomingMessage): (readonly [name: string, values: readonly string[]])[] =>
  Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    values === undefined || CONNECTION_HEADERS.has(name) ? [] : [[name, values] as const],
  );

/** The path, percent-encoded, and the raw query string of a request; a proxy may send the whole URL (RFC 9112, section 3.2). */
export const requestTarget = (request: IncomingMessage): { readonly pathname: string; readonly query: string } => {
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  const pathname = mark < 0 ? target : target.slice(0, mark);
  return { pathname: pathname || '/', query: mark < 0 ? '' : target.slice(mark + 1) };
};

/** A request id as API Gateway makes them: 15 characters and `=`. */
export const newRequestId = (): string => `${randomBytes(12).toString('base64url').slice(0, 15)}=`;
