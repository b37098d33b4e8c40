import type { Context } from 'aws-lambda';
import type { HttpContext, Middleware } from '../../src/http/context.js';
import type { Reply } from '../../src/http/front-door.js';
import { httpContext } from '../../src/http/http-context.js';
import { toProblem } from '../../src/http/problem.js';
import { toReply } from '../../src/http/reply.js';
import type { HttpRequest } from '../../src/http/request.js';
import { runMiddleware } from '../../src/http/run-middleware.js';

/** The context of a request of which a test says what matters to it. */
export const contextOf = (request: Partial<HttpRequest> = {}, lambda?: Partial<Context>): HttpContext =>
  httpContext({ method: 'GET', headers: {}, event: {}, ...request } as HttpRequest, lambda as Context | undefined, {
    id: 'TodosController.list',
    method: 'GET',
    path: '/todos',
  });

/** Runs one middleware around what returns a value or throws. */
export const through = (
  middleware: Middleware | readonly Middleware[],
  context: HttpContext,
  method: () => unknown = () => 'hello',
): Promise<Reply> =>
  runMiddleware(
    [middleware].flat() as Middleware[],
    context,
    async () => toReply(await method()),
    (error) => toProblem(error, undefined),
  );
