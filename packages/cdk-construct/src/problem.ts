import type { ConstructCode } from './construct-codes.js';

/** One thing refused or warned of: where, what, what to do. */
export interface Problem {
  readonly code: ConstructCode;
  readonly where: string;
  /** What is wrong, with the value; then, after a semicolon, what to do. */
  readonly message: string;
}

/** One line for a problem: *where: what; what to do [CODE]*. */
export const problemLine = ({ where, message, code }: Problem): string => `${where}: ${message} [${code}]`;

/** Throws all problems in one error, if there are any. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(problems.map(problemLine).join('\n'));
}
