/** HTTP API events, payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Answer, type Answers, notFound } from './answers.js';
import type { Auth } from './auth.js';
import { ownObject, readAuth } from './authorizer.js';
import { decodeBody, decodeBytes, decodeCookies } from './decode.js';
import type { GatewayFrontDoor, Reply, RouteTemplate, Values } from './front-door.js';
import { type HttpRequest, lazyRequest, type RequestReaders } from './request.js';
import { absoluteUrl, encodePath, routePath } from './request-path.js';
import { collect, collectHeaders, ownText, pairs, text, texts } from './values.js';

/** Function URLs say the same version; where both are possible, they are asked first. */
export const recognizes = (event: unknown): boolean =>
  (event as Partial<APIGatewayProxyEventV2> | null | undefined)?.version === '2.0';

/** API Gateway has found the route. */
export const find = (
  event: APIGatewayProxyEventV2,
  { answers }: { readonly answers: Answers<APIGatewayProxyEventV2> },
): Answer<APIGatewayProxyEventV2> => answers[event?.routeKey] ?? notFound;

export const method = (event: APIGatewayProxyEventV2): string => text(event?.requestContext?.http?.method);

/** API Gateway has decoded them. */
export const pathParameters = (event: APIGatewayProxyEventV2): Readonly<Record<string, string>> =>
  texts(event?.pathParameters);

export const pathParameter = (event: APIGatewayProxyEventV2, name: string): string | undefined =>
  ownText(event?.pathParameters, name);

/** Only the raw query string is exact: in `queryStringParameters` repeats are joined with commas. */
export const query = (event: APIGatewayProxyEventV2): Values =>
  collect(
    typeof event?.rawQueryString === 'string'
      ? // URLSearchParams drops a first `?`; one that was sent belongs to the first name
        new URLSearchParams(`?${event.rawQueryString}`)
      : pairs(event?.queryStringParameters, undefined),
  );

/** Cookies are not among the event's headers; here they are, as on the other front doors. */
export function headers(event: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const values = collectHeaders(pairs(event?.headers, undefined));
  const cookie = cookieHeader(event);
  if (cookie !== undefined) values.cookie = cookie;
  return values;
}

export const cookies = (event: APIGatewayProxyEventV2): Readonly<Record<string, string | undefined>> =>
  decodeCookies(cookieHeader(event) ?? text(event?.headers?.cookie));

/** The one of {@link headers}, without making the others. */
export function contentType(event: APIGatewayProxyEventV2): string | undefined {
  const given = event?.headers;
  // API Gateway writes names in lower case
  if (typeof given?.['content-type'] === 'string') return given['content-type'];
  let found: string | undefined;
  for (const name in given) {
    // the length spares most names the rest
    if (name.length !== 12 || name.toLowerCase() !== 'content-type') continue;
    const value = given[name];
    if (typeof value === 'string') found = found === undefined ? value : `${found},${value}`;
  }
  return found;
}

/** Each cookie of the `Cookie` header is one of a list (RFC 6265, 4.2.1). */
const cookieHeader = (event: APIGatewayProxyEventV2): string | undefined =>
  Array.isArray(event?.cookies) ? event.cookies.filter((cookie) => typeof cookie === 'string').join('; ') : undefined;

export const body = (event: APIGatewayProxyEventV2): string | undefined =>
  decodeBody(event?.body, event?.isBase64Encoded);

export const bytes = (event: APIGatewayProxyEventV2): Uint8Array | undefined =>
  decodeBytes(event?.body, event?.isBase64Encoded);

/** One of `jwt`, `lambda` and `iam`; a Function URL has `iam` alone. */
export function auth(event: APIGatewayProxyEventV2): Auth {
  const context = event?.requestContext as { readonly authorizer?: unknown } | undefined;
  const { jwt, lambda, iam } = ownObject(context?.authorizer);
  const { claims, scopes } = ownObject(jwt);
  return readAuth({ claims, scopes, context: lambda, iam });
}

/** Readers that do not depend on who routes. */
export const requestReaders = {
  method,
  query,
  headers,
  cookies,
  body,
  bytes,
  auth,
  sourceIp: (event) => text(event?.requestContext?.http?.sourceIp),
  requestId: (event) => text(event?.requestContext?.requestId),
  stage: (event) => {
    const stage = text(event?.requestContext?.stage);
    return stage === '' || stage === '$default' ? undefined : stage;
  },
  stageVariables: (event) => texts(event?.stageVariables),
} satisfies Partial<RequestReaders<APIGatewayProxyEventV2>>;

/** The URL for a path that is encoded. */
export const urlOf = (event: APIGatewayProxyEventV2, path: string): string =>
  absoluteUrl({
    headers: headers(event),
    domainName: text(event?.requestContext?.domainName),
    path,
    query: text(event?.rawQueryString),
  });

export const request = (event: APIGatewayProxyEventV2, route: RouteTemplate): HttpRequest<APIGatewayProxyEventV2> =>
  lazyRequest(
    {
      ...requestReaders,
      pathParameters,
      path: () => routePath(text(event?.rawPath), route, pathParameters(event)),
      url: () => urlOf(event, encodePath(text(event?.rawPath))),
    },
    event,
  );

/** JSON leaves out what is undefined. The smallest handlers are those of HTTP APIs, which a call of `withContent` would make larger. */
export const toResult = ({ statusCode, headers, cookies, body }: Reply): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers,
  cookies,
  body: typeof body === 'object' ? Buffer.from(body).toString('base64') : body,
  isBase64Encoded: typeof body === 'object' || undefined,
});

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
}) satisfies GatewayFrontDoor<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;
