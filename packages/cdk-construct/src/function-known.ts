import { nearestName } from './nearest-name.js';
import type { Problem } from './problem.js';

/** Finds out whether a route has an id; if none has, tells which one may be meant and which there are. */
export function checkFunctionKnown(where: string, routeId: string, ids: readonly string[]): Problem[] {
  if (ids.includes(routeId)) return [];
  const nearest = nearestName(routeId, ids);
  const suggestion = nearest === undefined ? 'use one of' : `did you mean "${nearest}"? There are`;
  const message = `there is no function or route "${routeId}"; ${suggestion} ${ids.join(', ')}`;
  return [{ code: 'FUNCTION_UNKNOWN', where, message }];
}
