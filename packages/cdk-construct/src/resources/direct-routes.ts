import type { AwsServiceIntegration, DirectIntegration, HttpProxyIntegration } from '@gatewright/core/compiler';
import type { Construct } from 'constructs';
import { mockIntegration, proxyIntegration, serviceIntegration } from '../integrations/build-rest-integration.js';
import type { RestIntegration, ServiceTarget } from '../integrations/rest-integration.js';
import type { RoutePlan } from '../plan/gateway-plan.js';
import type { ResourceLike, Resources } from '../resources-prop.js';
import { type DirectHttpIntegration, httpProxy, httpService } from './direct-http-integration.js';
import { createGatewayRole } from './gateway-role.js';
import { resourceTarget, urlOf } from './resource-target.js';
import type { ScopeOf } from './stacks.js';

/** What the integrations of routes without a function are made from. */
export interface DirectRouteOptions {
  readonly resources: Resources;
  readonly scopeOf: ScopeOf;
}

/** A route that the gateway answers itself. */
export type DirectRoute = RoutePlan & { readonly integration: DirectIntegration };

export const isDirect = (route: RoutePlan): route is DirectRoute => route.integration.type !== 'lambda';

/** The integration of a route of a REST API. */
export function restDirectIntegration(
  route: DirectRoute,
  { corsTemplate, ...options }: DirectRouteOptions & { readonly corsTemplate: string },
): RestIntegration {
  const { integration } = route;
  if (integration.type === 'mock') return mockIntegration(integration, { corsTemplate });
  if (integration.type === 'http-proxy') return proxyIntegration(integration, proxyTo(route, integration, options));
  const { target, role } = provideService(route, integration, options);
  return serviceIntegration(integration, target, { corsTemplate, credentials: role.roleArn });
}

/** The integration of a route of an HTTP API, which has no mocks. */
export function httpDirectIntegration(route: DirectRoute, options: DirectRouteOptions): DirectHttpIntegration {
  const integration = route.integration as HttpProxyIntegration | AwsServiceIntegration;
  if (integration.type === 'http-proxy') return httpProxy(integration, proxyTo(route, integration, options));
  const { target, role } = provideService(route, integration, options);
  return httpService(integration, target, role);
}

function proxyTo(
  route: RoutePlan,
  { target, method }: HttpProxyIntegration,
  { resources }: DirectRouteOptions,
): { readonly url: string; readonly method: RoutePlan['method'] } {
  const chosen = method ?? route.method;
  if (target.url !== undefined) return { url: target.url, method: chosen };
  // what has no address was refused
  const base = urlOf(resources[target.resource] as ResourceLike) as string;
  return { url: joinUrl(base, target.path), method: chosen };
}

/** A slash at the end of an address is not doubled; that of a token is left, as it cannot be seen. */
const joinUrl = (base: string, path: string): string =>
  `${path.startsWith('/') ? base.replace(/\/$/, '') : base}${path}`;

interface ProvidedService {
  readonly target: ServiceTarget;
  readonly role: ReturnType<typeof createGatewayRole>;
}

function provideService(
  route: RoutePlan,
  integration: AwsServiceIntegration,
  { resources, scopeOf }: DirectRouteOptions,
): ProvidedService {
  const scope: Construct = scopeOf(route.stack, route.id);
  const resource = resources[integration.resource] as ResourceLike;
  const target = resourceTarget(scope, integration.action, resource);
  return { target, role: createGatewayRole(scope, { integration, target, resource }) };
}
