import { type Problem, refuse } from '../errors/definition-error.js';
import { buildRoute, type RouteModel } from '../model/build-route.js';
import { checkDuplicates } from '../model/check-duplicates.js';
import { checkProviders, providerRoots } from '../model/check-providers.js';
import type { ApplicationReading, ControllerReading, MethodReading } from '../model/reading.js';

/** A controller of a handler. */
export interface HandledController {
  readonly reading: ControllerReading;
  /** The instance that is used as it is; absent where one is made. */
  readonly instance?: object;
  readonly routes: readonly RouteModel[];
}

/**
 * Reads the routes of controllers and refuses everything that is wrong with them, at once.
 *
 * @param given a controller's instance, or undefined where one is made, in the order of the application's controllers
 * @param method the only method whose route is wanted
 */
export function readRoutes(
  application: ApplicationReading,
  given: readonly (object | undefined)[],
  method?: string,
): readonly HandledController[] {
  const problems: Problem[] = [];
  const controllers = application.controllers.map((reading, index) => {
    const instance = given[index];
    const name = application.classes[reading.class]?.name ?? reading.class;
    const methods = reading.methods.filter((entry) => method === undefined || entry.name === method);
    problems.push(...checkController(name, reading, methods, method));
    const built = methods.map((entry) => buildRoute(application, reading, entry));
    problems.push(...built.flatMap((entry) => entry.problems));
    if (method !== undefined) problems.push(...methods.flatMap((entry) => checkHandled(name, entry)));
    const roots = providerRoots(application, reading).filter((key) => instance === undefined || key !== reading.class);
    problems.push(...checkProviders(application, reading, { roots }));
    return { reading, built, ...(instance === undefined ? {} : { instance }) };
  });
  refuse([...problems, ...checkDuplicates(controllers.flatMap(({ built }) => built))]);
  return controllers.map(({ built, ...rest }) => ({
    ...rest,
    routes: built.flatMap(({ route, integration }) => (integration === undefined ? [route] : [])),
  }));
}

/** A route that the gateway answers itself has no handler; among several it is left out. */
const checkHandled = (name: string, method: MethodReading): Problem[] =>
  (method.integrations ?? []).slice(0, 1).map(({ decorator }) => ({
    code: 'INTEGRATION_NOT_RUN',
    where: `${name}.${method.name}`,
    message: `has no handler, because @${decorator} answers in the gateway; look at what the gateway is told in the manifest, or remove @${decorator}`,
  }));

function checkController(
  name: string,
  { path }: ControllerReading,
  methods: readonly MethodReading[],
  method: string | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if (path === undefined)
    problems.push({
      code: 'CONTROLLER_DECORATOR_MISSING',
      where: name,
      message: 'is not a controller; write @Controller(path) above the class',
    });
  if (methods.length === 0)
    problems.push({
      code: 'ROUTE_MISSING',
      where: method === undefined ? name : `${name}.${method}`,
      message:
        method === undefined
          ? 'is a controller without routes; write @Get(), @Post() or another above a method'
          : 'has no route decorator; write @Get(), @Post() or another above the method',
    });
  return problems;
}
