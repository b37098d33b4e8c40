import { decodePercent } from './decode.js';
import type { RouteTemplate } from './front-door.js';
import { MethodNotAllowed, NotFound } from './http-errors.js';

/**
 * Reads the values of a path template's parameters as they stand in the path; undefined when the path does not fit.
 *
 * A parameter takes one segment that is not empty; a greedy one the rest, also nothing after the slash. As on HTTP APIs, a
 * trailing slash is a segment of its own, so `/users/` is not `/users`.
 */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split('/');
  const given = path.split('/');
  const values: Record<string, string> = Object.create(null);
  for (const [index, segment] of expected.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    const [, name, greedy] = /^\{(.+?)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) {
      if (decodePercent(segment) !== decodePercent(value)) return undefined;
    } else if (greedy) {
      values[name] = given.slice(index).join('/');
      return values;
    } else {
      if (value === '') return undefined;
      values[name] = value;
    }
  }
  return expected.length === given.length ? values : undefined;
}

/** Checks that a request is a route's, for front doors without routes of their own. */
export function checkRoute(method: string, path: string, route: RouteTemplate): void {
  if (matchPath(route.path, path) === undefined) throw new NotFound();
  // RFC 9110, 9.3.2: HEAD is GET without content
  const allowed = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];
  if (route.method !== 'ANY' && !allowed.includes(method))
    throw new MethodNotAllowed(undefined, { headers: { allow: allowed.join(', ') } });
}
