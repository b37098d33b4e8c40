import type { Manifest } from '@gatewright/core/compiler';
import { checkAuthorization } from './check-authorization.js';
import { checkIntegrations } from './check-integrations.js';
import { checkPathVariables } from './check-path-variables.js';
import { checkQuotas } from './check-quotas.js';
import type { GatewayPlan, GatewayPlanOptions } from './gateway-plan.js';
import { checkAuthorizersOnce, knownAuthorizers, planAuthorizers } from './plan-authorizers.js';
import { planFunctions, planLogGroups } from './plan-functions.js';
import { planPermissions, planRoutes } from './plan-routes.js';
import { planStacks } from './plan-stacks.js';
import { useQuotas } from './use-quotas.js';

/**
 * Plans all that stands between an application's manifest and its callers.
 *
 * @example
 * const plan = planGateway(manifest, { frontDoor: 'http-api', where: 'my-app', defaults: DEFAULT_SETTINGS, beside: { resources: 3 } });
 */
export function planGateway(manifest: Manifest, given: GatewayPlanOptions): GatewayPlan {
  const { frontDoor, authorization } = given;
  const options = { ...given, ...(authorization && { authorization: knownAuthorizers(manifest, authorization) }) };
  const authorizers = planAuthorizers(manifest, options);
  const functions = planFunctions(manifest, authorizers, options);
  const logGroups = planLogGroups(functions, options);
  const routes = planRoutes(manifest, functions, options);
  const permissions = frontDoor === 'function-url' ? [] : planPermissions(functions, routes, frontDoor);
  const stacks = planStacks({ functions, routes, authorizers, permissions }, options);
  const quotas = useQuotas({ functions, routes, stacks }, options);
  const { problems, warnings } = checkQuotas(quotas, options);
  const conflicts = frontDoor === 'rest-api' ? checkPathVariables(routes) : [];
  const guards = checkAuthorization(routes, options);
  return {
    frontDoor,
    functions,
    logGroups,
    routes,
    authorizers,
    permissions,
    stacks,
    quotas,
    problems: [
      ...checkIntegrations(routes, options),
      ...conflicts,
      ...checkAuthorizersOnce(manifest, given),
      ...guards.problems,
      ...problems,
    ],
    warnings: [...guards.warnings, ...warnings],
  };
}
