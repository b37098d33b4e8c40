import type { Context } from 'aws-lambda';
import type { ContextKey, HttpContext } from './context.js';
import type { HttpRequest } from './request.js';

/** A context has under this key how to abort its signal; `deadline` calls it. */
export const ABORT = Symbol.for('gatewright.abort');

/**
 * Names a value that middleware adds to the context of a request.
 *
 * @param name for messages; two keys of one name are two keys
 * @example
 * export const CurrentUser = contextKey<User>('CurrentUser');
 * context.set(CurrentUser, user);
 */
export const contextKey = <TValue>(name: string): ContextKey<TValue> => ({ name });

/** Makes the context of one request. */
export const httpContext = (
  request: HttpRequest,
  lambda: Context | undefined,
  route: HttpContext['route'],
): HttpContext => new RequestContext(request, lambda, route);

/** Milliseconds before the end of an invocation when the signal aborts. */
const MARGIN = 500;

class RequestContext implements HttpContext {
  readonly #values = new Map<unknown, unknown>();
  #controller: AbortController | undefined;

  constructor(
    readonly request: HttpRequest,
    readonly lambda: Context | undefined,
    readonly route: HttpContext['route'],
  ) {}

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      const remaining = remainingTime(this.lambda);
      // it may fire after the answer, when nobody listens; it keeps no process alive
      if (remaining !== undefined) setTimeout(() => this[ABORT](), Math.max(0, remaining - MARGIN)).unref();
    }
    return this.#controller.signal;
  }

  get<TValue>(key: ContextKey<TValue>): TValue | undefined {
    return this.#values.get(key) as TValue | undefined;
  }

  set<TValue>(key: ContextKey<TValue>, value: TValue): void {
    this.#values.set(key, value);
  }

  [ABORT](): void {
    this.#controller ??= new AbortController();
    this.#controller.abort(new DOMException('the time of the invocation is almost over', 'TimeoutError'));
  }
}

/** Milliseconds until Lambda ends the invocation; undefined where a test's context does not say, or says more than a timer can wait. */
export function remainingTime(lambda: Partial<Context> | undefined): number | undefined {
  const remaining = lambda?.getRemainingTimeInMillis?.();
  return remaining !== undefined && remaining < 2 ** 31 ? remaining : undefined;
}
