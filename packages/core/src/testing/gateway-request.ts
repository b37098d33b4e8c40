import { type BodyContent, readBody } from './request-body.js';
import { type HeaderTable, readHeaders } from './request-headers.js';
import { type QueryContent, writeQuery } from './request-query.js';

/** What a client sends to API Gateway, the same for every front door. */
export interface GatewayRequest {
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path with its percent-encoding, without stage; it may hold the query string after a `?`. */
  readonly path: string;
  /** Header fields; an array is a field sent several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** A string is the raw query string, without `?`; the entries of an object are percent-encoded, arrays as repeated names. */
  readonly query?: QueryContent;
  /** As with `fetch`: a string is sent as `text/plain`, an object as `application/json`, bytes without a content type. */
  readonly body?: BodyContent;
  /** `name=value` pairs, added to those of a `Cookie` header. */
  readonly cookies?: readonly string[];
  /** @default '203.0.113.7' an address for documentation (RFC 5737) */
  readonly sourceIp?: string;
}

/** The route that API Gateway matched. */
export interface MatchedRoute {
  /** The route's method, `ANY` for all. */
  readonly method: string;
  /** The route's path template, for example `/todos/{id}` or `/files/{path+}`; `$default` is an HTTP API's route for the rest. */
  readonly path: string;
  /**
   * Values of the template's parameters as they stand in the path, percent-encoded.
   * @default read from the request's path
   */
  readonly pathParameters?: Readonly<Record<string, string>>;
}

/** A request taken apart, as it is on the wire. */
export interface RequestParts {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Untouched, without `?`. */
  readonly query: string;
  readonly headers: HeaderTable;
  /** Each `name=value` of the `Cookie` header. */
  readonly cookies: readonly string[];
  /** Absent when there is none or it is empty. */
  readonly body?: Buffer;
  readonly sourceIp: string;
}

/** Reads a request description into what is on the wire. */
export const readRequest = (request: GatewayRequest): RequestParts => {
  const mark = request.path.indexOf('?');
  const ownQuery = mark < 0 ? '' : request.path.slice(mark + 1);
  const headers = readHeaders(request.headers ?? {});
  const { body, contentType } = readBody(request.body);
  if (contentType !== undefined && !headers.has('content-type')) {
    headers.set('content-type', { name: 'Content-Type', values: [contentType] });
  }
  if (body !== undefined && !headers.has('content-length')) {
    headers.set('content-length', { name: 'Content-Length', values: [String(body.length)] });
  }
  const cookieField = headers.get('cookie');
  const cookies = [...(cookieField?.values ?? []), ...(request.cookies ?? [])]
    .flatMap((field) => field.split(';'))
    .flatMap((pair) => pair.trim() || []);
  if (cookies.length > 0) {
    headers.set('cookie', { name: cookieField?.name ?? 'Cookie', values: [cookies.join('; ')] });
  }
  return {
    method: request.method,
    path: encodeRest(mark < 0 ? request.path : request.path.slice(0, mark)),
    query: [ownQuery, writeQuery(request.query)].filter((part) => part !== '').join('&'),
    headers,
    cookies,
    ...(body === undefined ? {} : { body }),
    sourceIp: request.sourceIp ?? '203.0.113.7',
  };
};

/** Encodes what may never stand in a path, so that a description may be written as people read it: `/products/☕ Coffee`. */
const encodeRest = (path: string): string => path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
