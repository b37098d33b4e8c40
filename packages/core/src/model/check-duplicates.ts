import type { Problem } from '../errors/definition-error.js';
import type { BuiltRoute } from './build-route.js';
import { pathShape } from './path-template.js';
import { placeOf } from './source-facts.js';

/** Refuses routes that take the same requests, whatever their parameters are called. */
export function checkDuplicates(routes: readonly BuiltRoute[]): Problem[] {
  const first = new Map<string, BuiltRoute>();
  return routes.flatMap((built): Problem[] => {
    const { route, fact } = built;
    const key = `${route.method} ${pathShape(route.path)}`;
    const other = first.get(key);
    first.set(key, other ?? built);
    if (other === undefined) return [];
    const at = placeOf(fact?.source);
    const place = placeOf(other.fact?.source);
    const message = `has the same method and path as ${other.route.id} (${other.route.method} ${other.route.path})${place === undefined ? '' : ` at ${place}`}; change one of them`;
    return [
      {
        code: 'ROUTE_DUPLICATE',
        where: `${route.id} (${route.method} ${route.path})`,
        message,
        ...(at === undefined ? {} : { at }),
      },
    ];
  });
}
