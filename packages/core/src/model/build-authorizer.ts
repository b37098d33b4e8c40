/** Builds an authorizer of the author's own; the same for both executors. */
import type { Problem } from '../errors/definition-error.js';
import { buildParameter } from './build-parameter.js';
import { buildUses } from './build-uses.js';
import { checkLambda } from './check-options.js';
import { mergeDtoOptions } from './dto-options.js';
import type { AuthorizerManifest, ParameterManifest, ParameterPlace } from './manifest.js';
import { mergeLambda } from './read-controller.js';
import type { ApplicationReading, AuthorizerReading, ControllerReading, MethodReading } from './reading.js';
import { type MethodFact, placeOf, type SourceFacts } from './source-facts.js';

/** The part of an authorizer that executors need. */
export type AuthorizerModel = Omit<AuthorizerManifest, 'source' | 'summary' | 'description'>;

/** What building found: the authorizer, and everything wrong with it. */
export interface BuiltAuthorizer {
  readonly authorizer: AuthorizerModel;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
  readonly fact?: MethodFact;
}

/** Builds the authorizer of a controller method and checks it. */
export function buildAuthorizer(
  application: ApplicationReading,
  controller: ControllerReading,
  method: MethodReading,
  facts?: SourceFacts,
): BuiltAuthorizer {
  const { name, cacheFor, refused } = method.authorizer as AuthorizerReading;
  const controllerName = application.classes[controller.class]?.name ?? controller.class;
  const id = `${controllerName}.${method.name}`;
  const where = `${id} (authorizer "${name}")`;
  const fact = facts?.method(method.declaredBy, method.name);
  const at = placeOf(fact?.source);
  const built = method.parameters.map((reading) =>
    buildParameter({ reading, fact: fact?.parameters[reading.index], application, route: where }),
  );
  const parameters = built.flatMap((entry) => ('parameter' in entry ? [entry.parameter] : []));
  const { uses, problems: wrongUses } = buildUses({ application, controller, method, route: id, layers: [], facts });
  const validation = mergeDtoOptions(
    [method.validation, controller.validation, application.validation].map((level) => level?.options),
  );
  const messages = [
    ...refused,
    ...refuseRouteDecorators(method),
    ...parameters.flatMap(refuseParameter),
    ...refuseUnbound(method),
    ...(cacheFor > 0 ? refuseCached(parameters) : []),
  ];
  return {
    authorizer: {
      name,
      id,
      controller: controllerName,
      controllerMethod: method.name,
      parameters,
      ...(cacheFor === 0 ? {} : { cacheFor }),
      ...(validation === undefined ? {} : { validation }),
      ...(uses === undefined ? {} : { uses }),
      lambda: mergeLambda([method.lambda, controller.lambda]) ?? {},
    },
    problems: [
      ...[
        ...messages.map((message) => ({ code: 'AUTHORIZER_INVALID' as const, message })),
        ...checkLambda(controller.lambda),
        ...checkLambda(method.lambda),
      ].map((refusal) => ({ ...refusal, where, ...(at === undefined ? {} : { at }) })),
      ...wrongUses,
      ...built.flatMap((entry) => ('problem' in entry ? [entry.problem] : [])),
    ],
    warnings: built.flatMap((entry) => ('warning' in entry && entry.warning !== undefined ? [entry.warning] : [])),
    ...(fact === undefined ? {} : { fact }),
  };
}

/** Refuses authorizers of one name. */
export function checkAuthorizerNames(authorizers: readonly BuiltAuthorizer[]): Problem[] {
  const first = new Map<string, string>();
  return authorizers.flatMap(({ authorizer: { name, id }, fact }): Problem[] => {
    const other = first.get(name);
    first.set(name, other ?? id);
    if (other === undefined) return [];
    const at = placeOf(fact?.source);
    const message = `has the name of ${other}; give one of them another`;
    const where = `${id} (authorizer "${name}")`;
    return [{ code: 'AUTHORIZER_INVALID', where, message, ...(at === undefined ? {} : { at }) }];
  });
}

/** Decorators that say something of a route, and nothing of an authorizer. */
function refuseRouteDecorators(method: MethodReading): string[] {
  const { around, routes } = method;
  const given = [
    ...routes.map(({ decorator }) => `@${decorator}`),
    ...(method.statusCode === undefined ? [] : ['@HttpCode']),
    ...(method.headers.length > 0 ? ['@Header'] : []),
    ...(method.output === undefined ? [] : ['@Returns']),
    ...(method.consumes === undefined ? [] : ['@Consumes']),
    ...(method.packaging === undefined ? [] : ['@Packaging']),
    ...(around.layers.length > 0 ? ['middleware'] : []),
    ...(around.catches.length > 0 ? ['@Catch'] : []),
    ...(method.guard === undefined ? [] : ['@Authorize, @Public, @ApiKey or @Throttle']),
    ...(method.integrations ?? []).map(({ decorator }) => `@${decorator}`),
  ];
  return given.length === 0
    ? []
    : [`has ${given.join(', ')} beside @Authorizer, which is for routes; give the route a method of its own`];
}

/** What there is of a request before it is let through, whatever its route. */
const PLACES: ReadonlySet<ParameterPlace> = new Set(['query', 'header', 'cookie', 'request', 'context'] as const);

const refuseParameter = ({ index, in: place, key }: ParameterManifest): string[] =>
  PLACES.has(place) && key === undefined
    ? []
    : [
        `parameter ${index} takes what there is not before a request is let through; take headers, query parameters, cookies, @Req() or @Ctx()`,
      ];

function refuseUnbound({ parameters, arity }: MethodReading): string[] {
  const bound = new Set(parameters.map(({ index }) => index));
  return Array.from({ length: arity }, (_, index) => index)
    .filter((index) => !bound.has(index))
    .map((index) => `parameter ${index} has no decorator; write @Headers('authorization'), or remove it`);
}

/** What a gateway can keep an answer by: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html#http-api-lambda-authorizer.caching */
export const isIdentity = ({ in: place, name, required }: ParameterManifest): boolean =>
  (place === 'header' || place === 'query') && name !== undefined && required;

function refuseCached(parameters: readonly ParameterManifest[]): string[] {
  if (parameters.length > 0 && parameters.every(isIdentity)) return [];
  return [
    "is cached, so that all it goes by has to be known to the gateway; let each parameter be as @Headers('authorization', { required: true }) or @Query('key', { required: true }), or leave out cacheFor",
  ];
}
