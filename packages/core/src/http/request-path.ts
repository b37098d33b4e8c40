import { decodePercent } from './decode.js';
import type { RouteTemplate } from './front-door.js';

/**
 * The part of a path that a route's template describes.
 *
 * Stage and base path stand in front of it, and which of them do differs: the last segments, as many as the template has with
 * its parameters filled in, are the route's. A slash in a value, of a greedy parameter or of one decoded, makes it several.
 */
export function routePath(
  path: string,
  { path: template }: RouteTemplate,
  parameters: Readonly<Record<string, string>>,
): string {
  const filled = template.replace(/\{(.+?)\+?\}/g, (_, name: string) => parameters[name] ?? '');
  const given = path.replace(/\/$/, '').split('/');
  const count = filled.replace(/\/$/, '').split('/').length - 1;
  const tail = given.slice(Math.max(1, given.length - count)).map((segment) => `/${segment}`);
  return tail.join('') + (path.endsWith('/') || tail.length === 0 ? '/' : '');
}

/** Decodes each segment of a path. */
export const decodePath = (path: string): string => path.split('/').map(decodePercent).join('/');

/** Encodes a path that API Gateway has decoded (RFC 3986, 3.3). */
export const encodePath = (path: string): string =>
  // half a surrogate pair cannot be encoded
  encodeURI(path.replace(/\p{Cs}/gu, '\ufffd')).replace(/[?#]/g, encodeURIComponent);

/** What an absolute URL is made of. */
export interface UrlParts {
  readonly headers: Readonly<Record<string, string>>;
  /** Stands in for a `Host` header. */
  readonly domainName?: string;
  /** With stage or base path, encoded. */
  readonly path: string;
  /** Encoded, without `?`. */
  readonly query: string;
}

/** The URL that the client asked for (RFC 9110, 7.1). */
export function absoluteUrl({ headers, domainName, path, query }: UrlParts): string {
  const scheme = headers['x-forwarded-proto'] === 'http' ? 'http' : 'https';
  // a path that began otherwise would go on with the host
  return `${scheme}://${headers.host || domainName || 'localhost'}/${path.replace(/^\//, '')}${query && `?${query}`}`;
}
