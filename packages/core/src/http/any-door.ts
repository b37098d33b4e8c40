/** The front door of each event, told apart for the reflective executor. */
import type {
  ALBEvent,
  ALBResult,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
  LambdaFunctionURLEvent,
} from 'aws-lambda';
import * as alb from './alb.js';
import type { Answer } from './answers.js';
import type { Auth } from './auth.js';
import type { FrontDoor, Reply, RouteTemplate, RoutingFrontDoor, Values } from './front-door.js';
import * as functionUrl from './function-url.js';
import * as httpApi from './http-api.js';
import type { HttpRequest } from './request.js';
import * as restApi from './rest-api.js';
import type { Router } from './router.js';

/** An event of an HTTP API, a REST API, a Function URL or an Application Load Balancer. */
export type AnyEvent = APIGatewayProxyEventV2 | APIGatewayProxyEvent | LambdaFunctionURLEvent | ALBEvent;
/** The result object for any of them. */
export type AnyResult = APIGatewayProxyStructuredResultV2 | APIGatewayProxyResult | ALBResult;

type Door = FrontDoor<AnyEvent, AnyResult> & Partial<RoutingFrontDoor<AnyEvent, AnyResult>>;

/** The most particular first: a Function URL's event has the form of an HTTP API's. */
const DOORS = [alb, functionUrl, httpApi];

/** A REST API's answer is what is left for an event of no known kind. */
const doorOf = (event: unknown): Door => (DOORS.find((door) => door.recognizes(event)) ?? restApi) as Door;

export const recognizes = (event: unknown): boolean => [...DOORS, restApi].some((door) => door.recognizes(event));

export const find = (event: AnyEvent, router: Router<AnyEvent>): Answer<AnyEvent> => doorOf(event).find(event, router);

/** Refuses nothing where API Gateway has routed. */
export const match = (event: AnyEvent, route: RouteTemplate): Reply | undefined => doorOf(event).match?.(event, route);

/** Whether the route is found here and not by API Gateway. */
export const routes = (event: AnyEvent): boolean => doorOf(event).match !== undefined;

export const method = (event: AnyEvent): string => doorOf(event).method(event);

export const pathParameters = (event: AnyEvent, route: RouteTemplate): Readonly<Record<string, string>> =>
  doorOf(event).pathParameters(event, route);

export const query = (event: AnyEvent): Values => doorOf(event).query(event);

export const headers = (event: AnyEvent): Readonly<Record<string, string>> => doorOf(event).headers(event);

export const contentType = (event: AnyEvent): string | undefined => doorOf(event).contentType(event);

export const cookies = (event: AnyEvent): Readonly<Record<string, string | undefined>> => doorOf(event).cookies(event);

export const body = (event: AnyEvent): string | undefined => doorOf(event).body(event);

export const bytes = (event: AnyEvent): Uint8Array | undefined => doorOf(event).bytes(event);

export const auth = (event: AnyEvent): Auth => doorOf(event).auth(event);

export const request = (event: AnyEvent, route: RouteTemplate): HttpRequest<AnyEvent> =>
  doorOf(event).request(event, route);

export const toResult = (reply: Reply, event: AnyEvent): AnyResult => doorOf(event).toResult(reply, event);

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
}) satisfies RoutingFrontDoor<AnyEvent, AnyResult>;
