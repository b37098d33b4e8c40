import { nearestName } from '../nearest-name.js';
import type { Problem } from '../problem.js';
import type { AuthorizationOptions, GatewayPlanOptions, RoutePlan } from './gateway-plan.js';
import { openRoutes, placeOf } from './open-routes.js';
import { IAM } from './plan-authorization.js';

/** What is wrong with who gets through, and what should be known of it. */
export interface AuthorizationCheck {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Refuses what the front door cannot do, and tells which routes are open without saying so. */
export function checkAuthorization(routes: readonly RoutePlan[], options: GatewayPlanOptions): AuthorizationCheck {
  if (options.frontDoor === 'function-url')
    return { problems: routes.flatMap((route) => checkUrl(route, options)), warnings: [] };
  const { authorization, where } = options;
  if (authorization === undefined)
    return { problems: routes.flatMap((route) => checkKey(route, options)), warnings: [] };
  const open = openRoutes(routes, where);
  return {
    problems: [
      ...checkDefault(options),
      ...routes.flatMap((route) => checkRoute(route, options)),
      ...(authorization.isRequired ? open : []),
    ],
    warnings: [
      ...(authorization.isRequired ? [] : open),
      ...unusedAuthorizers(routes, options),
      ...routes
        .filter(({ throttle }) => throttle !== undefined && options.existing)
        .map((route) => notThrottled(route)),
    ],
  };
}

function checkDefault({ where, authorization = {} }: GatewayPlanOptions): Problem[] {
  const { defaultAuthorizer: name } = authorization;
  if (name === undefined || name === IAM || isKnown(name, authorization)) return [];
  return [
    { code: 'AUTHORIZER_MISSING', where, message: `defaultAuthorizer is "${name}", ${notThere(name, authorization)}` },
  ];
}

function checkRoute(route: RoutePlan, options: GatewayPlanOptions): Problem[] {
  const where = placeOf(route);
  const named = checkNamed(route, options.authorization ?? {}).map((problem) => ({ ...problem, where }));
  return [...named, ...checkKey(route, options)];
}

function checkKey(route: RoutePlan, { frontDoor }: GatewayPlanOptions): Problem[] {
  if (!route.apiKey || frontDoor === 'rest-api') return [];
  const message = 'has @ApiKey(), and HTTP APIs have no API keys; use ControllerRestApi, or an authorizer';
  return [{ code: 'GUARD_UNSUPPORTED', where: placeOf(route), message }];
}

function checkNamed({ authorization: plan }: RoutePlan, options: AuthorizationOptions): Omit<Problem, 'where'>[] {
  if (plan.type !== 'authorizer') return [];
  const { name, scopes } = plan;
  if (name === '')
    return [
      {
        code: 'AUTHORIZER_MISSING',
        message:
          "@Authorize has no name and there is no defaultAuthorizer; write @Authorize('name'), or set defaultAuthorizer",
      },
    ];
  // a default that is not there is said once
  if (!isKnown(name, options))
    return name === options.defaultAuthorizer && name !== IAM
      ? []
      : [{ code: 'AUTHORIZER_MISSING', message: `@Authorize names "${name}", ${notThere(name, options)}` }];
  if (scopes.length === 0 || options.authorizers?.[name]?.takesScopes) return [];
  const message = `@Authorize asks the authorizer "${name}" for scopes, and it reads none; leave them out, or use one of JWT or of a Cognito user pool`;
  return [{ code: 'AUTHORIZER_WITHOUT_SCOPES', message }];
}

const isKnown = (name: string, { authorizers = {} }: AuthorizationOptions): boolean => Object.hasOwn(authorizers, name);

function notThere(name: string, { authorizers = {} }: AuthorizationOptions): string {
  const names = Object.keys(authorizers).sort();
  const nearest = nearestName(name, names);
  const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
  return `which is not in authorizers; ${nearest === undefined ? known : `did you mean "${nearest}"? T${known.slice(1)}`}`;
}

function unusedAuthorizers(routes: readonly RoutePlan[], { where, authorization = {} }: GatewayPlanOptions): Problem[] {
  const used = new Set(authorizersOf(routes));
  return Object.entries(authorization.authorizers ?? {})
    .filter(([name]) => !used.has(name))
    .map(([name, { isOwn }]) => ({
      code: 'AUTHORIZER_UNUSED',
      where,
      message: `no route asks the authorizer "${name}"${isOwn ? ', so it is not deployed; remove it' : '; remove it from authorizers'}, or write @Authorize('${name}')`,
    }));
}

/** The names of the authorizers that routes ask, each once. */
export const authorizersOf = (routes: readonly RoutePlan[]): string[] => [
  ...new Set(routes.flatMap(({ authorization }) => (authorization.type === 'authorizer' ? [authorization.name] : []))),
];

const notThrottled = (route: RoutePlan): Problem => ({
  code: 'THROTTLE_NOT_SET',
  where: placeOf(route),
  message:
    'has @Throttle, which is a setting of the stage, and the stage of an existing API stays as it is; set it there',
});

/** A Function URL knows everyone or IAM, for all of its routes. */
function checkUrl(route: RoutePlan, { openUrls = false }: GatewayPlanOptions): Problem[] {
  const { authorization: plan } = route;
  const wrong = [
    plan.type === 'authorizer' &&
      '@Authorize, and a Function URL has no authorizers; check it in middleware, or use ControllerHttpApi',
    plan.type === 'iam' && openUrls && '@Authorize.iam(), and the Function URL is open to all; leave out authType',
    route.apiKey && '@ApiKey(), and a Function URL has no API keys; use ControllerRestApi',
    route.throttle !== undefined &&
      '@Throttle, and a Function URL limits no requests; use reservedConcurrentExecutions, or ControllerHttpApi',
  ];
  return wrong.flatMap((each) =>
    each ? [{ code: 'GUARD_UNSUPPORTED' as const, where: placeOf(route), message: `has ${each}` }] : [],
  );
}
