import type { Context } from 'aws-lambda';
import type { Reply, RouteTemplate } from './front-door.js';
import type { HttpRequest } from './request.js';

/** Names a value that middleware adds to a context, and its type. */
export interface ContextKey<TValue> {
  readonly name: string;
  /** Only for the type checker. */
  readonly type?: TValue;
}

/** One request on its way through middleware to its controller method. */
export interface HttpContext {
  readonly request: HttpRequest;
  /** Lambda's context object; undefined where a test passes none. */
  readonly lambda: Context | undefined;
  /** The route that answers, with its id `UsersController.list`. */
  readonly route: RouteTemplate & { readonly id: string };
  /** Aborts shortly before the invocation's time is over, so that an answer can still be sent. */
  readonly signal: AbortSignal;
  /** A value that middleware has added; undefined when none has. */
  get<TValue>(key: ContextKey<TValue>): TValue | undefined;
  /** Adds a value for the middleware further in and the controller method. */
  set<TValue>(key: ContextKey<TValue>, value: TValue): void;
}

/** Goes on to the next middleware, at last to the controller method; it never rejects: an error has become the reply that it is answered with. */
export type Next = () => Promise<MiddlewareReply>;

/** A reply as middleware sees it. */
export interface MiddlewareReply extends Reply {
  /** What was thrown, where the reply answers an error; never sent. */
  readonly error?: unknown;
}

/**
 * Runs around a controller method: it may answer itself, change the reply, or add values to the context.
 *
 * It returns what {@link Next} gave, or anything that a controller method may return; nothing stands for what `next` gave.
 *
 * @example
 * const timing: Middleware = async (context, next) => {
 *   const start = performance.now();
 *   const reply = await next();
 *   reply.headers['server-timing'] = `app;dur=${performance.now() - start}`;
 *   return reply;
 * };
 */
export type Middleware = (context: HttpContext, next: Next) => unknown;
