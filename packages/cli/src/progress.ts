import type { BuildProgress } from '@gatewright/core/compiler';

/** Where progress is shown; a terminal, or a stream that ends up in a file. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two lines where there is no terminal. */
const QUIET_MILLISECONDS = 10_000;

/**
 * Shows how far a build is: on a terminal as one line that changes, elsewhere as a plain line now and then, and one at the end where
 * anything was bundled.
 */
export class Progress {
  readonly #stream: ProgressStream;
  #saidAt = Date.now();
  #cached = 0;

  constructor(stream: ProgressStream = process.stderr) {
    this.#stream = stream;
  }

  /** Shows a function that is ready. */
  readonly show = ({ id, isCached, done, total }: BuildProgress): void => {
    this.#cached += isCached ? 1 : 0;
    const count = `${done}/${total} functions`;
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001b[K${count}  ${id}`);
      return;
    }
    if (Date.now() - this.#saidAt < QUIET_MILLISECONDS) return;
    this.#saidAt = Date.now();
    this.#stream.write(`${count}\n`);
  };

  /** Removes what is on the terminal. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }

  /** How many functions an earlier build has made. */
  get cached(): number {
    return this.#cached;
  }
}
