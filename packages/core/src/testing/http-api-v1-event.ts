import type { APIGatewayEventIdentity, APIGatewayProxyEvent } from 'aws-lambda';
import { type EventOptions, readEventOptions } from './event-options.js';
import { withContentLength, withForwardedHeaders } from './forwarded-headers.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { payload1Event } from './payload-1-event.js';
import { isTextForHttpApi } from './request-body.js';
import { headerValue } from './request-headers.js';
import { decodeParameters } from './request-path.js';

/** Options of {@link httpApiV1Event}. */
export interface HttpApiV1EventOptions extends EventOptions {
  /** @default '$default', the only one that does not stand in the path */
  readonly stage?: string;
  /**
   * Key of a custom domain's API mapping, `/v1`; it stands in the path, in place of the stage.
   * @default none, the request came to the API's own host
   */
  readonly basePath?: string;
  /**
   * What the route's authorizer left: `{ claims, scopes }` of a token, or the context of a Lambda authorizer.
   * @default { claims: null, scopes: null }
   */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /**
   * Who signed the request, where the route asks for it (`AWS_IAM`).
   * @default nobody
   */
  readonly identity?: Partial<APIGatewayEventIdentity>;
}

/** An event of an HTTP API in the format of REST APIs. */
export interface HttpApiV1Event extends APIGatewayProxyEvent {
  readonly version: '1.0';
}

/**
 * Builds the event that an HTTP API sends to a Lambda function for a request if it is told to use payload format 1.0.
 *
 * @example
 * httpApiV1Event({ method: 'GET', path: '/todos/7' }, { route: { method: 'GET', path: '/todos/{id}' } });
 */
export const httpApiV1Event = (request: GatewayRequest, options: HttpApiV1EventOptions = {}): HttpApiV1Event => {
  const parts = readRequest(request);
  const facts = readEventOptions(request, parts, options);
  const headers = withContentLength(withForwardedHeaders(parts, facts));
  const { stage = '$default' } = options;
  const path = (options.basePath ?? (stage === '$default' ? '' : `/${stage}`)) + parts.path;
  return {
    version: '1.0',
    ...payload1Event({
      parts,
      facts,
      headers,
      path,
      requestContext: { path, resourceId: `${facts.route.method} ${facts.route.path}`, stage },
      authorizer: options.authorizer ?? { claims: null, scopes: null },
      identity: options.identity ?? {},
      pathParameters: decodeParameters(facts.pathParameters),
      stageVariables: options.stageVariables ?? {},
      isBase64Encoded: parts.body !== undefined && !isTextForHttpApi(headerValue(headers, 'content-type')),
    }),
  };
};
