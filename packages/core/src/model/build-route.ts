import type { Problem } from '../errors/definition-error.js';
import { buildBody } from './build-body.js';
import { checkGuard, mergeGuards } from './build-guard.js';
import { buildParameter } from './build-parameter.js';
import { buildUses } from './build-uses.js';
import { checkAround } from './check-around.js';
import { checkIntegration } from './check-integration.js';
import { checkLambda, checkPackaging, checkResponse } from './check-options.js';
import { mergeDtoOptions } from './dto-options.js';
import type { DirectIntegration } from './integration.js';
import type { Packaging, ParameterManifest, RouteManifest, TypeModel } from './manifest.js';
import { joinPath, type PathTemplate } from './path-template.js';
import { mergeLambda } from './read-controller.js';
import type {
  ApplicationReading,
  AroundReading,
  ControllerReading,
  MethodReading,
  ValidationReading,
} from './reading.js';
import { type MethodFact, placeOf, type SourceFacts } from './source-facts.js';

import { methodOf } from './vocabulary.js';
import { scopeOfReading } from './wiring-scope.js';

/** The part of a route that executors need; the manifest adds what documents need, and what only the source says. */
export type RouteModel = Omit<
  RouteManifest,
  'returns' | 'answers' | 'integration' | 'summary' | 'description' | 'deprecated' | 'source'
>;

/** What building found: a route if there is one, and everything wrong with it. */
export interface BuiltRoute {
  readonly route: RouteModel;
  /** What answers in place of a function. */
  readonly integration?: DirectIntegration;
  /** What `@Packaging` says of the method, else of its controller. */
  readonly packaging?: Packaging;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
  readonly fact?: MethodFact;
}

/** Builds the route of a controller method and checks it; the same for both executors. */
export function buildRoute(
  application: ApplicationReading,
  controller: ControllerReading,
  method: MethodReading,
  facts?: SourceFacts,
): BuiltRoute {
  const name = application.classes[controller.class]?.name ?? controller.class;
  // a class without @Controller is refused by whoever asked for the route
  const template = joinPath(controller.path ?? '/', method.routes[0]?.path);
  const httpMethod = methodOf(method.routes[0]?.decorator ?? 'Get');
  const id = `${name}.${method.name}`;
  const where = `${id} (${httpMethod} ${template.path})`;
  const fact = facts?.method(method.declaredBy, method.name);
  const at = placeOf(fact?.source);

  const built = method.parameters.map((reading) =>
    buildParameter({ reading, fact: fact?.parameters[reading.index], application, route: where }),
  );
  const levels = [method.around, controller.around, application.around];
  const parameters = built.flatMap((entry) => ('parameter' in entry ? [entry.parameter] : []));
  const packaging = method.packaging ?? controller.packaging;
  const layers = [...levels].reverse().flatMap((level) => level.layers);
  const { uses, problems: wrongUses } = buildUses({ application, controller, method, route: id, layers, facts });
  const body = buildBody(method.consumes, parameters);
  const validations = [method.validation, controller.validation, application.validation];
  const validation = mergeDtoOptions(validations.map((level) => level?.options));
  const [direct] = method.integrations ?? [];
  const notRun = direct ? warnNotRun(where, [controller.around, application.around]) : [];
  const refusals = [
    ...body.refusals,
    ...checkPath(method, template, parameters),
    ...(direct ? checkIntegration(method, template, fact) : checkParameters(method)),
    ...checkResponse(method),
    ...checkAround(levels, scopeOfReading(application, controller)),
    ...checkOutput(method, application),
    ...checkValidation(validations),
    ...checkPackaging(packaging),
    ...checkLambda(controller.lambda),
    ...checkLambda(method.lambda),
    ...checkGuard([method.guard, controller.guard]),
  ];
  return {
    route: {
      id,
      method: httpMethod,
      path: template.path,
      controller: name,
      controllerMethod: method.name,
      parameters,
      ...(method.statusCode === undefined ? {} : { statusCode: method.statusCode as number }),
      headers: Object.fromEntries(
        method.headers.map(([header, value]) => [String(header).toLowerCase(), String(value)]),
      ),
      ...(body.consumes === undefined ? {} : { consumes: body.consumes }),
      ...(method.output === undefined ? {} : { output: method.output.type as TypeModel }),
      ...(method.output?.options === undefined ? {} : { outputOptions: method.output.options }),
      ...(method.output?.validates === undefined ? {} : { validatesAnswer: method.output.validates }),
      ...(method.sse ? { streams: 'sse' as const } : {}),
      layers,
      catches: levels.map((level) => level.catches).filter((level) => level.length > 0),
      ...(validation === undefined ? {} : { validation }),
      promise: method.declaredBy === controller.class ? (fact?.promise ?? 'maybe') : inherited(fact),
      ...(uses === undefined ? {} : { uses }),
      ...mergeGuards(method.guard, controller.guard),
      lambda: mergeLambda([method.lambda, controller.lambda]) ?? {},
    },
    ...(direct === undefined ? {} : { integration: direct.integration }),
    ...(packaging === undefined ? {} : { packaging: packaging as Packaging }),
    problems: [
      ...refusals.map((refusal) => ({ ...refusal, where, ...(at === undefined ? {} : { at }) })),
      ...wrongUses,
      ...built.flatMap((entry) => ('problem' in entry ? [entry.problem] : [])),
    ],
    warnings: [
      ...built.flatMap((entry) => ('warning' in entry && entry.warning !== undefined ? [entry.warning] : [])),
      ...notRun,
    ],
    ...(fact === undefined ? {} : { fact }),
  };
}

