import { Token } from 'aws-cdk-lib';
import type { CorsOptions } from './cors-options.js';
import type { Problem } from './problem.js';

/** An origin as browsers send it (RFC 6454, section 7): no path, no slash at its end. */
const ORIGIN = /^[a-z][a-z\d+.-]*:\/\/[^\s/"'\\$#]+$/i;

/** How strictly origins are checked. */
export interface CheckCorsOptions {
  /** Whether they become part of the handlers, which are bundled before a token has its value. */
  readonly isBundled?: boolean;
}

/** Refuses CORS settings that no browser would accept. */
export function checkCors(
  where: string,
  cors: CorsOptions | undefined,
  { isBundled = false }: CheckCorsOptions,
): Problem[] {
  if (cors === undefined) return [];
  const { allowOrigins, allowCredentials } = cors;
  const problem = (message: string): Problem => ({ code: 'CORS_INVALID', where, message });
  const none = allowOrigins.length === 0 ? [problem("cors.allowOrigins is empty; list origins, or '*' for all")] : [];
  const all =
    allowCredentials && allowOrigins.includes('*')
      ? [problem("cors allows credentials to the origin '*', which browsers refuse; list the origins")]
      : [];
  return [...none, ...all, ...allowOrigins.flatMap((origin) => checkOrigin(origin, isBundled).map(problem))];
}

function checkOrigin(origin: string, isBundled: boolean): string[] {
  if (Token.isUnresolved(origin))
    return isBundled
      ? ['cors.allowOrigins has a value that is known at the deployment only; write the origin, or answer with @Cors']
      : [];
  if (origin === '*' || ORIGIN.test(origin)) return [];
  return [`cors.allowOrigins has "${origin}", which is no origin; write it like https://app.example.com`];
}
