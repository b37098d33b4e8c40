import type { Middleware } from '../context.js';
import { checkHeader } from '../header.js';

/** The defaults of helmet 8.3.0: https://github.com/helmetjs/helmet#reference */
const DEFAULTS = {
  'content-security-policy':
    "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

/** Security headers by name; `false` leaves one out. */
export type SecurityHeaders = { readonly [TName in keyof typeof DEFAULTS]?: string | false } & {
  readonly [name: string]: string | false | undefined;
};

/**
 * Adds the headers that helmet adds, where the method has not set its own.
 *
 * @param headers values that differ from helmet's defaults, and further headers
 * @throws {TypeError} when a header could not be sent
 * @example
 * const secured = securityHeaders({ 'content-security-policy': "default-src 'none'", 'x-frame-options': 'DENY' });
 */
export function securityHeaders(headers: SecurityHeaders = {}): Middleware {
  const fields: Record<string, string> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (value === false) delete fields[key];
    else if (value !== undefined) {
      checkHeader(key, value);
      fields[key] = value;
    }
  }
  return async (_context, next) => {
    const reply = await next();
    reply.headers = { ...fields, ...reply.headers };
    return reply;
  };
}
