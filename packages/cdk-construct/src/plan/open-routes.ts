import type { Problem } from '../problem.js';
import type { RoutePlan } from './gateway-plan.js';

/** `TodosController.list (GET /todos)`. */
export const placeOf = ({ id, method, path }: RoutePlan): string => `${id} (${method} ${path})`;

const controllerOf = ({ id }: RoutePlan): string => id.slice(0, id.lastIndexOf('.'));

/** Tells which routes everyone may call although nobody said so; of a controller with nothing else, only its name. */
export function openRoutes(routes: readonly RoutePlan[], where: string): Problem[] {
  const controllers = new Set(routes.map(controllerOf));
  const open = [...controllers].flatMap((controller) => {
    const all = routes.filter((route) => controllerOf(route) === controller);
    const found = all.filter(({ authorization }) => authorization.type === 'none' && !authorization.isMeant);
    return found.length === all.length && found.length > 3
      ? [`all ${found.length} routes of ${controller}`]
      : found.map(placeOf);
  });
  if (open.length === 0) return [];
  const message = `${open.join(', ')}: open to everyone; write @Authorize('name') or @Public() above the method or its controller, or set defaultAuthorizer`;
  return [{ code: 'ROUTES_OPEN', where, message }];
}
