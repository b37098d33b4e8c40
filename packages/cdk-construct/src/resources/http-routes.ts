import { HttpMethod, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { GatewayPlan } from '../plan/gateway-plan.js';
import type { Resources } from '../resources-prop.js';
import { type DirectRoute, httpDirectIntegration } from './direct-routes.js';
import { FunctionIntegration } from './function-integration.js';
import type { HandlerFunction } from './handler-function.js';
import type { ScopeOf } from './stacks.js';

/** What routes connect. */
export interface HttpRoutesOptions {
  readonly api: IHttpApi;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
  readonly resources: Resources;
}

/** Makes the routes of an HTTP API, one integration for each function, and those of routes without one. */
export function createHttpRoutes(plan: GatewayPlan, options: HttpRoutesOptions): void {
  const { api, functions, scopeOf } = options;
  const integrations = new Map(
    plan.functions.map(({ id, stack }) => {
      const { invoked } = functions.get(id) as HandlerFunction;
      return [id, new FunctionIntegration(scopeOf(stack, id), invoked)];
    }),
  );
  for (const route of plan.routes) {
    const { id, stack, method, path, integration } = route;
    new HttpRoute(scopeOf(stack, id), 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration:
        integration.type === 'lambda'
          ? (integrations.get(integration.functionId) as FunctionIntegration)
          : httpDirectIntegration(route as DirectRoute, options),
    });
  }
}
