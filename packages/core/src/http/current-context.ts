import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpContext } from './context.js';

const storage = /* @__PURE__ */ new AsyncLocalStorage<HttpContext>();

/**
 * The context of the request that is being answered, from anywhere in the code that answers it.
 *
 * Only handlers of routes that lead to a call of it pay for it.
 *
 * @throws {Error} outside of a request
 * @example
 * const { lambda } = currentContext();
 */
export function currentContext(): HttpContext {
  const context = storage.getStore();
  if (context === undefined) throw new Error('currentContext() was called outside of a request');
  return context;
}

/** Runs what answers a request so that {@link currentContext} finds its context. */
export const runInContext = <TResult>(context: HttpContext, run: () => TResult): TResult => storage.run(context, run);
