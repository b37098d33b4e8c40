/** Either of API Gateway's payload formats, told apart for each event. */
import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { FrontDoor, Reply, Values } from './front-door.js';
import * as httpApi from './http-api.js';
import type { HttpRequest } from './request.js';
import * as restApi from './rest-api.js';

/** An event of an HTTP API (payload 2.0) or a REST API (payload 1.0). */
export type AnyEvent = APIGatewayProxyEventV2 | APIGatewayProxyEvent;
/** The result object for either. */
export type AnyResult = APIGatewayProxyStructuredResultV2 | APIGatewayProxyResult;

/** Only payload 2.0 says its version so. */
const isHttpApi = (event: AnyEvent | null | undefined): event is APIGatewayProxyEventV2 =>
  (event as { readonly version?: unknown } | null | undefined)?.version === '2.0';

export const pathParameters = (event: AnyEvent): Readonly<Record<string, string>> =>
  isHttpApi(event) ? httpApi.pathParameters(event) : restApi.pathParameters(event);

export const query = (event: AnyEvent): Values => (isHttpApi(event) ? httpApi.query(event) : restApi.query(event));

export const headers = (event: AnyEvent): Readonly<Record<string, string>> =>
  isHttpApi(event) ? httpApi.headers(event) : restApi.headers(event);

export const cookies = (event: AnyEvent): Readonly<Record<string, string | undefined>> =>
  isHttpApi(event) ? httpApi.cookies(event) : restApi.cookies(event);

export const body = (event: AnyEvent): string | undefined =>
  isHttpApi(event) ? httpApi.body(event) : restApi.body(event);

export const request = (event: AnyEvent): HttpRequest<AnyEvent> =>
  isHttpApi(event) ? httpApi.request(event) : restApi.request(event);

export const toResult = (reply: Reply, event: AnyEvent): AnyResult =>
  isHttpApi(event) ? httpApi.toResult(reply) : restApi.toResult(reply);

({ pathParameters, query, headers, cookies, body, request, toResult }) satisfies FrontDoor<AnyEvent, AnyResult>;
