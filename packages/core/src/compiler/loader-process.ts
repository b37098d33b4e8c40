/** The process that loads an application: it starts, and gets what applications import of this package, before there is anything to load. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { coreFile } from './core-file.js';
import type { LoadFailure } from './parent-process.js';

/** What the process is told to run. */
export interface LoaderTask {
  readonly bundle: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Without what loads TypeScript in this process (tsx, ts-node), which has no business with the bundle. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _loaders, ...others } = process.env;
  return others;
}

const spares = new Map<string, LoaderProcess>();

/** Starts a process for the next load of an application in a folder: to start takes a third of what loading takes. */
export function prepareLoader(root: string): void {
  if (!spares.get(root)?.isRunning) spares.set(root, new LoaderProcess(root));
}

/** The process that was prepared for a folder, or a new one. */
export function takeLoader(root: string): LoaderProcess {
  const spare = spares.get(root);
  spares.delete(root);
  return spare?.isRunning ? spare : new LoaderProcess(root);
}

/** A process that answers one request after the other until it is ended; it ends by itself where this process does. */
export class LoaderProcess {
  readonly #child: ChildProcess;
  readonly #channel: Socket;
  readonly #waiting: ((answer: string) => void)[] = [];
  readonly #ended: Promise<LoadFailure>;

  /** @param root the folder that it works in */
  constructor(root: string) {
    this.#child = spawn(process.execPath, [coreFile('compiler/load-bundle.js')], {
      cwd: root,
      env: environment(),
      // the application may read its input, and write what it likes; nobody but the loader knows of the channel
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#channel = this.#child.stdio[3] as Socket;
    this.#hear();
    this.#ended = this.#end();
    // whoever awaits it sees why it failed
    this.#ended.catch(() => {});
    this.#hold(false);
  }

  /** Asks for something and waits for the answer; how the process ended where it gives none. */
  async ask<TAnswer>(request: unknown): Promise<TAnswer | LoadFailure> {
    const answer = new Promise<TAnswer>((resolve) => {
      this.#waiting.push((text) => resolve(JSON.parse(text)));
    });
    this.#hold(true);
    this.#channel.write(`${JSON.stringify(request)}\n`);
    return Promise.race([answer, this.#ended]);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends the process, if it has not ended. */
  end(): void {
    if (this.isRunning) this.#child.kill('SIGKILL');
  }

  /** Each answer is a line. */
  #hear(): void {
    let heard = '';
    this.#channel.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      for (let end = heard.indexOf('\n'); end !== -1; end = heard.indexOf('\n')) {
        this.#waiting.shift()?.(heard.slice(0, end));
        heard = heard.slice(end + 1);
      }
      if (this.#waiting.length === 0) this.#hold(false);
    });
    // it may be gone before it is told anything; how it ended says why
    this.#channel.on('error', () => {});
  }

  #end(): Promise<LoadFailure> {
    const stderr = this.#child.stderr as Socket;
    let stack = '';
    stderr.setEncoding('utf8').on('data', (text: string) => {
      stack += text;
    });
    return new Promise((resolve, reject) => {
      this.#child
        .once('error', reject)
        .once('close', (status) => resolve({ error: { message: `the process ended with status ${status}`, stack } }));
    });
  }

  /** This process waits for an answer, and for nothing else of it. */
  #hold(isHeld: boolean): void {
    for (const each of [this.#child, this.#child.stderr as Socket, this.#channel])
      if (isHeld) each.ref();
      else each.unref();
  }
}
