import type { Context } from 'aws-lambda';
import type { Reply } from './front-door.js';
import { type OwnReply, TO_REPLY, toReply } from './reply.js';

/** Problem details (RFC 9457, section 3.1); extension members stand beside these. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly [extension: string]: unknown;
}

/** The part of Lambda's context object that a log line tells. */
export type LogContext = Pick<Context, 'awsRequestId'> | undefined;

/**
 * Makes the reply of what was thrown, whatever it is; it does not throw itself. Nothing of an unexpected error but its
 * occurrence is told to the client; the log has it all.
 */
export function toProblem(error: unknown, context: LogContext): Reply {
  try {
    if ((error as OwnReply | null | undefined)?.[TO_REPLY]) return (error as OwnReply)[TO_REPLY](context);
  } catch (cause) {
    // a status that no answer can have, or an extension member that JSON cannot hold
    error = cause;
  }
  logError('unexpected error', error, context);
  return toReply('{"title":"Internal Server Error","status":500}', 500, { 'content-type': 'application/problem+json' });
}

/** Logs an error with its causes as one line of JSON, so that one log event holds it all; it does not throw. */
export const logError = (message: string, error: unknown, context: LogContext): void =>
  console.error(
    JSON.stringify({ level: 'ERROR', requestId: context?.awsRequestId, message, error: describe(error, 5) }),
  );

/**
 * What is told of an error is text, which JSON can always hold; of what is no error, its type and text.
 *
 * @param depth how many causes are told at most: an error may be its own cause
 */
function describe(error: unknown, depth: number): object | undefined {
  try {
    const { name = typeof error, message = String(error), stack = '', cause } = Object(error) as Partial<Error>;
    return {
      name: `${name}`,
      message: `${message}`,
      stack: `${stack}`,
      cause: cause && depth ? describe(cause, depth - 1) : undefined,
    };
  } catch {
    // a getter that throws, or what has no text
    return undefined;
  }
}
