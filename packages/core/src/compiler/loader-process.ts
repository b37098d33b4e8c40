/** The process that loads an application: it starts, and gets what applications import of this package, before there is anything to load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { coreFile } from './core-file.js';

/** How a process ended. */
interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** What the process is told to run. */
export interface LoaderTask {
  readonly bundle: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** Without what loads TypeScript in this process (tsx, ts-node), which has no business with the bundle. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _loaders, ...others } = process.env;
  return others;
}

const spares = new Map<string, LoaderProcess>();

/** Starts a process for the next load of an application in a folder: to start takes a third of what loading takes. */
export function prepareLoader(root: string): void {
  if (spares.get(root)?.isRunning) return;
  const loader = new LoaderProcess(root);
  loader.release();
  spares.set(root, loader);
}

/** The process that was prepared for a folder, or a new one. */
export function takeLoader(root: string): LoaderProcess {
  const spare = spares.get(root);
  spares.delete(root);
  return spare?.isRunning ? spare : new LoaderProcess(root);
}

/** One process, for one bundle. */
export class LoaderProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;

  /** @param root the folder that it works in */
  constructor(root: string) {
    const child = spawn(process.execPath, [coreFile('compiler/load-bundle.js')], {
      cwd: root,
      env: environment(),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // it may be gone before it is told anything; how it ended says why
    child.stdin.on('error', () => {});
    this.#child = child;
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (status) => resolve({ status, stderr }));
    });
    // whoever awaits it sees why it failed
    this.#ended.catch(() => {});
  }

  /** Runs a bundle with arguments until the process has ended. */
  load([bundle, ...args]: readonly [string, ...string[]]): Promise<Ended> {
    this.#hold((each) => each.ref());
    // it may have been started before the environment changed
    this.#child.stdin?.end(JSON.stringify({ bundle, args, environment: environment() } satisfies LoaderTask));
    return this.#ended;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Lets this process end while that one waits, which then ends too: its input does. */
  release(): void {
    this.#hold((each) => each.unref());
  }

  #hold(change: (each: { ref(): unknown; unref(): unknown }) => void): void {
    change(this.#child);
    // the pipes are sockets, which their types do not tell
    for (const pipe of [this.#child.stdin, this.#child.stderr]) if (pipe instanceof Socket) change(pipe);
  }

  /** Ends the process, if it has not ended. */
  end(): void {
    if (this.isRunning) this.#child.kill('SIGKILL');
  }
}
