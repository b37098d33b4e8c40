/** REST API events, payload format 1.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { decodeBody, decodeCookies, decodePercent } from './decode.js';
import type { FrontDoor, Reply, Values } from './front-door.js';
import { type HttpRequest, lazyRequest } from './request.js';
import { collect, pairs } from './values.js';

/** API Gateway passes them as they are in the path, percent-encoded. */
export const pathParameters = (event: APIGatewayProxyEvent): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, decodePercent(value ?? '')]),
  );

export const query = (event: APIGatewayProxyEvent): Values =>
  collect(pairs(event.queryStringParameters, event.multiValueQueryStringParameters));

/** Names come in the case that the client sent; repeats are joined as HTTP APIs join them. */
export function headers(event: APIGatewayProxyEvent): Readonly<Record<string, string>> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of pairs(event.headers, event.multiValueHeaders)) {
    const key = name.toLowerCase();
    const separator = key === 'cookie' ? '; ' : ',';
    values[key] = values[key] === undefined ? value : values[key] + separator + value;
  }
  return values;
}

export const cookies = (event: APIGatewayProxyEvent): Readonly<Record<string, string | undefined>> =>
  decodeCookies(headers(event).cookie);

export const body = (event: APIGatewayProxyEvent): string | undefined => decodeBody(event.body, event.isBase64Encoded);

export const request = (event: APIGatewayProxyEvent): HttpRequest<APIGatewayProxyEvent> =>
  lazyRequest(
    {
      method: () => event.httpMethod,
      path: () => event.path,
      pathParameters,
      query,
      headers,
      cookies,
      body,
      sourceIp: () => event.requestContext.identity.sourceIp,
    },
    event,
  );

/** Several cookies go into `multiValueHeaders`; a key that REST APIs do not know, such as `cookies`, is answered with 502. */
export const toResult = ({ cookies: setCookie, ...reply }: Reply): APIGatewayProxyResult =>
  ({
    ...reply,
    ...(setCookie === undefined ? {} : { multiValueHeaders: { 'set-cookie': setCookie } }),
  }) as APIGatewayProxyResult;

({ pathParameters, query, headers, cookies, body, request, toResult }) satisfies FrontDoor<
  APIGatewayProxyEvent,
  APIGatewayProxyResult
>;
