import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from 'aws-lambda';
import { type EventOptions, readEventOptions, requestTime } from './event-options.js';
import { withForwardedHeaders } from './forwarded-headers.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { isTextForHttpApi } from './request-body.js';
import { headerValue } from './request-headers.js';
import { decodePath } from './request-path.js';
import { readQuery } from './request-query.js';

/** Options of {@link httpApiEvent}. */
export interface HttpApiEventOptions extends EventOptions {
  /** @default '$default', the only one that does not stand in the path */
  readonly stage?: string;
  /**
   * What the route's authorizer left: `{ jwt: { claims, scopes } }`, `{ lambda: context }` or `{ iam: caller }`.
   * @default none
   */
  readonly authorizer?: Readonly<Record<string, unknown>>;
}

/**
 * Builds the event that an HTTP API sends to a Lambda function for a request, payload format 2.0.
 *
 * @example
 * httpApiEvent({ method: 'GET', path: '/todos/7' }, { route: { method: 'GET', path: '/todos/{id}' } });
 */
export const httpApiEvent = (request: GatewayRequest, options: HttpApiEventOptions = {}): APIGatewayProxyEventV2 => {
  const parts = readRequest(request);
  const facts = readEventOptions(request, parts, options);
  const headers = withForwardedHeaders(parts, facts);
  headers.delete('cookie');
  // An HTTP API adds the length also where there is no body; a REST API does not.
  if (!headers.has('content-length')) headers.set('content-length', { name: 'content-length', values: ['0'] });
  const stage = options.stage ?? '$default';
  const rawPath = decodePath(stage === '$default' ? parts.path : `/${stage}${parts.path}`);
  const routeKey = `${facts.route.method} ${facts.route.path}`;
  const query = readQuery(parts.query);
  const requestContext: APIGatewayEventRequestContextV2 & Pick<HttpApiEventOptions, 'authorizer'> = {
    accountId: '123456789012',
    apiId: facts.apiId,
    ...(options.authorizer ? { authorizer: options.authorizer } : {}),
    domainName: facts.origin.hostname,
    domainPrefix: facts.apiId,
    http: {
      method: parts.method,
      path: rawPath,
      protocol: 'HTTP/1.1',
      sourceIp: parts.sourceIp,
      userAgent: headerValue(headers, 'user-agent') ?? '',
    },
    requestId: facts.requestId,
    routeKey,
    stage,
    time: requestTime(facts.timeEpoch),
    timeEpoch: facts.timeEpoch,
  };
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: parts.query,
    ...(parts.cookies.length > 0 ? { cookies: [...parts.cookies] } : {}),
    headers: Object.fromEntries([...headers].map(([key, field]) => [key, field.values.join(',')])),
    ...whenAny(
      'queryStringParameters',
      [...query].map(([name, values]) => [name, values.join(',')]),
    ),
    requestContext,
    ...whenAny(
      'pathParameters',
      Object.entries(facts.pathParameters).map(([name, value]) => [name, decodePath(value)]),
    ),
    ...whenAny('stageVariables', Object.entries(options.stageVariables ?? {})),
    ...bodyOf(parts.body, headerValue(headers, 'content-type')),
  };
};

/** HTTP APIs leave an empty map out, where REST APIs write `null`. */
const whenAny = <TName extends string>(
  name: TName,
  entries: readonly (readonly [string, string])[],
): { [name in TName]?: Record<string, string> } =>
  (entries.length > 0 ? { [name]: Object.fromEntries(entries) } : {}) as { [name in TName]?: Record<string, string> };

const bodyOf = (
  body: Buffer | undefined,
  contentType: string | undefined,
): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body === undefined) return { isBase64Encoded: false };
  const isText = isTextForHttpApi(contentType);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
};
