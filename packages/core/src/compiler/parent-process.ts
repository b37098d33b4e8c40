/** Runs in the process that loads an application: what the process asks that started it, and what it is answered. */
import { readSync, writeFileSync } from 'node:fs';

/** The file descriptor that {@link LoaderProcess} made. */
const CHANNEL = 3;

/** What a module threw while it was loaded. */
export interface LoadFailure {
  readonly error: { readonly message: string; readonly stack: string };
}

/**
 * Waits for the next request, and ends this process where there will be none. Nothing of the application runs meanwhile, whatever
 * timers and connections it holds open.
 */
export function nextRequest(): unknown {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readSync(CHANNEL, chunk);
    if (count === 0) process.exit();
    chunks.push(chunk.subarray(0, count));
    if (chunk[count - 1] === NEWLINE) return JSON.parse(Buffer.concat(chunks).toString());
  }
}

const CHUNK = 65_536;
const NEWLINE = 10;

/** Answers the last request. */
export const answer = (value: unknown): void => writeFileSync(CHANNEL, `${JSON.stringify(value)}\n`);

/** Answers with what a module throws. */
export function reportFailures(): void {
  process.on('uncaughtException', (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' };
    answer({ error: { message, stack: stack ?? '' } } satisfies LoadFailure);
    process.exit(1);
  });
}
