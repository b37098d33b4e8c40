import type { APIGatewayEventIdentity, APIGatewayProxyEvent } from 'aws-lambda';
import { type EventOptions, readEventOptions } from './event-options.js';
import { withForwardedHeaders } from './forwarded-headers.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { payload1Event } from './payload-1-event.js';
import { isBinaryForRestApi } from './request-body.js';
import { headerValue } from './request-headers.js';

/** Options of {@link restApiEvent}. */
export interface RestApiEventOptions extends EventOptions {
  /** @default 'prod' */
  readonly stage?: string;
  /**
   * Base path of a custom domain's mapping, `/v1`; it stands in the path, in place of the stage.
   * @default none, the request came to the API's own host
   */
  readonly basePath?: string;
  /**
   * What the method's authorizer left: `{ claims }` of Cognito, or the context of a Lambda authorizer.
   * @default none
   */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /**
   * Who signed the request, where the method asks for it (`AWS_IAM`), or the API key that came with it.
   * @default nobody
   */
  readonly identity?: Partial<APIGatewayEventIdentity>;
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
  const { basePath = '', stage = 'prod' } = options;
  return payload1Event({
    parts,
    facts,
    headers,
    path: basePath + parts.path,
    requestContext: { path: (basePath || `/${stage}`) + parts.path, resourceId: 'abc123', stage },
    authorizer: options.authorizer,
    identity: options.identity ?? {},
    pathParameters: facts.pathParameters,
    stageVariables: options.stageVariables ?? {},
    isBase64Encoded:
      parts.body !== undefined &&
      isBinaryForRestApi(headerValue(headers, 'content-type'), options.binaryMediaTypes ?? []),
  });
};
