import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from 'aws-lambda';
import { type RequestFacts, requestTime } from './event-options.js';
import { withContentLength, withForwardedHeaders } from './forwarded-headers.js';
import type { RequestParts } from './gateway-request.js';
import { isTextForHttpApi } from './request-body.js';
import { headerValue } from './request-headers.js';
import { readQuery } from './request-query.js';

/** What differs between the front doors that send payload format 2.0. */
export interface Payload2Options {
  readonly parts: RequestParts;
  readonly facts: RequestFacts;
  readonly accountId: string;
  /** @default the host that the request came to */
  readonly domainName?: string;
  readonly rawPath: string;
  readonly routeKey: string;
  readonly stage: string;
  readonly authorizer: Readonly<Record<string, unknown>> | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** An event of payload format 2.0. */
export const payload2Event = (options: Payload2Options): APIGatewayProxyEventV2 => {
  const { parts, facts, routeKey, rawPath, stage, domainName = facts.origin.hostname } = options;
  const headers = withContentLength(withForwardedHeaders(parts, facts));
  const query = readQuery(parts.query);
  const requestContext: APIGatewayEventRequestContextV2 & Partial<Pick<Payload2Options, 'authorizer'>> = {
    accountId: options.accountId,
    apiId: subdomain(domainName),
    ...(options.authorizer ? { authorizer: options.authorizer } : {}),
    domainName,
    domainPrefix: subdomain(domainName),
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
    headers: Object.fromEntries(
      [...headers].filter(([key]) => key !== 'cookie').map(([key, field]) => [key, field.values.join(',')]),
    ),
    ...whenAny(
      'queryStringParameters',
      [...query].map(([name, values]) => [name, values.join(',')]),
    ),
    requestContext,
    ...whenAny('pathParameters', Object.entries(options.pathParameters)),
    ...whenAny('stageVariables', Object.entries(options.stageVariables)),
    ...bodyOf(parts.body, headerValue(headers, 'content-type')),
  };
};

const subdomain = (domainName: string): string => domainName.split('.')[0] ?? domainName;

/** Payload format 2.0 leaves an empty map out, where REST APIs write `null`. */
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
