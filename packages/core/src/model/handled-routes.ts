import type { AuthorizerManifest, FunctionManifest, Manifest, RouteManifest } from './manifest.js';

/** What a function handles: its routes; an authorizer is to the compiler as a route whose handler ends otherwise. */
export const handledRoutes = (
  { routes, authorizers = [] }: Pick<Manifest, 'routes' | 'authorizers'>,
  { id, routes: ids, authorizer }: Pick<FunctionManifest, 'id' | 'routes' | 'authorizer'>,
): readonly RouteManifest[] =>
  authorizer === undefined
    ? routes.filter((route) => ids.includes(route.id))
    : authorizers.filter((each) => each.id === id).map(asRoute);

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
