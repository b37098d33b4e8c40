import { HttpMethod, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { GatewayPlan } from '../plan/gateway-plan.js';
import { FunctionIntegration } from './function-integration.js';
import type { HandlerFunction } from './handler-function.js';
import type { ScopeOf } from './stacks.js';

/** What routes connect. */
export interface HttpRoutesOptions {
  readonly api: IHttpApi;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
}

/** Makes the routes of an HTTP API, and one integration for each function. */
export function createHttpRoutes(plan: GatewayPlan, { api, functions, scopeOf }: HttpRoutesOptions): void {
  const integrations = new Map(
    plan.functions.map(({ id, stack }) => {
      const { invoked } = functions.get(id) as HandlerFunction;
      return [id, new FunctionIntegration(scopeOf(stack, id), invoked)];
    }),
  );
  for (const { id, stack, method, path, integration } of plan.routes) {
    new HttpRoute(scopeOf(stack, id), 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration: integrations.get(integration.functionId) as FunctionIntegration,
    });
  }
}
