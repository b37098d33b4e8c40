/** The reflective executor of authorizers. */
import { refuse } from '../errors/definition-error.js';
import type { AnyEvent } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { type AuthorizerHandler, authorizedRoute, toAuthorizer } from '../http/authorizer-handler.js';
import { httpContext } from '../http/http-context.js';
import { type Failure, refuse as refuseValues } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import { buildAuthorizer } from '../model/build-authorizer.js';
import { checkProviders } from '../model/check-providers.js';
import { ClassTable } from '../model/class-table.js';
import { readApplication } from '../model/read-application.js';
import type { ApplicationReading, ControllerReading, MethodReading } from '../model/reading.js';
import { scopeOfReading } from '../model/wiring-scope.js';
import { bindParameter } from './bind.js';
import type { HandlerOptions } from './create-handler.js';
import { Instances } from './instances.js';
import { prepareOnce } from './prepare-once.js';

/** Names of methods that may be authorizers. */
export type AuthorizerMethod<TController> = keyof TController & string;

/**
 * Creates the Lambda handler of an authorizer without a build, for unit tests and other bundlers.
 *
 * @param controller the controller class, or an instance of it that is used as it is
 * @param method name of a method with `@Authorizer`
 * @throws {DefinitionError} for everything that is wrong with it, at once
 * @example
 * const authorize = createAuthorizer(GateController, 'check');
 * await authorize(event); // { isAuthorized: true, context: { userId: 'ada' } }
 */
export function createAuthorizer<TController extends object>(
  controller: Class<TController> | TController,
  method: AuthorizerMethod<TController>,
  options: HandlerOptions = {},
): AuthorizerHandler {
  const instance = typeof controller === 'function' ? undefined : controller;
  const target = (typeof controller === 'function' ? controller : controller.constructor) as Class;
  const classes = new ClassTable();
  const application = readApplication([target], classes, options);
  const reading = application.controllers[0] as ControllerReading;
  const found = findMethod(application, reading, method);
  const { authorizer, problems } = buildAuthorizer(application, reading, found);
  const roots = instance === undefined ? [reading.class] : [];
  refuse([...problems, ...checkProviders(application, reading, { roots })]);

  const binders = authorizer.parameters.map((parameter) => ({
    index: parameter.index,
    bind: bindParameter({ parameter, route: authorizer, application, classes }),
  }));
  const prepare = prepareOnce(
    () => [new Instances(scopeOfReading(application, reading), roots, classes)],
    ([made]) => (instance ?? made?.of(reading.class)) as Record<string, (...values: unknown[]) => unknown>,
  );
  const { name, cacheFor, id, controllerMethod, validation } = authorizer;
  return toAuthorizer<AnyEvent>({ name, isCached: cacheFor !== undefined }, async (event, context) => {
    const route = { id, ...authorizedRoute(event) };
    const http = httpContext(door.request(event, route), context, route);
    const failures: Failure[] = [];
    const values: unknown[] = [];
    const owner = await prepare();
    for (const { index, bind } of binders) values[index] = await bind({ event, context, route, http, failures });
    refuseValues(failures, validation?.maxErrors);
    return owner[controllerMethod]?.(...values);
  });
}

function findMethod(application: ApplicationReading, reading: ControllerReading, method: string): MethodReading {
  const name = application.classes[reading.class]?.name ?? reading.class;
  const found = reading.authorizers.find((each) => each.name === method);
  if (found === undefined || reading.path === undefined)
    refuse([
      found === undefined
        ? {
            code: 'AUTHORIZER_INVALID',
            where: `${name}.${method}`,
            message: "is no authorizer; write @Authorizer('users') above the method",
          }
        : {
            code: 'CONTROLLER_DECORATOR_MISSING',
            where: name,
            message: 'is not a controller; write @Controller(path) above the class',
          },
    ]);
  return found as MethodReading;
}
