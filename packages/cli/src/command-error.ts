import { inspect } from 'node:util';

/** Something the user can put right, said in one line; shown without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What people read about an error: the message where it was written for them, else everything there is. */
export const errorText = (error: unknown): string =>
  error instanceof Error && ['CommandError', 'DefinitionError'].includes(error.name) ? error.message : inspect(error);
