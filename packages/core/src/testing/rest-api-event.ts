import type { APIGatewayEventIdentity, APIGatewayProxyEvent } from 'aws-lambda';
import { type EventFacts, type EventOptions, readEventOptions, requestTime } from './event-options.js';
import { withForwardedHeaders } from './forwarded-headers.js';
import { type GatewayRequest, type RequestParts, readRequest } from './gateway-request.js';
import { isBinaryForRestApi } from './request-body.js';
import { type HeaderTable, headerValue } from './request-headers.js';
import { readQuery } from './request-query.js';

/** Options of {@link restApiEvent}. */
export interface RestApiEventOptions extends EventOptions {
  /** @default 'prod' */
  readonly stage?: string;
  /**
   * What the method's authorizer left: `{ claims }` of Cognito, or the context of a Lambda authorizer.
   * @default none
   */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /**
   * The API's binary media types: `image/png`, `image/*`, or all.
   * @default [] every body is text
   */
  readonly binaryMediaTypes?: readonly string[];
}

/**
 * Builds the event that a REST API sends to a Lambda function for a request, payload format 1.0.
 *
 * @example
 * restApiEvent({ method: 'GET', path: '/todos/7' }, { route: { method: 'GET', path: '/todos/{id}' } });
 */
export const restApiEvent = (request: GatewayRequest, options: RestApiEventOptions = {}): APIGatewayProxyEvent => {
  const parts = readRequest(request);
  const facts = readEventOptions(request, parts, options);
  const headers = withForwardedHeaders(parts, facts);
  const fields = [...headers.values()].map(({ name, values }) => [name, [...values]] as [string, string[]]);
  const query = [...readQuery(parts.query)].map(([name, values]) => [name, [...values]] as [string, string[]]);
  const isBase64Encoded =
    parts.body !== undefined &&
    isBinaryForRestApi(headerValue(headers, 'content-type'), options.binaryMediaTypes ?? []);
  return {
    resource: facts.route.path,
    path: parts.path,
    httpMethod: parts.method,
    headers: Object.fromEntries(lastOfEach(fields)),
    multiValueHeaders: Object.fromEntries(fields),
    queryStringParameters: mapOrNull(lastOfEach(query)),
    multiValueQueryStringParameters: mapOrNull(query),
    pathParameters: mapOrNull(Object.entries(facts.pathParameters)),
    stageVariables: mapOrNull(Object.entries(options.stageVariables ?? {})),
    requestContext: requestContext({ parts, facts, headers, options }),
    body: parts.body?.toString(isBase64Encoded ? 'base64' : 'utf8') ?? null,
    isBase64Encoded,
  };
};

const requestContext = (request: {
  readonly parts: RequestParts;
  readonly facts: EventFacts;
  readonly headers: HeaderTable;
  readonly options: RestApiEventOptions;
}): APIGatewayProxyEvent['requestContext'] => {
  const { parts, facts, headers, options } = request;
  const stage = options.stage ?? 'prod';
  const context: Omit<APIGatewayProxyEvent['requestContext'], 'authorizer'> = {
    accountId: '123456789012',
    apiId: facts.apiId,
    ...(options.authorizer ? { authorizer: options.authorizer } : {}),
    domainName: facts.origin.hostname,
    domainPrefix: facts.apiId,
    extendedRequestId: facts.requestId,
    httpMethod: parts.method,
    identity: { ...NOBODY, sourceIp: parts.sourceIp, userAgent: headerValue(headers, 'user-agent') ?? null },
    path: `/${stage}${parts.path}`,
    protocol: 'HTTP/1.1',
    requestId: facts.requestId,
    requestTime: requestTime(facts.timeEpoch),
    requestTimeEpoch: facts.timeEpoch,
    resourceId: 'abc123',
    resourcePath: facts.route.path,
    stage,
  };
  // The type asks for the key; a gateway without an authorizer does not send it.
  return context as APIGatewayProxyEvent['requestContext'];
};

/** The identity of a caller without credentials. */
const NOBODY: Omit<APIGatewayEventIdentity, 'sourceIp' | 'userAgent'> = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

const lastOfEach = (entries: readonly (readonly [string, readonly string[]])[]): [string, string][] =>
  entries.map(([name, values]) => [name, values.at(-1) ?? '']);

const mapOrNull = <TValue>(entries: readonly (readonly [string, TValue])[]): Record<string, TValue> | null =>
  entries.length > 0 ? Object.fromEntries(entries) : null;
