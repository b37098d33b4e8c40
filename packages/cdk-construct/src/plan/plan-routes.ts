import type { DirectIntegration, Manifest, RouteManifest, TypeModel } from '@gatewright/core/compiler';
import { sourcesOf } from '../mapping/source.js';
import type {
  FunctionPlan,
  GatewayPlanOptions,
  PermissionPlan,
  PlannedFrontDoor,
  RequiredParameter,
  RoutePlan,
} from './gateway-plan.js';
import { OWN_STACK } from './gateway-plan.js';
import { planAuthorization } from './plan-authorization.js';

/** Plans the routes of an API; a REST API's are all in the stack of the API. */
export function planRoutes(
  manifest: Manifest,
  functions: readonly FunctionPlan[],
  { frontDoor, stacks, authorization = {} }: Pick<GatewayPlanOptions, 'frontDoor' | 'stacks' | 'authorization'>,
): RoutePlan[] {
  const answering = new Map(functions.flatMap((each) => each.routes.map((id) => [id, each] as const)));
  return manifest.routes.map((route) => {
    const fn = answering.get(route.id);
    // a route without a function goes with its controller
    const stack = fn?.stack ?? (stacks === 'per-controller' ? route.controller : OWN_STACK);
    return {
      id: route.id,
      stack: frontDoor === 'rest-api' ? OWN_STACK : stack,
      method: route.method,
      path: route.path,
      integration:
        route.integration.type === 'lambda'
          ? { type: 'lambda', functionId: (fn as FunctionPlan).id }
          : route.integration,
      streams: route.streams !== undefined,
      requiredParameters: requiredParameters(route),
      authorization: planAuthorization(route, authorization),
      apiKey: route.apiKey === true,
      ...(route.throttle === undefined ? {} : { throttle: route.throttle }),
    };
  });
}

/**
 * Plans one permission for each function, so that its resource policy never grows to the 20 KB that Lambda allows: for its one route,
 * or for the whole API.
 */
export function planPermissions(
  functions: readonly FunctionPlan[],
  routes: readonly RoutePlan[],
  frontDoor: PlannedFrontDoor,
): PermissionPlan[] {
  const byId = new Map(routes.map((route) => [route.id, route]));
  return functions.map(({ id, stack, routes: ids, authorizer }) => {
    if (authorizer !== undefined) return { functionId: id, stack, source: 'authorizers/*' };
    const [only, ...others] = ids.map((each) => byId.get(each) as RoutePlan);
    return {
      functionId: id,
      stack: frontDoor === 'rest-api' ? OWN_STACK : stack,
      source: only !== undefined && others.length === 0 ? sourceOf(only, frontDoor) : '*/*/*',
    };
  });
}

/** An HTTP API names the route's path, a REST API the method and the path with its parameters left open. */
const sourceOf = ({ method, path }: RoutePlan, frontDoor: PlannedFrontDoor): string =>
  frontDoor === 'http-api' ? `*/*${path}` : `*/${method === 'ANY' ? '*' : method}${path.replaceAll(/\{[^}]*\}/g, '*')}`;

/**
 * What a gateway can see the absence of: single values in path, query and headers. Blank is absent to it, so that those are left to
 * handlers that a handler takes blank. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
const requiredParameters = ({ parameters, integration }: RouteManifest): RequiredParameter[] =>
  integration.type === 'lambda'
    ? parameters.flatMap(({ in: place, name, required, type }) =>
        required && (place === 'path' || refusesBlank(type)) ? parameterIn(place, name) : [],
      )
    : directParameters(integration);

const refusesBlank = (type: TypeModel): boolean =>
  type.kind === 'enum' ? !type.values.includes('') : NEVER_BLANK.has(type.kind);

const NEVER_BLANK: ReadonlySet<TypeModel['kind']> = new Set(['number', 'boolean', 'bigint', 'date']);

/** Those that an integration takes values from, and the path's that its address has. */
function directParameters(integration: DirectIntegration): RequiredParameter[] {
  const taken = sourcesOf(integration).flatMap(({ $from, name }) => parameterIn($from, name));
  const path = integration.type === 'http-proxy' ? (integration.target.url ?? integration.target.path) : '';
  const named = [...path.matchAll(/\{([^}]*)\}/g)].flatMap(([, name]) => parameterIn('path', name));
  return [...new Map([...named, ...taken].map((each) => [`${each.in} ${each.name}`, each])).values()];
}

const parameterIn = (place: string, name: string | undefined): RequiredParameter[] =>
  name !== undefined && (place === 'path' || place === 'query' || place === 'header') ? [{ in: place, name }] : [];
