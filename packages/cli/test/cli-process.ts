import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../bin/gatewright.mjs', import.meta.url));

/** The `gatewright` command of the built package, as a process. */
export class CliProcess {
  out = '';
  err = '';
  /** The exit code, when the process has ended. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;

  /** @param prefix a command that runs the command line after it */
  constructor(
    cwd: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    prefix: readonly string[] = [],
  ) {
    const [command = '', ...rest] = [...prefix, process.execPath, main, ...args];
    this.#child = spawn(command, rest, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.err += text));
    this.ended = new Promise((resolve) => this.#child.on('close', (code) => resolve(code)));
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits until the output, or the error output, has what is looked for. */
  async until(pattern: RegExp, milliseconds = 30_000): Promise<RegExpExecArray> {
    for (let waited = 0; waited < milliseconds; waited += 50) {
      const found = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`no ${pattern} in\n${this.out}\n${this.err}`);
  }
}

/** Runs the command to its end. */
export const run = async (
  cwd: string,
  ...args: string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => {
  const cli = new CliProcess(cwd, args);
  const code = await cli.ended;
  return { code, out: cli.out, err: cli.err };
};
