import { toAnyReply } from './any-reply.js';
import type { HttpContext, Middleware, MiddlewareReply } from './context.js';
import type { Reply } from './front-door.js';
import { checkHeaders } from './header.js';
import { middlewareReply, plainReply } from './middleware-reply.js';

/**
 * Runs middleware around a controller method, from the outside in; it rejects only if `toErrorReply` does.
 *
 * What a middleware throws is answered by `toErrorReply` and goes on as a reply to the middleware around it. Headers are
 * checked after each.
 *
 * @param answer calls the controller method
 */
export async function runMiddleware(
  middleware: readonly Middleware[],
  context: HttpContext,
  answer: () => Promise<Reply>,
  toErrorReply: (error: unknown) => Reply | Promise<Reply>,
): Promise<Reply> {
  const run = async (index: number): Promise<MiddlewareReply> => {
    try {
      const current = middleware[index];
      if (current === undefined) return middlewareReply(await answer());
      let inner: Promise<MiddlewareReply> | undefined;
      const value = await current(context, () => {
        if (inner !== undefined) throw new Error(`middleware ${nameOf(current)} called next() twice`);
        inner = run(index + 1);
        return inner;
      });
      if (value === undefined && inner === undefined)
        throw new Error(`middleware ${nameOf(current)} neither called next() nor returned a reply`);
      return middlewareReply(checkHeaders(await toAnyReply(value === undefined ? await inner : value)));
    } catch (error) {
      return middlewareReply(await toErrorReply(error), error);
    }
  };
  return plainReply(await run(0));
}

const nameOf = (middleware: Middleware): string => middleware.name || '(without a name)';
