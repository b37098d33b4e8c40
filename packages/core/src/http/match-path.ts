import { decodePercent } from './decode.js';
import type { Reply, RouteTemplate } from './front-door.js';
import { refusal } from './refusal.js';
import { text } from './values.js';

/**
 * Reads the values of a path template's parameters; undefined when the path does not fit.
 *
 * A parameter takes one segment that is not empty; a greedy one the rest, also nothing after the slash. As on HTTP APIs, a
 * trailing slash is a segment of its own, so `/users/` is not `/users`. The object has no prototype.
 *
 * @param decode makes the value of what stands in the path
 */
export function matchPath(
  template: string,
  path: string,
  decode: (text: string) => string = text,
): Record<string, string> | undefined {
  const expected = template.split('/');
  const given = path.split('/');
  const values: Record<string, string> = Object.create(null);
  for (const [index, segment] of expected.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    const [, name, greedy] = /^\{(.+?)(\+?)\}$/.exec(segment) ?? [];
    if (!name) {
      if (segment !== value && decodePercent(segment) !== decodePercent(value)) return undefined;
    } else {
      if (!greedy && value === '') return undefined;
      values[name] = decode(greedy ? given.slice(index).join('/') : value);
      if (greedy) return values;
    }
  }
  return expected.length === given.length ? values : undefined;
}

/**
 * Answers a request that is not a route's, for front doors without routes of their own: 404 where the path does not fit, 405 where
 * the method is another (RFC 9110, 15.5.6, with `Allow`).
 */
export function refuseRoute(method: string, path: string, route: RouteTemplate): Reply | undefined {
  if (matchPath(route.path, path) === undefined) return refusal(404, 'Not Found');
  // RFC 9110, 9.3.2: HEAD is GET without content
  const allowed = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];
  if (route.method === 'ANY' || allowed.includes(method)) return undefined;
  return refusal(405, 'Method Not Allowed', { allow: allowed.join(', ') });
}
