import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { type RequestOptions, readRequestOptions } from './event-options.js';
import { type GatewayRequest, readRequest } from './gateway-request.js';
import { payload2Event } from './payload-2-event.js';

/** Options of {@link functionUrlEvent}. */
export interface FunctionUrlEventOptions extends RequestOptions {
  /**
   * Who signed the request, where the Function URL asks for it: `{ iam: caller }`.
   * @default none, the caller is anonymous
   */
  readonly authorizer?: { readonly iam: Readonly<Record<string, unknown>> };
}

const DOMAIN_NAME = 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws';

/**
 * Builds the event that a Function URL sends to its Lambda function for a request.
 *
 * @example
 * functionUrlEvent({ method: 'GET', path: '/todos/7' });
 */
export const functionUrlEvent = (
  request: GatewayRequest,
  options: FunctionUrlEventOptions = {},
): LambdaFunctionURLEvent => {
  const parts = readRequest(request);
  const facts = readRequestOptions({ requestId: 'e1506fd5-9e7b-434f-bd42-4f8fa224b599', ...options }, DOMAIN_NAME);
  return payload2Event({
    parts,
    facts,
    // a Function URL has no domain but its own, whatever stands before it
    domainName: facts.origin.hostname.includes('.lambda-url.') ? facts.origin.hostname : DOMAIN_NAME,
    accountId: options.authorizer === undefined ? 'anonymous' : '123456789012',
    rawPath: parts.path,
    routeKey: '$default',
    stage: '$default',
    authorizer: options.authorizer,
    pathParameters: {},
    stageVariables: {},
  });
};
