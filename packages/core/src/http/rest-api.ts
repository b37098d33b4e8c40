/**
 * REST API events, payload format 1.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 *
 * An HTTP API may be told to send the same format, with `version: '1.0'` in it.
 */
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type Answer, type Answers, notFound } from './answers.js';
import type { Auth } from './auth.js';
import { ownObject, readAuth } from './authorizer.js';
import { withContent } from './content.js';
import { decodeBody, decodeBytes, decodeCookies, decodePercent } from './decode.js';
import type { GatewayFrontDoor, Reply, RouteTemplate, Values } from './front-door.js';
import { type HttpRequest, lazyRequest } from './request.js';
import { absoluteUrl, decodePath, routePath } from './request-path.js';
import { collect, collectHeaders, ownText, pairs, text, texts } from './values.js';

/** A load balancer's events have no `resource`. */
export const recognizes = (event: unknown): boolean => {
  const { httpMethod, resource } = ownObject(event);
  return typeof httpMethod === 'string' && typeof resource === 'string';
};

/** API Gateway has found the resource; the event does not tell whether its method is `ANY`. */
export const find = (
  event: APIGatewayProxyEvent,
  { answers }: { readonly answers: Answers<APIGatewayProxyEvent> },
): Answer<APIGatewayProxyEvent> =>
  answers[`${event?.httpMethod} ${event?.resource}`] ?? answers[`ANY ${event?.resource}`] ?? notFound;

export const method = (event: APIGatewayProxyEvent): string => text(event?.httpMethod);

/** A REST API passes them as they are in the path, percent-encoded; an HTTP API has decoded them. */
export const pathParameters = (event: APIGatewayProxyEvent): Readonly<Record<string, string>> =>
  texts(event?.pathParameters, isHttpApi(event) ? undefined : decodePercent);

export function pathParameter(event: APIGatewayProxyEvent, name: string): string | undefined {
  const value = ownText(event?.pathParameters, name);
  return value === undefined || isHttpApi(event) ? value : decodePercent(value);
}

const isHttpApi = (event: APIGatewayProxyEvent): boolean =>
  (event as { readonly version?: unknown } | null | undefined)?.version === '1.0';

export const query = (event: APIGatewayProxyEvent): Values => collect(queryPairs(event));

const queryPairs = (event: APIGatewayProxyEvent): Iterable<readonly [string, string]> =>
  pairs(event?.queryStringParameters, event?.multiValueQueryStringParameters);

/** Names come in the case that the client sent. */
export const headers = (event: APIGatewayProxyEvent): Readonly<Record<string, string>> =>
  collectHeaders(pairs(event?.headers, event?.multiValueHeaders));

export const contentType = (event: APIGatewayProxyEvent): string | undefined => headers(event)['content-type'];

export const cookies = (event: APIGatewayProxyEvent): Readonly<Record<string, string | undefined>> =>
  decodeCookies(headers(event).cookie);

export const body = (event: APIGatewayProxyEvent): string | undefined =>
  decodeBody(event?.body, event?.isBase64Encoded);

export const bytes = (event: APIGatewayProxyEvent): Uint8Array | undefined =>
  decodeBytes(event?.body, event?.isBase64Encoded);

/** Claims of Cognito (or of an HTTP API's JWT authorizer), or what a Lambda authorizer returned; the signer is in `identity`. */
export function auth(event: APIGatewayProxyEvent): Auth {
  const { principalId, integrationLatency, ...context } = ownObject(event?.requestContext?.authorizer);
  const { claims, scopes } = context;
  // an HTTP API has null for them where there is no token; a Lambda authorizer's own values are never objects
  if (typeof claims === 'object') delete context.claims;
  if (typeof scopes === 'object') delete context.scopes;
  const { accountId, userArn, user, accessKey, cognitoIdentityId, cognitoIdentityPoolId } = ownObject(
    event?.requestContext?.identity,
  );
  const cognitoIdentity = { identityId: cognitoIdentityId, identityPoolId: cognitoIdentityPoolId };
  const iam = { accountId, userArn, userId: user, accessKey, cognitoIdentity };
  return readAuth({ claims, scopes, context, principalId, iam });
}

export const request = (event: APIGatewayProxyEvent, route: RouteTemplate): HttpRequest<APIGatewayProxyEvent> =>
  lazyRequest(
    {
      method,
      // both decoded: what an HTTP API has decoded can have more slashes than the path
      path: () =>
        routePath(
          decodePath(text(event?.path)),
          route,
          texts(event?.pathParameters, isHttpApi(event) ? text : decodePath),
        ),
      url: () =>
        absoluteUrl({
          headers: headers(event),
          domainName: text(event?.requestContext?.domainName),
          // only there is the stage
          path: text(event?.requestContext?.path) || text(event?.path),
          query: new URLSearchParams([...queryPairs(event)] as [string, string][]).toString(),
        }),
      pathParameters,
      query,
      headers,
      cookies,
      body,
      bytes,
      auth,
      sourceIp: () => text(event?.requestContext?.identity?.sourceIp),
      requestId: () => text(event?.requestContext?.requestId),
      stage: () => {
        const stage = text(event?.requestContext?.stage);
        return stage === '' || stage === '$default' ? undefined : stage;
      },
      stageVariables: () => texts(event?.stageVariables),
    },
    event,
  );

/** Several cookies go into `multiValueHeaders`; a key that REST APIs do not know, such as `cookies`, is answered with 502. */
export const toResult = ({ statusCode, headers, cookies, body }: Reply): APIGatewayProxyResult =>
  withContent(
    // JSON leaves them out where there are none
    { statusCode, headers, multiValueHeaders: cookies && { 'set-cookie': cookies } },
    body,
  ) as APIGatewayProxyResult;

({
  recognizes,
  find,
  method,
  pathParameters,
  pathParameter,
  query,
  headers,
  contentType,
  cookies,
  body,
  bytes,
  auth,
  request,
  toResult,
}) satisfies GatewayFrontDoor<APIGatewayProxyEvent, APIGatewayProxyResult>;
