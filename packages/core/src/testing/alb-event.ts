import type { ALBEvent } from 'aws-lambda';
import { type RequestOptions, readRequestOptions } from './event-options.js';
import { withForwardedHeaders } from './forwarded-headers.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { isTextForAlb } from './request-body.js';
import { headerValue } from './request-headers.js';
import { splitQuery } from './request-query.js';

/** Options of {@link albEvent}. */
export interface AlbEventOptions extends Pick<RequestOptions, 'origin' | 'requestId'> {
  /**
   * Whether the target group has multi-value headers turned on, `lambda.multi_value_headers.enabled`.
   * @default false, as in a new target group: of repeated headers and query values only the last is there
   */
  readonly multiValueHeaders?: boolean;
}

/**
 * Builds the event that an Application Load Balancer sends to a Lambda function for a request.
 *
 * What its authentication adds are headers: give `x-amzn-oidc-data` with the request.
 *
 * @example
 * albEvent({ method: 'GET', path: '/todos/7' }, { multiValueHeaders: true });
 */
export const albEvent = (request: GatewayRequest, options: AlbEventOptions = {}): ALBEvent => {
  const parts = readRequest(request);
  const facts = readRequestOptions(options, 'todos-1234567890.us-east-1.elb.amazonaws.com');
  const headers = withForwardedHeaders(parts, facts);
  if (options.requestId !== undefined)
    headers.set('x-amzn-trace-id', { name: 'X-Amzn-Trace-Id', values: [options.requestId] });
  const isBase64Encoded =
    parts.body !== undefined &&
    !isTextForAlb(headerValue(headers, 'content-type'), headerValue(headers, 'content-encoding'));
  const fields = [...headers].map(([name, { values }]) => [name, [...values]] as [string, string[]]);
  const query = [...splitQuery(parts.query)].map(([name, values]) => [name, [...values]] as [string, string[]]);
  return {
    requestContext: {
      elb: {
        targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/todos/49e9d65c45c6791a',
      },
    },
    httpMethod: parts.method,
    path: parts.path,
    ...(options.multiValueHeaders
      ? { multiValueQueryStringParameters: Object.fromEntries(query), multiValueHeaders: Object.fromEntries(fields) }
      : { queryStringParameters: lastOfEach(query), headers: lastOfEach(fields) }),
    body: parts.body?.toString(isBase64Encoded ? 'base64' : 'utf8') ?? '',
    isBase64Encoded,
  };
};

const lastOfEach = (entries: readonly (readonly [string, readonly string[]])[]): Record<string, string> =>
  Object.fromEntries(entries.map(([name, values]) => [name, values.at(-1) as string]));
