/** Middy's middleware as ours: https://middy.js.org/docs/intro/how-it-works, run as @middy/core 6 and 7 run it. */
import type { HttpContext, Middleware, MiddlewareReply } from './context.js';
import type { Reply } from './front-door.js';
import { readHeaders } from './header.js';
import { contextKey } from './http-context.js';
import { middlewareReply } from './middleware-reply.js';
import { toReply } from './reply.js';

/** What middy's hooks read and change. */
export interface MiddyRequest {
  event: unknown;
  context: unknown;
  response: unknown;
  error: unknown;
  internal: Record<string, unknown>;
  /** A hook that returns a value, or sets this, answers early: the hooks after it are skipped. */
  earlyResponse?: unknown;
}

/** One of middy's hooks; middy's own types of its request differ from version to version. */
// biome-ignore lint/suspicious/noExplicitAny: a hook may ask for any type of request
export type MiddyHook = (request: any) => unknown;

/** Middleware written for middy 5, 6 or 7. */
export interface MiddyMiddleware {
  readonly before?: MiddyHook | undefined;
  readonly after?: MiddyHook | undefined;
  readonly onError?: MiddyHook | undefined;
}

/** What middy's middleware share while a request is answered. */
const Internal = contextKey<Record<string, unknown>>('middy.internal');

/**
 * Adapts middleware of middy: `before` runs on the way in, `after` and `onError` in reverse on the way out.
 *
 * Several in one list run as one middy stack does. An error that none of them gives a response keeps the answer it has.
 *
 * @param toResult makes the front door's result object, which `request.response` is; it gets the event, too
 * @param fromResult makes a reply of that object, or of what a hook answered early with
 * @example
 * const cors = fromMiddy(httpCors({ origin: 'https://example.com' }), toResult);
 */
export function fromMiddy(
  middleware: MiddyMiddleware | readonly MiddyMiddleware[],
  toResult: (reply: Reply, event: never) => unknown,
  fromResult: (result: unknown) => Reply = readResult,
): Middleware {
  const stack = [middleware].flat() as readonly MiddyMiddleware[];
  const hooks = (name: keyof MiddyMiddleware): MiddyHook[] => stack.flatMap((item) => item[name] ?? []);
  const before = hooks('before');
  const after = hooks('after').reverse();
  const onError = hooks('onError').reverse();

  return async (context, next) => {
    const request = requestOf(context);
    let reply: MiddlewareReply | undefined;
    const answered = (): MiddlewareReply => {
      const result = middlewareReply(fromResult(request.response));
      // a result object holds no stream
      if (reply?.stream && result.body === undefined) result.stream = reply.stream;
      return result;
    };
    try {
      await runHooks(before, request);
      if (!('earlyResponse' in request)) {
        reply = await next();
        if (reply.error !== undefined) throw reply.error;
        const { stream, ...sent } = reply;
        request.response = toResult(sent, request.event as never);
        await runHooks(after, request);
      }
    } catch (error) {
      request.response = undefined;
      request.error = error;
      delete request.earlyResponse;
      await runOnError(onError, request);
      if (request.response === undefined) {
        if (reply !== undefined && reply.error === request.error) return reply;
        throw request.error;
      }
    }
    return answered();
  };
}

function requestOf(context: HttpContext): MiddyRequest {
  const internal = context.get(Internal) ?? {};
  context.set(Internal, internal);
  return {
    event: context.request.event,
    context: context.lambda ?? {},
    response: undefined,
    error: undefined,
    internal,
  };
}

async function runHooks(hooks: readonly MiddyHook[], request: MiddyRequest): Promise<void> {
  for (const hook of hooks) {
    const result = await hook(request);
    if (result !== undefined) request.earlyResponse = result;
    if ('earlyResponse' in request) {
      request.response = request.earlyResponse;
      return;
    }
  }
}

/** What a hook throws takes the place of the error, which becomes its cause. */
async function runOnError(hooks: readonly MiddyHook[], request: MiddyRequest): Promise<void> {
  try {
    await runHooks(hooks, request);
  } catch (thrown) {
    if (thrown !== request.error && typeof thrown === 'object' && thrown !== null) {
      const error = thrown as { originalError?: unknown; cause?: unknown };
      error.originalError = request.error;
      error.cause ??= request.error;
    }
    throw thrown;
  }
}

interface Result {
  readonly statusCode?: number | string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly unknown[]>>;
  readonly cookies?: readonly string[];
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
}

/** What has none of a result's members is a body, as middy's normalizeHttpResponse has it. */
function readResult(value: unknown): Reply {
  if (typeof value !== 'object' || value === null || !('statusCode' in value || 'headers' in value || 'body' in value))
    return toReply(value);
  const {
    statusCode = 200,
    headers = {},
    multiValueHeaders = {},
    cookies = [],
    body,
    isBase64Encoded,
  } = value as Result;
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, item] of [...Object.entries(multiValueHeaders), ...Object.entries(headers)]) {
    const key = name.toLowerCase();
    values[key] = [...new Set([...(values[key] ?? []), ...[item ?? []].flat().map(String)])];
  }
  const read = readHeaders(values);
  const setCookies = [...cookies, ...(read.cookies ?? [])];
  const reply = toReply(
    isBase64Encoded && typeof body === 'string' ? Buffer.from(body, 'base64') : body,
    Number(statusCode),
    read.headers,
  );
  // what has no content type of its own is not given one here
  if (!('content-type' in read.headers)) delete reply.headers['content-type'];
  if (setCookies.length > 0) reply.cookies = setCookies;
  return reply;
}
