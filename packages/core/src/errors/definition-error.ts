import type { DefinitionCode } from './definition-codes.js';

/** One mistake: what it is, where, and what to do. */
export interface Problem {
  readonly code: DefinitionCode;
  /** What has the mistake, for example `UsersController.create (POST /users), parameter 0`. */
  readonly where: string;
  /** What is wrong, with the value; then, after a semicolon, what to do. */
  readonly message: string;
  /** `file:line:column`, where known. */
  readonly at?: string;
  /** The line of the source that it is in, and below it a caret at the place; where a build has read the source. */
  readonly source?: string;
}

const DEFINITION_ERROR = Symbol.for('gatewright.definition-error');

/**
 * Mistakes in an application's controllers, found while they are analysed or a handler is created; all at once.
 *
 * The message has one line for each: *where: what; what to do [CODE]*, then the line of the source, where a build has read it.
 *
 * @example
 * try { await build(options) } catch (error) { if (isDefinitionError(error)) console.error(error.message) }
 */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly [DEFINITION_ERROR] = true;
  /** Each mistake, in the order of the source. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

const problemText = (problem: Problem): string =>
  problem.source === undefined ? problemLine(problem) : `${problemLine(problem)}\n${problem.source}`;

/** One line for a mistake: *file:line:column where: message [CODE]*; a file that is the subject itself is said once. */
const problemLine = ({ at, where, message, code }: Problem): string => {
  const place = at === undefined || at.startsWith(where) ? (at ?? where) : `${at} ${where}`;
  return `${place}: ${message} [${code}]`;
};

/** Whether a value is a {@link DefinitionError}, of whichever copy of this package. */
export const isDefinitionError = (value: unknown): value is DefinitionError =>
  typeof value === 'object' && value !== null && DEFINITION_ERROR in value;

/** Throws all problems in one {@link DefinitionError}, if there are any. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DefinitionError(problems);
}
