/** The part of the reflective executor that answers the requests of one route. */

import type { Answer } from '../http/answers.js';
import type { AnyEvent } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { toAnyReply } from '../http/any-reply.js';
import { toCaught } from '../http/catch.js';
import type { Middleware } from '../http/context.js';
import { runInContext } from '../http/current-context.js';
import type { Reply } from '../http/front-door.js';
import { httpContext } from '../http/http-context.js';
import { runMiddleware } from '../http/run-middleware.js';
import { toEventStream } from '../http/sse.js';
import { type Failure, refuse } from '../http/validation-failed.js';
import type { RouteModel } from '../model/build-route.js';
import type { ClassTable } from '../model/class-table.js';
import type { ApplicationReading } from '../model/reading.js';
import { bindParameter } from './bind.js';
import { readCatches } from './layers.js';

/** What a route is answered with, once it has been made. */
export interface PreparedRoute {
  readonly instance: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly layers: readonly Middleware[];
}

/** What a route is read from. */
export interface RouteSource {
  readonly application: ApplicationReading;
  readonly classes: ClassTable;
  /** Whether it is the handler's only route, which nobody has chosen. */
  readonly isAlone: boolean;
}

/** Decides once how a route's requests are answered. */
export function answerRoute(
  route: RouteModel,
  { application, classes, isAlone }: RouteSource,
): (prepared: PreparedRoute) => Answer<AnyEvent> {
  const binders = route.parameters.map((parameter) => ({
    index: parameter.index,
    bind: bindParameter({ parameter, route, application, classes }),
  }));
  const catches = readCatches(route.catches, classes);
  const toAnswer = answerOf(route, classes);

  return ({ instance, layers }) =>
    (event, context) => {
      const http = httpContext(door.request(event, route), context, route);
      const answer = async (): Promise<Reply> => {
        const refused = isAlone ? door.match(event, route) : undefined;
        if (refused !== undefined) return refused;
        const failures: Failure[] = [];
        const values: unknown[] = [];
        const input = { event, context, route, http, failures };
        for (const { index, bind } of binders) values[index] = await bind(input);
        refuse(failures, route.validation?.maxErrors);
        return toAnswer(await instance[route.controllerMethod]?.(...values));
      };
      const caught = (error: unknown) => toCaught(error, catches, context, () => http);
      return runInContext(http, () => runMiddleware(layers, http, answer, caught));
    };
}

/** How what the method returns becomes a reply. */
function answerOf(route: RouteModel, classes: ClassTable): (value: unknown) => Promise<Reply> {
  const { statusCode, headers, output, outputOptions, validatesAnswer, streams } = route;
  const toReply = (streams === 'sse' ? toEventStream : toAnyReply) as typeof toAnyReply;
  if (output === undefined) return (value) => toReply(value, statusCode, headers);
  const element = (output.kind === 'array' ? output.items : output) as { readonly class: string };
  const target = classes.classOf(element.class);
  return async (value) => {
    const { toOutput, validateOutput } = await import('../validation/index.js');
    const valid = validatesAnswer ? await validateOutput(value, { target, route: nameOf(route) }) : value;
    return toReply(toOutput(valid, target, outputOptions), statusCode, headers);
  };
}

const nameOf = ({ id, method, path }: RouteModel): string => `${id} (${method} ${path})`;
