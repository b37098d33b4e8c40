/** Runs in the process that loads an application: what the process asks that started it, and what it is answered. */
import { readSync, writeFileSync } from 'node:fs';

/** The file descriptor that {@link LoaderProcess} made. */
const CHANNEL = 3;

/** What a module threw while it was loaded. */
export interface LoadFailure {
  readonly error: { readonly message: string; readonly stack: string };
}

/** What was read behind the last request: two may come at once. */
let unread: Buffer = Buffer.alloc(0);

/**
 * Waits for the next request, a line, and ends this process where there will be none. Nothing of the application runs meanwhile, whatever
 * timers and connections it holds open.
 */
export function nextRequest(): unknown {
  const chunks: Buffer[] = [];
  let end = unread.indexOf(NEWLINE);
  while (end === -1) {
    chunks.push(unread);
    unread = readChunk();
    end = unread.indexOf(NEWLINE);
  }
  const line = Buffer.concat([...chunks, unread.subarray(0, end)]);
  unread = unread.subarray(end + 1);
  return JSON.parse(line.toString());
}

function readChunk(): Buffer {
  const chunk = Buffer.allocUnsafe(CHUNK);
  const count = readSync(CHANNEL, chunk);
  if (count === 0) process.exit();
  return chunk.subarray(0, count);
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
