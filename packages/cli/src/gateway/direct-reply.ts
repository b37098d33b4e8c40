import type { IncomingMessage } from 'node:http';
import type {
  DirectIntegration,
  HttpProxyIntegration,
  MockIntegration,
  RequestSource,
} from '@gatewright/core/compiler';
import type { RouteManifest } from './deployment.js';
import { passedHeaders, requestTarget } from './gateway-event.js';
import type { HttpReply } from './http-reply.js';
import type { RouteKey, RouteMatch } from './route-match.js';

/** A request for a route that API Gateway answers without a function. */
export interface DirectRequest {
  readonly method: string;
  /** By lower-case name, without what belongs to the connection. */
  readonly headers: Readonly<Record<string, string>>;
  /** Percent-encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query: string;
  readonly body: Buffer;
}

/** Reads what a route without a function is answered from. */
export const directRequest = (
  request: IncomingMessage,
  body: Buffer,
  { pathParameters }: RouteMatch<RouteKey>,
): DirectRequest => ({
  method: request.method ?? 'GET',
  headers: Object.fromEntries(passedHeaders(request).map(([name, values]) => [name, values.join(', ')])),
  pathParameters,
  query: requestTarget(request).query,
  body,
});

/** Answers as the gateway would: mocks and HTTP proxies really; AWS services are not emulated. */
export async function directReply({ id, integration }: RouteManifest, request: DirectRequest): Promise<HttpReply> {
  const direct = integration as DirectIntegration;
  if (direct.type === 'mock') return mockReply(direct);
  if (direct.type === 'aws-service')
    return notEmulated(`${id} is answered by API Gateway with ${direct.action} on "${direct.resource}"`);
  if (direct.target.url === undefined)
    return notEmulated(`${id} is passed on to "${direct.target.resource}", whose address the deployment knows`);
  return proxyReply(direct, direct.target.url, request).catch((error: unknown) =>
    problem(502, 'Bad Gateway', `${id} cannot reach the other server: ${causeOf(error)}`),
  );
}

const notEmulated = (what: string): HttpReply =>
  problem(501, 'Not Implemented', `${what}, which is not emulated locally`);

/** Problem details (RFC 9457), as handlers answer errors. */
const problem = (status: number, title: string, detail: string): HttpReply => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ title, status, detail })),
});

const causeOf = (error: unknown): string => {
  const { cause = error } = error as { readonly cause?: unknown };
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};

function mockReply({ statusCode, headers, body }: MockIntegration): HttpReply {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    statusCode,
    headers: { 'content-type': type, ...Object.fromEntries(given) },
    cookies: [],
    body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

/** What fetch decodes, and what belongs to its connection. */
const NOT_PASSED_ON = new Set(['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding']);

async function proxyReply(
  integration: HttpProxyIntegration,
  template: string,
  request: DirectRequest,
): Promise<HttpReply> {
  const path = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => request.pathParameters[name] ?? '');
  const url = request.query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${request.query}`;
  const method = integration.method === undefined || integration.method === 'ANY' ? request.method : integration.method;
  const { host: _, 'content-length': __, ...headers } = request.headers;
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...addedHeaders(integration, request) },
    redirect: 'manual',
    ...(method !== 'GET' && method !== 'HEAD' && request.body.length > 0 && { body: new Uint8Array(request.body) }),
  });
  const answered = [...response.headers].filter(([name]) => !NOT_PASSED_ON.has(name) && name !== 'set-cookie');
  return {
    statusCode: response.status,
    headers: Object.fromEntries(answered),
    cookies: response.headers.getSetCookie(),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

const addedHeaders = ({ headers }: HttpProxyIntegration, request: DirectRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : takenFrom(value, request),
    ]),
  );

/** A value of the request; the request context is the deployed gateway's. */
function takenFrom({ $from, name = '' }: RequestSource, request: DirectRequest): string {
  if ($from === 'path') return decodeURIComponent(request.pathParameters[name] ?? '');
  if ($from === 'query') return new URLSearchParams(request.query).get(name) ?? '';
  if ($from === 'header') return request.headers[name.toLowerCase()] ?? '';
  return '';
}
