/** The process that loads an application: it starts, and gets what applications import of this package, before there is anything to load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { coreFile } from './core-file.js';

/** How a process ended. */
interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** One process, for one bundle. */
export class LoaderProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;

  /** @param root the folder that it works in */
  constructor(root: string) {
    // loaders of the parent process (tsx, ts-node) have no business with the bundle
    const { NODE_OPTIONS: _loaders, ...environment } = process.env;
    const child = spawn(process.execPath, [coreFile('compiler/load-bundle.js')], {
      cwd: root,
      env: environment,
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
  load(args: readonly string[]): Promise<Ended> {
    this.#child.stdin?.end(JSON.stringify(args));
    return this.#ended;
  }

  /** Ends the process, if it has not ended. */
  end(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}
