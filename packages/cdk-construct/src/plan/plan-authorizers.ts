import type { AuthorizerManifest, Manifest } from '@gatewright/core/compiler';
import type { Problem } from '../problem.js';
import type { AuthorizationOptions, AuthorizerPlan, GatewayPlanOptions } from './gateway-plan.js';
import { planAuthorization } from './plan-authorization.js';

/** Plans the application's own authorizers that a route asks; others are neither made nor paid for. */
export function planAuthorizers(
  manifest: Manifest,
  { frontDoor, authorization = {} }: GatewayPlanOptions,
): AuthorizerPlan[] {
  if (frontDoor === 'function-url') return [];
  const asked = new Set(
    manifest.routes.flatMap((route) => {
      const plan = planAuthorization(route, authorization);
      return plan.type === 'authorizer' ? [plan.name] : [];
    }),
  );
  return (manifest.authorizers ?? []).filter(({ name }) => asked.has(name)).map(planOne);
}

const planOne = ({ name, id, cacheFor = 0, parameters }: AuthorizerManifest): AuthorizerPlan => ({
  name,
  functionId: id,
  cacheFor,
  identity: parameters.flatMap(({ in: place, name: key, required }) =>
    (place === 'header' || place === 'query') && key !== undefined && required ? [{ in: place, name: key }] : [],
  ),
});

/** What routes may ask: the construct's authorizers, and the application's own, none of which reads scopes. */
export const knownAuthorizers = (
  { authorizers: own = [] }: Manifest,
  authorization: AuthorizationOptions,
): AuthorizationOptions => ({
  ...authorization,
  authorizers: {
    ...Object.fromEntries(own.map(({ name }) => [name, { takesScopes: false, isOwn: true }])),
    ...authorization.authorizers,
  },
});

/** Refuses a name that is both the construct's and the application's. */
export const checkAuthorizersOnce = (
  { authorizers: own = [] }: Manifest,
  { where, authorization: { authorizers = {} } = {} }: GatewayPlanOptions,
): Problem[] =>
  own
    .filter(({ name }) => Object.hasOwn(authorizers, name))
    .map(({ name, id }) => ({
      code: 'AUTHORIZER_TWICE',
      where,
      message: `"${name}" is in authorizers, and ${id} is @Authorizer('${name}'); remove it from authorizers, or rename one`,
    }));
