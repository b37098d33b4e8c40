import type { HttpContext, Middleware } from '../context.js';
import { addVary, checkHeader } from '../header.js';
import { middlewareReply } from '../middleware-reply.js';

/** Whether requests of an origin (`https://example.com`) are answered. */
export type CorsOrigin =
  | string
  | RegExp
  | readonly (string | RegExp)[]
  | ((origin: string, context: HttpContext) => boolean | Promise<boolean>);

export interface CorsOptions {
  /** Anchor expressions with `^` and `$`: `/example\.com/` is in `https://example.com.attacker.net`, too. @default '*' */
  readonly origin?: CorsOrigin;
  /** Whether cookies and other credentials are sent; not with the origin `*`. @default false */
  readonly credentials?: boolean;
  /** @default ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'] */
  readonly methods?: readonly string[];
  /** Headers that a request may have beside the safelisted ones. @default ['authorization', 'content-type'] */
  readonly allowedHeaders?: readonly string[];
  /** Headers of answers that scripts may read beside the safelisted ones. @default [] */
  readonly exposedHeaders?: readonly string[];
  /** Seconds that a browser keeps the answer to a preflight. @default none: 5 seconds, to the browser */
  readonly maxAge?: number;
}

/**
 * Lets scripts of other origins call a route (Fetch, 3.3: the CORS protocol) and answers their preflights with 204.
 *
 * An origin that is not allowed gets no CORS headers, so the browser refuses. The preflight must reach the function: in a per-route
 * application that takes an OPTIONS route.
 *
 * @throws {TypeError} when credentials go with the origin `*` (Fetch, 3.3.5), or a header could not be sent
 * @example
 * const open = cors({ origin: 'https://app.example.com', credentials: true, maxAge: 600 });
 */
export function cors(options: CorsOptions = {}): Middleware {
  const { origin: allowed = '*', credentials = false } = options;
  if (credentials && [allowed].flat().includes('*'))
    throw new TypeError("cors() cannot allow credentials to the origin '*'; list the origins");
  const answerHeaders = listed({ 'access-control-expose-headers': options.exposedHeaders ?? [] });
  const preflightHeaders = listed({
    'access-control-allow-methods': options.methods ?? ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    'access-control-allow-headers': options.allowedHeaders ?? ['authorization', 'content-type'],
    'access-control-max-age': options.maxAge === undefined ? [] : [`${options.maxAge}`],
  });

  return async (context, next) => {
    const { method, headers: asked } = context.request;
    const isPreflight = method === 'OPTIONS' && 'access-control-request-method' in asked;
    const reply = isPreflight ? middlewareReply({ statusCode: 204, headers: {} }) : await next();
    const { origin } = asked;
    const isAny = [allowed].flat().includes('*');
    // an answer that is the same for all depends on no header (Fetch, 3.3.6)
    if (!isAny) addVary(reply.headers, 'origin');
    if (isAny || (origin !== undefined && (await isAllowed(origin, allowed, context))))
      Object.assign(
        reply.headers,
        { 'access-control-allow-origin': isAny ? '*' : origin },
        credentials && { 'access-control-allow-credentials': 'true' },
        isPreflight ? preflightHeaders : answerHeaders,
      );
    return reply;
  };
}

async function isAllowed(origin: string, allowed: CorsOrigin, context: HttpContext): Promise<boolean> {
  if (typeof allowed === 'function') return allowed(origin, context);
  // unlike test(), search() does not begin where a global expression ended last
  return [allowed]
    .flat()
    .some((item) => (typeof item === 'string' ? item === origin : origin.search(item as RegExp) >= 0));
}

/** Headers whose lists are not empty. */
function listed(lists: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, list] of Object.entries(lists)) {
    if (list.length === 0) continue;
    headers[name] = list.join(', ');
    checkHeader(name, headers[name]);
  }
  return headers;
}
