import { authorizersOf } from './check-authorization.js';
import type { GatewayPlan, GatewayPlanOptions } from './gateway-plan.js';
import { pathResources } from './path-parts.js';
import { type QuotaUse, quotaUse } from './quota.js';

type Parts = Pick<GatewayPlan, 'functions' | 'routes' | 'stacks'>;

/** How much of AWS's quotas a plan uses: each stack's, then the API's. */
export function useQuotas({ functions, routes, stacks }: Parts, { frontDoor, beside }: GatewayPlanOptions): QuotaUse[] {
  const ofStacks = stacks.map(({ id, resources }) => quotaUse('stack-resources', id, resources));
  const answering = functions.filter(({ authorizer }) => authorizer === undefined);
  const direct = routes.filter(({ integration }) => integration.type !== 'lambda');
  const paths = routes.map(({ path }) => path);
  const ofApi = {
    'http-api': () => [
      quotaUse('http-api-integrations', 'api', answering.length + direct.length + (beside.integrations ?? 0)),
      quotaUse('http-api-routes', 'api', routes.length),
    ],
    'rest-api': () => [quotaUse('rest-api-resources', 'api', pathResources(paths).size + 1)],
    'function-url': () => [],
  }[frontDoor]();
  const authorizers = authorizersOf(routes).length;
  return [...ofStacks, ...ofApi, ...(authorizers === 0 ? [] : [quotaUse('api-authorizers', 'api', authorizers)])];
}
