import type { GatewayRequest, MatchedRoute, RequestParts } from './gateway-request.js';
import { readPathParameters } from './request-path.js';

/** What API Gateway adds to a request, whichever front door. The defaults are constants: the same request gives the same event. */
export interface EventOptions {
  /** @default a route of exactly the request's method and path */
  readonly route?: MatchedRoute;
  /** @default none */
  readonly stageVariables?: Readonly<Record<string, string>>;
  /**
   * Scheme, host and port that the request came to.
   * @default 'https://abcdef123.execute-api.us-east-1.amazonaws.com'
   */
  readonly origin?: string;
  /** @default 'JKJaXmPLvHcESHA=' */
  readonly requestId?: string;
  /**
   * When the request came, in milliseconds since 1970.
   * @default 1767225600000, the first of January 2026
   */
  readonly timeEpoch?: number;
}

/** {@link EventOptions} with nothing left open. */
export interface EventFacts {
  readonly route: MatchedRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly origin: URL;
  readonly apiId: string;
  readonly requestId: string;
  readonly timeEpoch: number;
}

/** Reads the options that both kinds of event share. */
export const readEventOptions = (request: GatewayRequest, parts: RequestParts, options: EventOptions): EventFacts => {
  const route = options.route ?? { method: request.method, path: parts.path };
  const pathParameters = route.pathParameters ?? readPathParameters(route.path, parts.path);
  if (pathParameters === undefined) {
    throw new TypeError(`${request.method} ${parts.path} does not fit the path template ${route.path}`);
  }
  const origin = new URL(options.origin ?? 'https://abcdef123.execute-api.us-east-1.amazonaws.com');
  return {
    route,
    pathParameters,
    origin,
    apiId: origin.hostname.split('.')[0] ?? origin.hostname,
    requestId: options.requestId ?? 'JKJaXmPLvHcESHA=',
    timeEpoch: options.timeEpoch ?? Date.UTC(2026, 0, 1),
  };
};

/** Writes a time as API Gateway does, in the Common Log Format: `01/Jan/2026:00:00:00 +0000`. */
export const requestTime = (timeEpoch: number): string => {
  const [, day, month, year, time] = new Date(timeEpoch).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
};
