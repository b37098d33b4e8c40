import { type SerializeOptions, serialize } from 'cookie';

/** Attributes of a cookie (RFC 6265bis, 4.1.2). */
export interface CookieOptions {
  /** Seconds that it is kept. @default none: until the browser is closed */
  readonly maxAge?: number;
  /** @default none: see {@link maxAge} */
  readonly expires?: Date;
  /** @default '/' */
  readonly path?: string;
  /** Also sent to the subdomains of this. @default none: only to the host that set it */
  readonly domain?: string;
  /** Hidden from scripts. @default true */
  readonly httpOnly?: boolean;
  /** Only sent over HTTPS. @default true */
  readonly secure?: boolean;
  /** Whether other sites' requests have it; `none` needs {@link secure}. @default 'lax' */
  readonly sameSite?: 'strict' | 'lax' | 'none';
  /** Kept apart for each site that embeds this one. @default false */
  readonly partitioned?: boolean;
}

/**
 * Makes the value of a `Set-Cookie` header, by default `HttpOnly; Secure; SameSite=Lax; Path=/`.
 *
 * @param value any text; it is percent-encoded, as `@Cookie` decodes it
 * @throws {TypeError} when a name or attribute could not be sent, or browsers would refuse the cookie: `SameSite=None` or
 * `Partitioned` without `Secure`, or a name with `__Host-` or `__Secure-` whose rules are broken (RFC 6265bis, 4.1.3)
 * @example
 * return reply(204, undefined, { 'set-cookie': cookie('__Host-session', id, { maxAge: 3600 }) });
 */
export function cookie(name: string, value: string, options: CookieOptions = {}): string {
  const attributes: SerializeOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', ...options };
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a cookie`);
  const needsSecure =
    /^__(host|secure)-/i.test(name) || attributes.sameSite === 'none' || attributes.partitioned === true;
  if (needsSecure && attributes.secure !== true) throw new TypeError(`the cookie ${name} must be secure`);
  if (/^__host-/i.test(name) && (attributes.path !== '/' || attributes.domain !== undefined))
    throw new TypeError(`the cookie ${name} must have the path / and no domain`);
  return serialize(name, value, attributes);
}

/**
 * Makes the value of a `Set-Cookie` header that removes a cookie; path and domain have to be those it was set with (RFC 6265bis, 5.7).
 *
 * @throws {TypeError} as {@link cookie}
 * @example
 * return redirect('/', 303, { 'set-cookie': clearCookie('session') });
 */
export const clearCookie = (name: string, options?: Omit<CookieOptions, 'maxAge' | 'expires'>): string =>
  cookie(name, '', { ...options, maxAge: 0 });
