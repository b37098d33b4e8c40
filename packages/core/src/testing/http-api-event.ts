import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type EventOptions, readEventOptions } from './event-options.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { payload2Event } from './payload-2-event.js';
import { decodeParameters, decodePath } from './request-path.js';

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
  const stage = options.stage ?? '$default';
  return payload2Event({
    parts,
    facts,
    accountId: '123456789012',
    rawPath: decodePath(stage === '$default' ? parts.path : `/${stage}${parts.path}`),
    routeKey: facts.route.path === '$default' ? '$default' : `${facts.route.method} ${facts.route.path}`,
    stage,
    authorizer: options.authorizer,
    pathParameters: decodeParameters(facts.pathParameters),
    stageVariables: options.stageVariables ?? {},
  });
};
