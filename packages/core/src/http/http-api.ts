/** HTTP API events, payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { decodeBody, decodeCookies } from './decode.js';
import type { FrontDoor, Reply, Values } from './front-door.js';
import { type HttpRequest, lazyRequest } from './request.js';
import { collect, pairs } from './values.js';

/** API Gateway has decoded them. */
export const pathParameters = (event: APIGatewayProxyEventV2): Readonly<Record<string, string>> =>
  (event.pathParameters ?? {}) as Readonly<Record<string, string>>;

/** Only the raw query string is exact: in `queryStringParameters` repeats are joined with commas. */
export const query = (event: APIGatewayProxyEventV2): Values =>
  collect(
    event.rawQueryString === undefined
      ? pairs(event.queryStringParameters, undefined)
      : // URLSearchParams drops a first `?`; one that was sent belongs to the first name
        new URLSearchParams(`?${event.rawQueryString}`),
  );

/** Cookies are not among the event's headers; here they are, as on the other front doors. */
export const headers = (event: APIGatewayProxyEventV2): Readonly<Record<string, string>> =>
  Object.assign(
    // a header may be asked for by the name of something that every object has
    Object.create(null),
    event.headers,
    event.cookies === undefined ? undefined : { cookie: event.cookies.join('; ') },
  );

export const cookies = (event: APIGatewayProxyEventV2): Readonly<Record<string, string | undefined>> =>
  decodeCookies(event.cookies?.join('; '));

export const body = (event: APIGatewayProxyEventV2): string | undefined =>
  decodeBody(event.body, event.isBase64Encoded);

export const request = (event: APIGatewayProxyEventV2): HttpRequest<APIGatewayProxyEventV2> =>
  lazyRequest(
    {
      method: () => event.requestContext.http.method,
      path: () => event.rawPath,
      pathParameters,
      query,
      headers,
      cookies,
      body,
      sourceIp: () => event.requestContext.http.sourceIp,
    },
    event,
  );

/** A reply has the form of payload 2.0's result already. */
export const toResult = (reply: Reply): APIGatewayProxyStructuredResultV2 => reply as APIGatewayProxyStructuredResultV2;

({ pathParameters, query, headers, cookies, body, request, toResult }) satisfies FrontDoor<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2
>;
