import type { ParameterPlace } from '../model/manifest.js';
import type { Reply } from './front-door.js';
import { ProblemError } from './http-error.js';

/** One value of a request that is not as the route wants it. */
export interface Failure {
  /** Where the value is. */
  readonly in: ParameterPlace;
  /** Its name, or the path to it in a DTO: `address.city`, `tags.0`; empty for the whole of the place. */
  readonly path: string;
  readonly message: string;
  /** The rule it breaks: class-validator's name, or `number`, `required` and their like. */
  readonly constraint: string;
}

/** How many failures are kept: what a hostile request breaks has no bound. */
export const MOST_FAILURES = 1000;

/** Adds a failure, unless there are {@link MOST_FAILURES} already. */
export function addFailure(failure: Failure, failures: Failure[]): void {
  if (failures.length < MOST_FAILURES) failures.push(failure);
}

const TITLE = 'Bad Request';
const DETAIL = 'The request is not valid.';

/** Answers 400 with every {@link Failure} in the extension member `errors`. */
export class ValidationFailed extends ProblemError {
  constructor(readonly failures: readonly Failure[]) {
    super(400, TITLE, DETAIL, { extensions: { errors: failures } });
  }
}

/**
 * Throws the failures, if there are any.
 *
 * @param maxErrors how many of them an answer lists, at most {@link MOST_FAILURES}
 */
export function refuse(failures: readonly Failure[], maxErrors = 100): void {
  if (failures.length > 0) throw new ValidationFailed(failures.slice(0, maxErrors));
}

/**
 * What {@link refuse} is answered with, for routes where nobody could see the error: its stack trace costs more than all else.
 *
 * @param maxErrors as in {@link refuse}
 */
export const invalid = (failures: readonly Failure[], maxErrors = 100): Reply => ({
  statusCode: 400,
  headers: { 'content-type': 'application/problem+json' },
  body: `{"title":"${TITLE}","status":400,"detail":"${DETAIL}","errors":[${failures.slice(0, maxErrors).map(toJson)}]}`,
});

/** A failure as JSON: in half of the time that `JSON.stringify` takes, where there is nothing to escape. */
function toJson(failure: Failure): string {
  const { in: place, path, message, constraint } = failure;
  // a message is what a function of the author's returns
  return typeof message === 'string' && !ESCAPED.test(path) && !ESCAPED.test(message) && !ESCAPED.test(constraint)
    ? `{"in":"${place}","path":"${path}","message":"${message}","constraint":"${constraint}"}`
    : JSON.stringify(failure);
}

/** What stands otherwise in JSON, or may. */
const ESCAPED = /[^ !#-[\]-~]/;
