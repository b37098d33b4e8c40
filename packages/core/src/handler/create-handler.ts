/**
 * The reflective executor: interprets records where the compiled handler has straight-line code. It must answer byte for
 * byte the same; both build the route with `model/build-route` and read and answer events with the functions of `http`.
 */
import type { Context } from 'aws-lambda';
import type { Answer } from '../http/answers.js';
import type { AnyEvent, AnyResult } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { toProblem } from '../http/problem.js';
import { createRouter } from '../http/router.js';
import { drain } from '../http/stream.js';
import { withoutBody } from '../http/without-body.js';
import type { Provider } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';
import type { RouteModel } from '../model/build-route.js';
import { ClassTable } from '../model/class-table.js';
import { readApplication } from '../model/read-application.js';
import type { ApplicationReading } from '../model/reading.js';
import { validateAnswers } from '../model/validate-answers.js';
import { scopeOfReading, wiringRoots } from '../model/wiring-scope.js';
import { answerRoute, type PreparedRoute } from './answer-route.js';
import { Instances } from './instances.js';
import { readLayers } from './layers.js';
import { prepareOnce } from './prepare-once.js';
import { type HandledController, readRoutes } from './read-routes.js';

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
  /**
   * Whether answers of routes with `@Returns` that break the rules of the class are answered 500 and logged, where `@Returns` does not
   * say it itself.
   * @default false
   */
  readonly validateAnswers?: boolean;
}

/** A controller class, or an instance of it that is used as it is. */
type Handled = Class | object;

/**
 * Creates the Lambda handler of a controller method without a build, for unit tests and other bundlers.
 *
 * Everything the controller needs is made here, unless a factory has to be awaited: then when the handler is first called. A
 * handler whose factory fails rejects, as a function whose init fails has no answer of its own.
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
  options?: HandlerOptions,
): ReflectiveHandler;
/**
 * Creates one Lambda handler of all routes of a controller, or of several, as the packagings `controller` and `app` have it.
 *
 * @param controllers controller classes, or instances that are used as they are
 * @throws {DefinitionError} for everything that is wrong with the routes, at once
 * @example
 * const handler = createHandler([TodosController, UsersController]);
 * const result = await handler(functionUrlEvent({ method: 'GET', path: '/todos/7' }));
 */
export function createHandler(controllers: Handled | readonly Handled[], options?: HandlerOptions): ReflectiveHandler;
export function createHandler(
  controllers: Handled | readonly Handled[],
  ...rest: readonly [method: string, options?: HandlerOptions] | readonly [options?: HandlerOptions]
): ReflectiveHandler {
  const [method, options = {}] = typeof rest[0] === 'string' ? [rest[0], rest[1]] : [undefined, rest[0]];
  const given: readonly Handled[] = Array.isArray(controllers) ? controllers : [controllers];
  const classes = new ClassTable();
  const targets = given.map((each) => (typeof each === 'function' ? each : each.constructor) as Class);
  const application = readApplication(targets, classes, options);
  const instances = given.map((each) => (typeof each === 'function' ? undefined : each));
  const handled = readRoutes(application, instances, method);
  const routes = validateAnswers(
    handled.flatMap((controller) => controller.routes),
    options.validateAnswers,
  );
  const answers = routes.map((route) => answerRoute(route, { application, classes, isAlone: method !== undefined }));
  const prepare = prepareOnce(
    () => createInstances(application, handled, classes),
    (made) => {
      const prepared = handled.flatMap((each, index) => prepareRoutes(each, made[index] as Instances, classes));
      const ready = answers.map((answer, index) => answer(prepared[index] as PreparedRoute));
      return method === undefined ? findAmong(routes, ready) : () => ready[0] as Answer<AnyEvent>;
    },
  );
  // API Gateway sends HEAD to no other route
  const takesHead = routes.some((route) => route.method === 'HEAD' || route.method === 'ANY');

  return async (event, context) => {
    const find = await prepare();
    try {
      const reply = await find(event)(event, context as Context);
      const sent = takesHead || door.routes(event) ? await withoutBody(reply, door.method(event)) : reply;
      return door.toResult(await drain(sent, event), event);
    } catch (error) {
      return door.toResult(toProblem(error, context), event);
    }
  };
}

/** What is made for the controllers of a handler; they share what the application provides. */
function createInstances(
  application: ApplicationReading,
  controllers: readonly HandledController[],
  classes: ClassTable,
): readonly Instances[] {
  const made = new Map<string, unknown>();
  return controllers.map(({ reading, instance, routes }) => {
    const roots = new Set(routes.flatMap((route) => wiringRoots(reading.class, route)));
    if (instance !== undefined) roots.delete(reading.class);
    return new Instances(scopeOfReading(application, reading), [...roots], classes, made);
  });
}

/** What the routes of a controller are answered with. */
const prepareRoutes = (
  { reading, instance, routes }: HandledController,
  made: Instances,
  classes: ClassTable,
): PreparedRoute[] =>
  routes.map(({ layers }) => ({
    instance: (instance ?? made.of(reading.class)) as PreparedRoute['instance'],
    layers: readLayers(layers, made, classes),
  }));

/** Finds what answers an event among the routes of a function. */
function findAmong(
  routes: readonly RouteModel[],
  answers: readonly Answer<AnyEvent>[],
): (event: AnyEvent) => Answer<AnyEvent> {
  const keys = routes.map(({ method, path }) => `${method} ${path}`);
  const byKey: Record<string, Answer<AnyEvent>> = Object.create(null);
  for (const [index, key] of keys.entries()) byKey[key] = answers[index] as Answer<AnyEvent>;
  const preflights = keys.filter((_, index) => routes[index]?.layers.some(({ kind }) => kind === 'cors'));
  const router = createRouter(byKey, preflights);
  return (event) => door.find(event, router);
}
