import type { Context } from 'aws-lambda';
import type { HttpRequest } from './request.js';

/** Values by name; one that is repeated is an array, in order. The object has no prototype, so any name is safe. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** An answer in neutral form; a front door turns it into the result object that it understands. */
export interface Reply {
  readonly statusCode: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie` headers. */
  readonly cookies?: readonly string[];
  /** Text, or bytes in base64 where {@link isBase64Encoded} says so. */
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/**
 * What invoked a handler: how to read its events and how to answer them.
 *
 * Each front door is a module of these functions, so that a compiled handler bundles the ones it calls and no other.
 */
export interface FrontDoor<TEvent, TResult> {
  /** Path parameters, decoded once. */
  pathParameters(event: TEvent): Readonly<Record<string, string>>;
  /** Query string values, decoded (WHATWG URL, application/x-www-form-urlencoded parsing). */
  query(event: TEvent): Values;
  /** Headers by lower-case name; repeats joined with commas, as API Gateway joins them. */
  headers(event: TEvent): Readonly<Record<string, string>>;
  /** Cookies by name, decoded. */
  cookies(event: TEvent): Readonly<Record<string, string | undefined>>;
  /** The body as text; undefined when there is none. */
  body(event: TEvent): string | undefined;
  /** Everything about the request, read when asked for. */
  request(event: TEvent): HttpRequest<TEvent>;
  /** The result object of a reply to an event. */
  toResult(reply: Reply, event: TEvent): TResult;
}

/** A Lambda handler as Gatewright makes them: never with a callback parameter, which Node 24 on Lambda refuses. */
export type LambdaHandler<TEvent, TResult> = (event: TEvent, context: Context) => Promise<TResult>;
