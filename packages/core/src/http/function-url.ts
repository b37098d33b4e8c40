/**
 * Events of Function URLs, and of an HTTP API's routes `$default` and `ANY /{proxy+}`, which have the same form: payload format 2.0
 * with one route for all requests, so that the route is found here. https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
import type { APIGatewayProxyStructuredResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import type { Answer } from './answers.js';
import { decodePercent } from './decode.js';
import type { Reply, RouteTemplate, RoutingFrontDoor } from './front-door.js';
import {
  auth,
  body,
  bytes,
  contentType,
  cookies,
  headers,
  method,
  query,
  recognizes as recognizesPayload2,
  requestReaders,
  toResult as toPayload2Result,
  urlOf,
} from './http-api.js';
import { matchPath, refuseRoute } from './match-path.js';
import { type HttpRequest, lazyRequest } from './request.js';
import { decodePath, encodePath } from './request-path.js';
import { findAnswer, type Router } from './router.js';
import { text } from './values.js';

export { auth, body, bytes, contentType, cookies, headers, method, query };

export const recognizes = (event: unknown): boolean =>
  recognizesPayload2(event) &&
  (hasDefaultRoute(event as LambdaFunctionURLEvent) || isFunctionUrl(event as LambdaFunctionURLEvent));

/** What takes all requests: `$default`, or by the name that AWS's tools give the parameter, `ANY /{proxy+}`. */
const hasDefaultRoute = ({ routeKey, requestContext }: LambdaFunctionURLEvent): boolean =>
  [routeKey, requestContext?.routeKey].some((key) => key === '$default' || key === 'ANY /{proxy+}');

/** Both say `$default`; only the domain tells whether the path is encoded. */
const isFunctionUrl = (event: LambdaFunctionURLEvent): boolean =>
  text(event?.requestContext?.domainName).includes('.lambda-url.');

/**
 * The path to route by, encoded on a Function URL; an HTTP API has decoded it and put a named stage in front.
 *
 * A `%2F` is therefore a slash on an HTTP API's `$default` route, and no longer part of one segment.
 */
function pathToRoute(event: LambdaFunctionURLEvent): string {
  const path = text(event?.rawPath);
  const stage = `/${text(event?.requestContext?.stage)}`;
  // `$default` is never in the path
  return `${path}/`.startsWith(`${stage}/`) && stage !== '/' && !isFunctionUrl(event)
    ? path.slice(stage.length) || '/'
    : path;
}

export const find = (
  event: LambdaFunctionURLEvent,
  router: Router<LambdaFunctionURLEvent>,
): Answer<LambdaFunctionURLEvent> =>
  findAnswer(router, {
    method: method(event),
    path: pathToRoute(event),
    asked: () => headers(event)['access-control-request-method'],
  });

export const match = (event: LambdaFunctionURLEvent, route: RouteTemplate): Reply | undefined =>
  refuseRoute(method(event), pathToRoute(event), route);

export const pathParameters = (event: LambdaFunctionURLEvent, route: RouteTemplate): Readonly<Record<string, string>> =>
  matchPath(route.path, pathToRoute(event), isFunctionUrl(event) ? decodePercent : undefined) ?? Object.create(null);

export const request = (event: LambdaFunctionURLEvent, route: RouteTemplate): HttpRequest<LambdaFunctionURLEvent> =>
  lazyRequest(
    {
      ...requestReaders,
      pathParameters: () => pathParameters(event, route),
      path: () => (isFunctionUrl(event) ? decodePath(pathToRoute(event)) : pathToRoute(event)),
      url: () => urlOf(event, isFunctionUrl(event) ? text(event.rawPath) : encodePath(text(event?.rawPath))),
    },
    event,
  );

/** An answer to HEAD has no content (RFC 9110, 9.3.2). */
export const toResult = (reply: Reply, event: LambdaFunctionURLEvent): APIGatewayProxyStructuredResultV2 =>
  toPayload2Result(method(event) === 'HEAD' ? { ...reply, body: undefined } : reply);

({
  recognizes,
  find,
  match,
  method,
  pathParameters,
  query,
  headers,
  contentType,
  cookies,
  body,
  bytes,
  auth,
  request,
  toResult,
}) satisfies RoutingFrontDoor<LambdaFunctionURLEvent, APIGatewayProxyStructuredResultV2>;
