import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventV2,
} from 'aws-lambda';

/**
 * Builds the event that the same gateway sends to a Lambda authorizer before a function gets its own: payload format 2.0 of an HTTP
 * API, `REQUEST` of a REST API.
 *
 * @param event what the function would get
 * @param identitySource values that an HTTP API has found where its identity sources say
 * @example
 * authorizerEvent(httpApiEvent({ method: 'GET', path: '/orders', headers: { authorization: 'Bearer ada' } }));
 */
export function authorizerEvent(
  event: APIGatewayProxyEventV2,
  identitySource?: readonly string[],
): APIGatewayRequestAuthorizerEventV2;
export function authorizerEvent(event: APIGatewayProxyEvent): APIGatewayRequestAuthorizerEvent;
export function authorizerEvent(
  event: APIGatewayProxyEventV2 | APIGatewayProxyEvent,
  identitySource: readonly string[] = [],
): APIGatewayRequestAuthorizerEventV2 | APIGatewayRequestAuthorizerEvent {
  if (!('rawPath' in event)) {
    const { body, isBase64Encoded, requestContext, ...asked } = event;
    const { apiId, stage } = requestContext;
    const methodArn = arnOf(apiId, stage, `${event.httpMethod}${event.path}`);
    return { type: 'REQUEST', methodArn, ...asked, requestContext: { ...requestContext, authorizer: undefined } };
  }
  const { body, isBase64Encoded, requestContext, cookies = [], ...asked } = event;
  const { apiId, stage, http } = requestContext;
  return {
    ...asked,
    type: 'REQUEST',
    routeArn: arnOf(apiId, stage, `${http.method}${http.path}`),
    identitySource: [...identitySource],
    cookies,
    requestContext,
  };
}

const arnOf = (apiId: string, stage: string, route: string): string =>
  `arn:aws:execute-api:us-east-1:123456789012:${apiId}/${stage}/${route}`;
