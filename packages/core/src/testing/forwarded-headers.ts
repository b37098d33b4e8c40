import type { RequestFacts } from './event-options.js';
import type { RequestParts } from './gateway-request.js';
import type { HeaderTable } from './request-headers.js';

/** The request's headers with those that the front door adds. */
export const withForwardedHeaders = (parts: RequestParts, { origin }: Pick<RequestFacts, 'origin'>): HeaderTable => {
  const headers: HeaderTable = new Map(parts.headers);
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), { name, values: [value] });
  if (!headers.has('host')) set('Host', origin.host);
  if (!headers.has('x-amzn-trace-id')) set('X-Amzn-Trace-Id', 'Root=1-67891233-abcdef012345678912345678');
  // A client's own X-Forwarded-For is kept in front; scheme and port are the gateway's.
  set('X-Forwarded-For', [...(headers.get('x-forwarded-for')?.values ?? []), parts.sourceIp].join(', '));
  set('X-Forwarded-Port', origin.port || (origin.protocol === 'https:' ? '443' : '80'));
  set('X-Forwarded-Proto', origin.protocol.slice(0, -1));
  return headers;
};

/** The headers with the length that HTTP APIs and Function URLs add also where there is no body; a REST API does not. */
export const withContentLength = (headers: HeaderTable): HeaderTable =>
  headers.has('content-length')
    ? headers
    : new Map(headers).set('content-length', { name: 'Content-Length', values: ['0'] });
