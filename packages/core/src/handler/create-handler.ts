/**
 * The reflective executor: interprets records where the compiled handler has straight-line code. It must answer byte for
 * byte the same; both build the route with `model/build-route` and read and answer events with the functions of `http`.
 */
import type { Context } from 'aws-lambda';
import { DefinitionError, type Problem, refuse as refuseDefinition } from '../errors/definition-error.js';
import type { AnyEvent, AnyResult } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { toProblem } from '../http/problem.js';
import { toReply } from '../http/reply.js';
import { type Failure, refuse } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import { buildRoute, type RouteModel } from '../model/build-route.js';
import { checkProviders } from '../model/check-providers.js';
import { ClassTable } from '../model/class-table.js';
import { readApplication } from '../model/read-application.js';
import type { ApplicationReading } from '../model/reading.js';
import { bindParameter } from './bind.js';
import { construct } from './construct.js';

/** A handler of both payload formats; the context may be left out in tests of code that does not read it. */
export type ReflectiveHandler = (event: AnyEvent, context?: Context) => Promise<AnyResult>;

/**
 * Creates the Lambda handler of a controller method without a build, for unit tests and other bundlers.
 *
 * @param controller the controller class, or an instance of it that is used as it is
 * @param method name of a method with a route decorator
 * @throws {DefinitionError} for everything that is wrong with the route, at once
 * @example
 * const handler = createHandler(TodosController, 'create');
 * const result = await handler(httpApiEvent({ method: 'POST', path: '/todos', body: { title: 'Milk' } }));
 */
export function createHandler<TController extends object>(
  controller: Class<TController> | TController,
  method: keyof TController & string,
): ReflectiveHandler {
  const isClass = typeof controller === 'function';
  const target = (isClass ? controller : controller.constructor) as Class<TController>;
  const classes = new ClassTable();
  const application = readApplication([target], classes);
  const route = readRoute(application, target.name, method, isClass);
  const instance = (isClass ? construct(application, classes, classes.keyOf(target)) : controller) as Record<
    string,
    (...values: unknown[]) => unknown
  >;
  const binders = route.parameters.map((parameter) => ({
    index: parameter.index,
    bind: bindParameter(parameter, application, classes),
  }));
  return async (event, context) => {
    try {
      const failures: Failure[] = [];
      const values: unknown[] = [];
      const input = { event, context, failures };
      for (const { index, bind } of binders) values[index] = await bind(input);
      refuse(failures);
      const result = await instance[method]?.(...values);
      return door.toResult(toReply(result, route.statusCode, route.headers), event);
    } catch (error) {
      return door.toResult(toProblem(error, context), event);
    }
  };
}

function readRoute(application: ApplicationReading, name: string, method: string, wired: boolean): RouteModel {
  const problems: Problem[] = [];
  const controller = application.controllers[0];
  const reading = controller?.methods.find((entry) => entry.name === method);
  if (controller?.path === undefined)
    problems.push({
      code: 'CONTROLLER_DECORATOR_MISSING',
      where: name,
      message: 'is not a controller; write @Controller(path) above the class',
    });
  if (controller === undefined || reading === undefined) {
    const message = 'has no route decorator; write @Get(), @Post() or another above the method';
    throw new DefinitionError([...problems, { code: 'ROUTE_MISSING', where: `${name}.${method}`, message }]);
  }
  const { route, problems: found } = buildRoute(application, controller, reading);
  refuseDefinition([...problems, ...found, ...(wired ? checkProviders(application, controller.class) : [])]);
  return route;
}
