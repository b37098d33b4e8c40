import type { Problem } from '../problem.js';
import type { RoutePlan } from './gateway-plan.js';
import { pathPrefixes } from './path-parts.js';

/**
 * Below one resource a REST API takes one variable path part:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function checkPathVariables(routes: readonly RoutePlan[]): Problem[] {
  const first = new Map<string, { readonly part: string; readonly route: RoutePlan }>();
  return routes.flatMap((route) =>
    pathPrefixes(route.path).flatMap((prefix): Problem[] => {
      const cut = prefix.lastIndexOf('/');
      const [parent, part] = [prefix.slice(0, cut), prefix.slice(cut + 1)];
      if (!part.startsWith('{')) return [];
      const other = first.get(parent);
      if (other === undefined) first.set(parent, { part, route });
      if (other === undefined || other.part === part) return [];
      const message = `has ${part} where ${other.route.id} (${other.route.path}) has ${other.part}, and a REST API takes one name at a place; write ${other.part}`;
      return [{ code: 'PATH_VARIABLE_CONFLICT', where: `${route.id} (${route.method} ${route.path})`, message }];
    }),
  );
}
