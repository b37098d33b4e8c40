import {
  type CfnStage,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type HttpRouteProps,
  type IHttpApi,
  type IHttpRouteAuthorizer,
  type IHttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { AuthorizationPlan, GatewayPlan } from '../plan/gateway-plan.js';
import type { Resources } from '../resources-prop.js';
import { type DirectRoute, httpDirectIntegration } from './direct-routes.js';
import { FunctionIntegration } from './function-integration.js';
import type { HandlerFunction } from './handler-function.js';
import type { ScopeOf } from './stacks.js';

type Authorizers = Readonly<Record<string, IHttpRouteAuthorizer>>;

/** What routes connect. */
export interface HttpRoutesOptions {
  readonly api: IHttpApi;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
  readonly resources: Resources;
  readonly authorizers: Authorizers;
}

/** Makes the routes of an HTTP API in the order of the plan, one integration for each function, and those of routes without one. */
export function createHttpRoutes(plan: GatewayPlan, options: HttpRoutesOptions): HttpRoute[] {
  const { api, functions, scopeOf, authorizers } = options;
  const integrations = new Map(
    plan.functions.flatMap(({ id, stack, authorizer }) => {
      const { invoked } = functions.get(id) as HandlerFunction;
      return authorizer === undefined ? [[id, new FunctionIntegration(scopeOf(stack, id), invoked)] as const] : [];
    }),
  );
  return plan.routes.map(
    (route) =>
      new HttpRoute(scopeOf(route.stack, route.id), 'Route', {
        httpApi: api,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration:
          route.integration.type === 'lambda'
            ? (integrations.get(route.integration.functionId) as FunctionIntegration)
            : httpDirectIntegration(route as DirectRoute, options),
        ...authorizerOf(route.authorization, authorizers),
      }),
  );
}

/** Who gets through, where it is not left to the API; an empty list keeps the API's own scopes away. */
function authorizerOf(
  authorization: AuthorizationPlan,
  authorizers: Authorizers,
): Pick<HttpRouteProps, 'authorizer' | 'authorizationScopes'> {
  if (authorization.type === 'api') return {};
  if (authorization.type === 'none') return { authorizer: new HttpNoneAuthorizer(), authorizationScopes: [] };
  if (authorization.type === 'iam') return { authorizer: new HttpIamAuthorizer(), authorizationScopes: [] };
  return { authorizer: authorizers[authorization.name], authorizationScopes: [...authorization.scopes] };
}

/** Limits the requests to single routes. A stage knows only routes that are there, so it comes after them. */
export function throttleRoutes(stage: IHttpStage, { routes: plans }: GatewayPlan, routes: readonly HttpRoute[]): void {
  const throttled = plans.flatMap(({ method, path, throttle }, index) =>
    throttle === undefined ? [] : [{ key: `${method} ${path}`, throttle, route: routes[index] as HttpRoute }],
  );
  if (throttled.length === 0) return;
  const resource = stage.node.defaultChild as CfnStage;
  const detailed = (resource.defaultRouteSettings as CfnStage.RouteSettingsProperty | undefined)
    ?.detailedMetricsEnabled;
  resource.routeSettings = Object.fromEntries(
    throttled.map(({ key, throttle: { rate, burst } }) => [
      key,
      {
        ThrottlingRateLimit: rate,
        ThrottlingBurstLimit: burst,
        ...(detailed && { DetailedMetricsEnabled: true }),
      },
    ]),
  );
  for (const { route } of throttled) resource.node.addDependency(route);
}
