/** Events of an Application Load Balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
import type { ALBEvent, ALBResult } from 'aws-lambda';
import type { Answer } from './answers.js';
import type { Auth } from './auth.js';
import { readAuth } from './authorizer.js';
import { withContent } from './content.js';
import { decodeBody, decodeBytes, decodeCookies, decodePercent, decodeQuery } from './decode.js';
import type { Reply, RouteTemplate, RoutingFrontDoor, Values } from './front-door.js';
import { matchPath, refuseRoute } from './match-path.js';
import { type HttpRequest, lazyRequest } from './request.js';
import { absoluteUrl, decodePath } from './request-path.js';
import { findAnswer, type Router } from './router.js';
import { collect, collectHeaders, pairs, text, texts } from './values.js';

export const recognizes = (event: unknown): boolean =>
  Boolean((event as Partial<ALBEvent> | null | undefined)?.requestContext?.elb);

export const method = (event: ALBEvent): string => text(event?.httpMethod);

export const find = (event: ALBEvent, router: Router<ALBEvent>): Answer<ALBEvent> =>
  findAnswer(router, {
    method: method(event),
    path: text(event?.path),
    asked: () => headers(event)['access-control-request-method'],
  });

export const match = (event: ALBEvent, route: RouteTemplate): Reply | undefined =>
  refuseRoute(method(event), text(event?.path), route);

/** The load balancer passes the path as it was sent. */
export const pathParameters = (event: ALBEvent, route: RouteTemplate): Readonly<Record<string, string>> =>
  matchPath(route.path, text(event?.path), decodePercent) ?? Object.create(null);

/** "If the query parameters are URL-encoded, the load balancer does not decode them." */
export const query = (event: ALBEvent): Values =>
  collect(queryPairs(event).map(([name, value]) => [decodeQuery(name), decodeQuery(value)]));

/** Encoded; where the target group has no multi-value headers, only the last value of a name is there. */
const queryPairs = (event: ALBEvent): (readonly [string, string])[] => [
  ...pairs(event?.queryStringParameters, event?.multiValueQueryStringParameters),
];

export const headers = (event: ALBEvent): Readonly<Record<string, string>> =>
  collectHeaders(pairs(event?.headers, event?.multiValueHeaders));

export const contentType = (event: ALBEvent): string | undefined => headers(event)['content-type'];

export const cookies = (event: ALBEvent): Readonly<Record<string, string | undefined>> =>
  decodeCookies(headers(event).cookie);

export const body = (event: ALBEvent): string | undefined => decodeBody(event?.body, event?.isBase64Encoded);

export const bytes = (event: ALBEvent): Uint8Array | undefined => decodeBytes(event?.body, event?.isBase64Encoded);

/**
 * Nothing: `x-amzn-oidc-data` holds a token that the function has to verify itself, as whoever reaches it without the load balancer
 * can send any. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export const auth = (_event: ALBEvent): Auth => readAuth({});

export const request = (event: ALBEvent, route: RouteTemplate): HttpRequest<ALBEvent> =>
  lazyRequest(
    {
      method,
      path: () => decodePath(text(event?.path)),
      url: () =>
        absoluteUrl({
          headers: headers(event),
          path: text(event?.path),
          query: queryPairs(event)
            .map((pair) => pair.join('='))
            .join('&'),
        }),
      pathParameters: () => pathParameters(event, route),
      query,
      headers,
      cookies,
      body,
      bytes,
      auth,
      sourceIp: () => lastAddress(headers(event)['x-forwarded-for']),
      requestId: () => headers(event)['x-amzn-trace-id'] ?? '',
      stage: () => undefined,
      stageVariables: () => texts(undefined),
    },
    event,
  );

/**
 * The load balancer appends the address that it saw, with a port if told so; whatever stands before it the client may have made up.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */
const lastAddress = (forwardedFor = ''): string =>
  forwardedFor
    .slice(forwardedFor.lastIndexOf(',') + 1)
    .trim()
    .replace(/^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');

/**
 * Headers in the one of the two maps that the target group is set to, as the event shows; the other is ignored.
 *
 * There is no `statusDescription`: without one the load balancer writes the reason phrase itself; one that is null is answered with 502
 * (awsdocs/elb-application-load-balancers-user-guide#33, aws/aws-lambda-dotnet#507).
 *
 * @throws {Error} when there are several cookies and the target group takes one value for each header
 */
export function toResult({ statusCode, headers, cookies = [], body }: Reply, event: ALBEvent): ALBResult {
  const fields = [...Object.entries(headers), ...cookies.map((cookie): [string, string] => ['set-cookie', cookie])];
  // an answer to HEAD has no content (RFC 9110, 9.3.2)
  const content = method(event) === 'HEAD' ? undefined : body;
  if (event?.multiValueHeaders) return withContent({ statusCode, multiValueHeaders: groupFields(fields) }, content);
  const single = Object.fromEntries(fields);
  if (Object.keys(single).length < fields.length)
    throw new Error(
      'A load balancer sends one Set-Cookie header only; turn on multi-value headers (lambda.multi_value_headers.enabled) on the target group',
    );
  return withContent({ statusCode, headers: single }, content);
}

function groupFields(fields: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of fields) values[name] = [...(values[name] ?? []), value];
  return values;
}

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
}) satisfies RoutingFrontDoor<ALBEvent, ALBResult>;
