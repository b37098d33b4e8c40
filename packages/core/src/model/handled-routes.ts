import type { AuthorizerManifest, FunctionManifest, Manifest, RouteManifest } from './manifest.js';

/** What a function handles: its routes; an authorizer is to the compiler as a route whose handler ends otherwise. */
export const handledRoutes = (
  { routes, authorizers = [] }: Pick<Manifest, 'routes' | 'authorizers'>,
  { id, routes: ids, authorizer }: Pick<FunctionManifest, 'id' | 'routes' | 'authorizer'>,
): readonly RouteManifest[] =>
  authorizer === undefined ? routesById(routes, ids) : authorizers.filter((each) => each.id === id).map(asRoute);

const positions = new WeakMap<readonly RouteManifest[], ReadonlyMap<string, number>>();

/** The routes with these ids, in their order. */
function routesById(routes: readonly RouteManifest[], ids: readonly string[]): RouteManifest[] {
  const known = positions.get(routes) ?? new Map(routes.map(({ id }, position) => [id, position]));
  positions.set(routes, known);
  const found = ids.flatMap((id) => known.get(id) ?? []).sort((one, other) => one - other);
  return found.flatMap((position) => routes[position] ?? []);
}

/** An authorizer as a route. */
export const asRoute = ({ name, cacheFor, ...shared }: AuthorizerManifest): RouteManifest => ({
  ...shared,
  method: 'ANY',
  path: '/',
  headers: {},
  returns: { kind: 'unknown' },
  answers: 'any',
  promise: 'maybe',
  layers: [],
  catches: [],
  integration: { type: 'lambda' },
});
