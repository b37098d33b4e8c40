import { toAnyReply } from './any-reply.js';
import type { HttpContext } from './context.js';
import type { Reply } from './front-door.js';
import { HttpError } from './http-error.js';
import { type LogContext, toProblem } from './problem.js';

/** A class whose instances are thrown; it may be abstract. */
export type ErrorClass = abstract new (...values: never[]) => unknown;

/** What an error is known by: its class, or its `name`. */
export type ErrorMatch = ErrorClass | string;

/** What an error is answered with: a status, or whatever the function returns; undefined leaves it to the next that matches. */
export type ErrorAnswer = number | ((error: never, context: HttpContext) => unknown);

/** Which errors are answered how. */
export type Catch = readonly [match: ErrorMatch | readonly ErrorMatch[], answer: ErrorAnswer];

/**
 * Makes the reply of what was thrown where catches are declared; it does not reject.
 *
 * The first level with a match wins, and in a level the class nearest to the error's own; a name is as near as the class itself.
 *
 * @param levels the innermost first: the method's, its controller's, the application's
 * @param context made only if a function asks for it; may be left out where none is declared
 */
export async function toCaught(
  error: unknown,
  levels: readonly (readonly Catch[])[],
  lambda: LogContext,
  context?: () => HttpContext,
): Promise<Reply> {
  try {
    for (const level of levels)
      for (const answer of answersTo(error, level)) {
        if (typeof answer === 'number') return toProblem(withStatus(error, answer), lambda);
        const value = await answer(error as never, context?.() as HttpContext);
        if (value instanceof Error) return toProblem(value, lambda);
        if (value !== undefined) return await toAnyReply(value);
      }
    return toProblem(error, lambda);
  } catch (thrown) {
    return toProblem(thrown, lambda);
  }
}

/** The answers of the level's catches that match, the nearest first. */
function answersTo(error: unknown, level: readonly Catch[]): ErrorAnswer[] {
  const found = level.map(([match, answer]) => ({
    answer,
    distance: Math.min(...[match].flat().map((item) => distance(error, item as ErrorMatch))),
  }));
  return found
    .filter((entry) => entry.distance < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.distance - other.distance)
    .map((entry) => entry.answer);
}

/** How many classes an error's class is below another; infinite when it is not below it. */
function distance(error: unknown, match: ErrorMatch): number {
  if (error === undefined || error === null) return Number.POSITIVE_INFINITY;
  if (typeof match === 'string') return (error as Partial<Error>).name === match ? 0 : Number.POSITIVE_INFINITY;
  let prototype: unknown = Object.getPrototypeOf(error);
  for (let steps = 0; prototype !== null; steps += 1) {
    if (prototype === match.prototype) return steps;
    prototype = Object.getPrototypeOf(prototype);
  }
  return Number.POSITIVE_INFINITY;
}

/** The message of a server's error is not for the client; it is logged with the cause. */
function withStatus(error: unknown, status: number): HttpError {
  const { message } = (error ?? {}) as Partial<Error>;
  const detail = status < 500 && typeof message === 'string' && message !== '' ? message : undefined;
  return new HttpError(status, detail, { cause: error });
}
