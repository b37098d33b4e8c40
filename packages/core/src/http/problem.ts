import type { Context } from 'aws-lambda';
import type { Reply } from './front-door.js';

/** Problem details (RFC 9457, section 3.1); extension members stand beside these. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly [extension: string]: unknown;
}

/** What an error has under this key is its answer; errors are known by it and not by their class, of which there may be two copies. */
export const PROBLEM = Symbol.for('gatewright.problem');

/** An error that says itself how it is answered. */
export interface AnsweredError {
  readonly [PROBLEM]: { readonly details: ProblemDetails; readonly headers?: Readonly<Record<string, string>> };
}

/** Makes the reply of what a handler threw; nothing of an unexpected error but its occurrence is told to the client. */
export function toProblem(error: unknown, context: Pick<Context, 'awsRequestId'> | undefined): Reply {
  try {
    const answer = (error as Partial<AnsweredError> | null | undefined)?.[PROBLEM];
    if (answer !== undefined) return replyOf(answer);
    logUnexpected(error, context);
  } catch (cause) {
    // a status that no answer can have, an extension member that JSON cannot hold, or an error that cannot be printed
    logUnexpected(cause, context);
  }
  return replyOf(UNEXPECTED);
}

function replyOf({ details, headers }: AnsweredError[typeof PROBLEM]): Reply {
  const { status } = details;
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(`${status} is not the status of an error`);
  const lowerCase = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    statusCode: status,
    headers: { ...Object.fromEntries(lowerCase), 'content-type': 'application/problem+json' },
    body: JSON.stringify(details),
  };
}

const UNEXPECTED: AnsweredError[typeof PROBLEM] = { details: { title: 'Internal Server Error', status: 500 } };

/** One line of JSON, so that one log event holds it all. */
function logUnexpected(error: unknown, context: Pick<Context, 'awsRequestId'> | undefined): void {
  console.error(
    JSON.stringify({
      level: 'ERROR',
      requestId: context?.awsRequestId,
      message: 'unexpected error',
      error: describe(error),
    }),
  );
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
