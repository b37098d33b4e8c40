import type { Context } from 'aws-lambda';
import type { Answer } from './answers.js';
import type { Auth } from './auth.js';
import type { HttpRequest } from './request.js';
import type { Router } from './router.js';

/** Values by name; one that is repeated is an array, in order. The object has no prototype, so any name is safe. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The part of a route that a front door needs, where it does not route itself. */
export interface RouteTemplate {
  /** HTTP method, or `ANY`. */
  readonly method: string;
  /** Path template: `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
}

/** An answer in neutral form; a front door turns it into the result object that it understands. */
export interface Reply {
  statusCode: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Values of `Set-Cookie` headers. */
  cookies?: string[];
  /** Bytes are sent in base64 where the front door needs it. */
  body?: string | Uint8Array;
  /** What is sent piece by piece instead of {@link body}; only in a handler that streams. */
  stream?: AsyncIterable<string | Uint8Array>;
}

/**
 * What invoked a handler: how to read its events and how to answer them.
 *
 * Each front door is a module of these functions, so that a compiled handler bundles the ones it calls and no other.
 */
export interface FrontDoor<TEvent, TResult> {
  /** Whether an event is one of this front door's; whatever else it may be, it does not throw. */
  recognizes(event: unknown): boolean;
  /** What answers an event, of the routes of one function. */
  find(event: TEvent, router: Router<TEvent>): Answer<TEvent>;
  /** The request method in upper case. */
  method(event: TEvent): string;
  /** Path parameters, decoded once. */
  pathParameters(event: TEvent, route: RouteTemplate): Readonly<Record<string, string>>;
  /** Query string values, decoded (WHATWG URL, application/x-www-form-urlencoded parsing). */
  query(event: TEvent): Values;
  /** Headers by lower-case name; repeats joined with commas, as API Gateway joins them. */
  headers(event: TEvent): Readonly<Record<string, string>>;
  /** The header `content-type`. */
  contentType(event: TEvent): string | undefined;
  /** Cookies by name, decoded. */
  cookies(event: TEvent): Readonly<Record<string, string | undefined>>;
  /** The body as text; undefined when there is none. */
  body(event: TEvent): string | undefined;
  /** The body as bytes; undefined when there is none. */
  bytes(event: TEvent): Uint8Array | undefined;
  /** What the authorizer found out about the caller. */
  auth(event: TEvent): Auth;
  /** Everything about the request, read when asked for. */
  request(event: TEvent, route: RouteTemplate): HttpRequest<TEvent>;
  /** The result object of a reply to an event. */
  toResult(reply: Reply, event: TEvent): TResult;
}

/** A front door that has found the route, and the parameters in its path, before it invokes the function. */
export interface GatewayFrontDoor<TEvent, TResult> extends FrontDoor<TEvent, TResult> {
  /** The one of {@link FrontDoor.pathParameters}, without making the others. */
  pathParameter(event: TEvent, name: string): string | undefined;
}

/** A front door that sends every request to one function, which answers 404 and 405 itself. */
export interface RoutingFrontDoor<TEvent, TResult> extends FrontDoor<TEvent, TResult> {
  /**
   * Answers a request that is not the route's: 404 when the path does not fit the template, 405 when the method is another
   * (RFC 9110, 15.5.6, with `Allow`); a GET route takes HEAD too. Undefined for the route's own.
   */
  match(event: TEvent, route: RouteTemplate): Reply | undefined;
}

/** A Lambda handler as Gatewright makes them: never with a callback parameter, which Node 24 on Lambda refuses. */
export type LambdaHandler<TEvent, TResult> = (event: TEvent, context: Context) => Promise<TResult>;
