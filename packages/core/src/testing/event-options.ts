import type { GatewayRequest, MatchedRoute, RequestParts } from './gateway-request.js';
import { readPathParameters } from './request-path.js';

/** What any front door adds to a request. The defaults are constants: the same request gives the same event. */
export interface RequestOptions {
  /**
   * Scheme, host and port that the request came to.
   * @default a host name such as AWS gives, with `https`
   */
  readonly origin?: string;
  /** @default a constant in the front door's own form */
  readonly requestId?: string;
  /**
   * When the request came, in milliseconds since 1970.
   * @default 1767225600000, the first of January 2026
   */
  readonly timeEpoch?: number;
}

/** What API Gateway adds to a request, whichever front door. */
export interface EventOptions extends RequestOptions {
  /** @default a route of exactly the request's method and path */
  readonly route?: MatchedRoute;
  /** @default none */
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** {@link RequestOptions} with nothing left open. */
export interface RequestFacts {
  readonly origin: URL;
  readonly apiId: string;
  readonly requestId: string;
  readonly timeEpoch: number;
}

/** {@link EventOptions} with nothing left open. */
export interface EventFacts extends RequestFacts {
  readonly route: MatchedRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Reads the options that all kinds of event share. */
export const readRequestOptions = (
  options: RequestOptions,
  host = 'abcdef123.execute-api.us-east-1.amazonaws.com',
): RequestFacts => {
  const origin = new URL(options.origin ?? `https://${host}`);
  return {
    origin,
    apiId: origin.hostname.split('.')[0] ?? origin.hostname,
    requestId: options.requestId ?? 'JKJaXmPLvHcESHA=',
    timeEpoch: options.timeEpoch ?? Date.UTC(2026, 0, 1),
  };
};

/** Reads the options that API Gateway's kinds of event share. */
export const readEventOptions = (request: GatewayRequest, parts: RequestParts, options: EventOptions): EventFacts => {
  const route = options.route ?? { method: request.method, path: parts.path };
  const pathParameters =
    route.pathParameters ?? (route.path === '$default' ? {} : readPathParameters(route.path, parts.path));
  if (pathParameters === undefined) {
    throw new TypeError(`${request.method} ${parts.path} does not fit the path template ${route.path}`);
  }
  return { ...readRequestOptions(options), route, pathParameters };
};

/** Writes a time as API Gateway does, in the Common Log Format: `01/Jan/2026:00:00:00 +0000`. */
export const requestTime = (timeEpoch: number): string => {
  const [, day, month, year, time] = new Date(timeEpoch).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
};