/** A class that extends the one with the method may have decorators of the author's own. */
const inherited = (fact: MethodFact | undefined): RouteManifest['promise'] =>
  fact?.promise === 'always' ? 'always' : 'maybe';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** Nobody loses a guard unawares. */
function warnNotRun(where: string, levels: readonly AroundReading[]): string[] {
  const layers = levels.flatMap((level) => level.layers);
  const own = layers.filter(({ kind }) => kind === 'function' || kind === 'class' || kind === 'middy').length;
  return own === 0
    ? []
    : [
        `${where}: the gateway answers without a function, so ${own} middleware given to @Use of the controller or application is not run; protect the route with an authorizer [INTEGRATION_NOT_RUN]`,
      ];
}

function checkPath(method: MethodReading, template: PathTemplate, parameters: readonly ParameterManifest[]): Refusal[] {
  if (method.routes.length > 1) {
    const both = method.routes.map(({ decorator, path }) => `@${decorator}('${path}')`).join(' and ');
    return [{ code: 'ROUTE_REPEATED', message: `has ${both}; keep one, and give the other route a method of its own` }];
  }
  if (template.problem !== undefined) return [{ code: 'PATH_INVALID', message: template.problem }];
  const taken = parameters.filter((parameter) => parameter.in === 'path');
  const all =
    taken.some((parameter) => parameter.name === undefined) || parameters.some(({ in: place }) => place === 'request');
  // a parameter that was refused says so itself
  const complete = parameters.length === method.parameters.length;
  // the gateway itself passes on what it is told to
  const unbound = (method.integrations ? [] : template.parameters).filter(
    (name) => !taken.some((parameter) => parameter.name === name),
  );
  const unknown = taken.filter(({ name }) => name !== undefined && !template.parameters.includes(name));
  return [
    ...(all || !complete ? [] : unbound).map((name) => ({
      code: 'PATH_PARAMETER_UNBOUND' as const,
      message: `no parameter of the method takes the path parameter "${name}"; write @Param('${name}'), or remove it from the path`,
    })),
    ...unknown.map(({ name, index }) => ({
      code: 'PATH_PARAMETER_UNKNOWN' as const,
      message: `parameter ${index} takes the path parameter "${name}", which is not in the path; ${knownNames(template)}`,
    })),
  ];
}

/** Refuses an output type that is no class, and options that say nothing. */
function checkOutput({ output }: MethodReading, application: ApplicationReading): Refusal[] {
  if (output === undefined) return [];
  const { type, refused } = output;
  const element = type.kind === 'array' ? type.items : type;
  const isClass = element?.kind === 'class' && application.classes[element.class] !== undefined;
  const messages = isClass
    ? refused
    : ['@Returns was given no class; write @Returns(User), or @Returns([User]) for an array', ...refused];
  return messages.map((message) => ({ code: 'RETURNS_INVALID', message }));
}

const checkValidation = (levels: readonly (ValidationReading | undefined)[]): Refusal[] =>
  levels.flatMap((level) =>
    (level?.refused ?? []).map((message) => ({ code: 'VALIDATION_OPTION_INVALID' as const, message })),
  );

const knownNames = ({ parameters }: PathTemplate): string =>
  parameters.length === 0 ? 'add it to the path' : `the path has ${parameters.map((name) => `"${name}"`).join(', ')}`;

function checkParameters({ parameters, arity }: MethodReading): Refusal[] {
  const indexes = parameters.map((parameter) => parameter.index);
  const twice = indexes.filter((index, position) => indexes.indexOf(index) !== position);
  const bare = Array.from({ length: arity }, (_, index) => index).filter((index) => !indexes.includes(index));
  return [
    ...twice.map((index) => ({
      code: 'PARAMETER_DECORATED_TWICE' as const,
      message: `parameter ${index} has ${parameters
        .filter((parameter) => parameter.index === index)
        .map(({ decorator }) => `@${decorator}`)
        .join(' and ')}; keep one of them`,
    })),
    ...bare.map((index) => ({
      code: 'PARAMETER_UNBOUND' as const,
      message: `parameter ${index} has no decorator, so nothing would be passed to it; decorate it, give it a default value, or remove it`,
    })),
  ];
}
