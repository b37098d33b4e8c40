import type { APIGatewayEventIdentity, APIGatewayProxyEvent } from 'aws-lambda';
import { type EventFacts, requestTime } from './event-options.js';
import type { RequestParts } from './gateway-request.js';
import { type HeaderTable, headerValue } from './request-headers.js';
import { readQuery } from './request-query.js';

/** What differs between the front doors that send payload format 1.0. */
export interface Payload1Options {
  readonly parts: RequestParts;
  readonly facts: EventFacts;
  readonly headers: HeaderTable;
  readonly path: string;
  readonly requestContext: Pick<APIGatewayProxyEvent['requestContext'], 'path' | 'resourceId' | 'stage'>;
  readonly authorizer: Readonly<Record<string, unknown>> | undefined;
  readonly identity: Partial<APIGatewayEventIdentity>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly isBase64Encoded: boolean;
}

/** An event of payload format 1.0. */
export const payload1Event = (options: Payload1Options): APIGatewayProxyEvent => {
  const { parts, facts, isBase64Encoded } = options;
  const fields = [...options.headers.values()].map(({ name, values }) => [name, [...values]] as [string, string[]]);
  const query = [...readQuery(parts.query)].map(([name, values]) => [name, [...values]] as [string, string[]]);
  return {
    resource: facts.route.path,
    path: options.path,
    httpMethod: parts.method,
    headers: Object.fromEntries(lastOfEach(fields)),
    multiValueHeaders: Object.fromEntries(fields),
    queryStringParameters: mapOrNull(lastOfEach(query)),
    multiValueQueryStringParameters: mapOrNull(query),
    pathParameters: mapOrNull(Object.entries(options.pathParameters)),
    stageVariables: mapOrNull(Object.entries(options.stageVariables)),
    requestContext: requestContext(options),
    body: parts.body?.toString(isBase64Encoded ? 'base64' : 'utf8') ?? null,
    isBase64Encoded,
  };
};

const requestContext = (options: Payload1Options): APIGatewayProxyEvent['requestContext'] => {
  const { parts, facts, headers } = options;
  const context: Omit<APIGatewayProxyEvent['requestContext'], 'authorizer'> = {
    accountId: '123456789012',
    apiId: facts.apiId,
    ...(options.authorizer ? { authorizer: options.authorizer } : {}),
    domainName: facts.origin.hostname,
    domainPrefix: facts.apiId,
    extendedRequestId: facts.requestId,
    httpMethod: parts.method,
    identity: {
      ...NOBODY,
      ...options.identity,
      sourceIp: parts.sourceIp,
      userAgent: headerValue(headers, 'user-agent') ?? null,
    },
    protocol: 'HTTP/1.1',
    requestId: facts.requestId,
    requestTime: requestTime(facts.timeEpoch),
    requestTimeEpoch: facts.timeEpoch,
    resourcePath: facts.route.path,
    ...options.requestContext,
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
  entries.map(([name, values]) => [name, values.at(-1) as string]);

const mapOrNull = <TValue>(entries: readonly (readonly [string, TValue])[]): Record<string, TValue> | null =>
  entries.length > 0 ? Object.fromEntries(entries) : null;
