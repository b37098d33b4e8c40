/**
 * The reflective executor: interprets records where the compiled handler has straight-line code. It must answer byte for
 * byte the same; both build the route with `model/build-route` and read and answer events with the functions of `http`.
 */
import type { Context } from 'aws-lambda';
import { DefinitionError, type Problem, refuse as refuseDefinition } from '../errors/definition-error.js';
import type { AnyEvent, AnyResult } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { toAnyReply } from '../http/any-reply.js';
import { toCaught } from '../http/catch.js';
import { runInContext } from '../http/current-context.js';
import type { Reply } from '../http/front-door.js';
import { httpContext } from '../http/http-context.js';
import { toProblem } from '../http/problem.js';
import { runMiddleware } from '../http/run-middleware.js';
import { toEventStream } from '../http/sse.js';
import { drain } from '../http/stream.js';
import { type Failure, refuse } from '../http/validation-failed.js';
import { withoutBody } from '../http/without-body.js';
import type { Provider } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';
import { buildRoute, type RouteModel } from '../model/build-route.js';
import { checkProviders, providerRoots } from '../model/check-providers.js';
import { ClassTable } from '../model/class-table.js';
import { readApplication } from '../model/read-application.js';
import type { ApplicationReading, ControllerReading } from '../model/reading.js';
import { scopeOfReading, wiringRoots } from '../model/wiring-scope.js';
import { bindParameter } from './bind.js';
import { Instances } from './instances.js';
import { readCatches, readLayers } from './layers.js';
import { prepareOnce } from './prepare-once.js';

/** A handler of every front door's events; the context may be left out in tests of code that does not read it. */
export type ReflectiveHandler = (event: AnyEvent, context?: Context) => Promise<AnyResult>;

/** What a handler needs to know beside its controller. */
export interface HandlerOptions {
  /**
   * The class with `@Application`, whose middleware and error mappings are every route's.
   * @default none
   */
  readonly application?: Class;
  /**
   * What is injected for tokens, beside what the application provides.
   * @default none
   */
  readonly providers?: readonly (Provider | Class)[];
  /**
   * Providers in the place of others, for tests: what they stand for is not made, nor is what only that needs.
   * @default none
   */
  readonly override?: readonly (Provider | Class)[];
}

/**
 * Creates the Lambda handler of a controller method without a build, for unit tests and other bundlers.
 *
 * @param controller the controller class, or an instance of it that is used as it is
 * @param method name of a method with a route decorator
 * Everything the controller needs is made here, unless a factory has to be awaited: then when the handler is first called. A
 * handler whose factory fails rejects, as a function whose init fails has no answer of its own.
 *
 * @throws {DefinitionError} for everything that is wrong with the route, at once
 * @example
 * const handler = createHandler(TodosController, 'create');
 * const result = await handler(httpApiEvent({ method: 'POST', path: '/todos', body: { title: 'Milk' } }));
 */
export function createHandler<TController extends object>(
  controller: Class<TController> | TController,
  method: keyof TController & string,
  options: HandlerOptions = {},
): ReflectiveHandler {
  const isClass = typeof controller === 'function';
  const target = (isClass ? controller : controller.constructor) as Class<TController>;
  const classes = new ClassTable();
  const application = readApplication([target], classes, options);
  const route = readRoute(application, target.name, method, isClass);
  const scope = scopeOfReading(application, application.controllers[0] as ControllerReading);
  const roots = wiringRoots(scope.controller, route).filter((root) => isClass || root !== scope.controller);
  const prepare = prepareOnce(
    () => new Instances(scope, roots, classes),
    (instances) => ({
      instance: (isClass ? instances.of(scope.controller) : controller) as ControllerInstance,
      layers: readLayers(route.layers, instances, classes),
    }),
  );
  const binders = route.parameters.map((parameter) => ({
    index: parameter.index,
    bind: bindParameter({ parameter, route, application, classes }),
  }));
  const catches = readCatches(route.catches, classes);
  const toAnswer = answerOf(route, classes);
  // API Gateway sends HEAD to no other route
  const takesHead = route.method === 'HEAD' || route.method === 'ANY';

  return async (event, context) => {
    const { instance, layers } = await prepare();
    try {
      const http = httpContext(door.request(event, route), context, route);
      const answer = async (): Promise<Reply> => {
        const refused = door.match(event, route);
        if (refused !== undefined) return refused;
        const failures: Failure[] = [];
        const values: unknown[] = [];
        const input = { event, context, route, http, failures };
        for (const { index, bind } of binders) values[index] = await bind(input);
        refuse(failures, route.validation?.maxErrors);
        return toAnswer(await instance[method]?.(...values));
      };
      const caught = (error: unknown) => toCaught(error, catches, context, () => http);
      const reply = await runInContext(http, () => runMiddleware(layers, http, answer, caught));
      const sent = takesHead || door.routes(event) ? await withoutBody(reply, door.method(event)) : reply;
      return door.toResult(await drain(sent, event), event);
    } catch (error) {
      return door.toResult(toProblem(error, context), event);
    }
  };
}

type ControllerInstance = Record<string, (...values: unknown[]) => unknown>;

/** How what the method returns becomes a reply. */
function answerOf(route: RouteModel, classes: ClassTable): (value: unknown) => Promise<Reply> {
  const { statusCode, headers, output, streams } = route;
  const toReply = (streams === 'sse' ? toEventStream : toAnyReply) as typeof toAnyReply;
  if (output === undefined) return (value) => toReply(value, statusCode, headers);
  const element = (output.kind === 'array' ? output.items : output) as { readonly class: string };
  const target = classes.classOf(element.class);
  return async (value) => {
    const { toOutput } = await import('../validation/index.js');
    return toReply(toOutput(value, target), statusCode, headers);
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
  const roots = providerRoots(application, controller).filter((key) => wired || key !== controller.class);
  refuseDefinition([...problems, ...found, ...checkProviders(application, controller, { roots })]);
  return route;
}
