import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Environment } from './function-environment.js';
import type { InvokeMessage, ThreadMessage, ThreadStart } from './thread-messages.js';

/** What a function is made of. */
export interface FunctionOptions {
  /** Absolute path of the module that exports `handler`. */
  readonly entry: string;
  readonly environment: Environment;
  /** Seconds that one invocation may take; loading the module comes on top. */
  readonly timeout: number;
  /** Takes each line that the function writes to its output or error stream. */
  readonly onLine: (line: string) => void;
}

/** One invocation of a function. */
export interface Invocation {
  /** The event as JSON. */
  readonly event: string;
  readonly awsRequestId: string;
}

/** An invocation that ended without a result; the message is what Lambda writes to the function's log. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
}

const THREAD_FILE = fileURLToPath(new URL('./function-thread.js', import.meta.url));

/** Lambda gives a function this many seconds to load before an invocation's own time is used for it. */
const INIT_SECONDS = 10;

/** One execution environment of a function: a thread that has loaded its module and takes one invocation at a time. */
export class ExecutionEnvironment {
  readonly #worker: Worker;
  readonly #options: FunctionOptions;
  readonly #started: Promise<ThreadMessage>;
  #settle: ((message: ThreadMessage) => void) | undefined;
  #isAlive = true;

  constructor(options: FunctionOptions) {
    const workerData: ThreadStart = { entry: pathToFileURL(options.entry).href };
    const env = Object.fromEntries(Object.entries(options.environment).filter(([, value]) => value !== undefined));
    this.#options = options;
    this.#worker = new Worker(THREAD_FILE, { workerData, env, stdout: true, stderr: true });
    for (const input of [this.#worker.stdout, this.#worker.stderr])
      createInterface({ input }).on('line', options.onLine);
    this.#worker.on('message', (message: ThreadMessage) => this.#settle?.(message));
    this.#worker.on('error', (error) => this.#crash(inspect(error)));
    this.#worker.on('exit', (code) => this.#crash(`Runtime exited with code ${code}`));
    this.#started = this.#answer(INIT_SECONDS + options.timeout);
  }

  /** Whether it can take another invocation. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Runs the handler and gives its result as JSON; rejects with a {@link FunctionFailure}. */
  async invoke(invocation: Invocation): Promise<string> {
    const started = await this.#started;
    const message = started.kind === 'ready' ? await this.#run(invocation) : started;
    if (message.kind === 'result') return message.payload;
    throw new FunctionFailure(message.kind === 'failure' ? message.report : 'the function answered out of turn');
  }

  /** Ends the thread, and with it an invocation under way, which fails for this reason. */
  async stop(reason = 'The local gateway stopped'): Promise<void> {
    this.#fail(reason);
    await this.#worker.terminate();
  }

  #run(invocation: Invocation): Promise<ThreadMessage> {
    const { timeout } = this.#options;
    const message: InvokeMessage = { ...invocation, deadline: Date.now() + timeout * 1000 };
    const answer = this.#answer(timeout);
    this.#worker.postMessage(message);
    return answer;
  }

  async #answer(seconds: number): Promise<ThreadMessage> {
    const timer = setTimeout(() => this.stop(`Task timed out after ${seconds.toFixed(2)} seconds`), seconds * 1000);
    try {
      return await new Promise<ThreadMessage>((resolve) => {
        this.#settle = resolve;
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
    }
  }

  /** Between invocations nobody waits for the answer: what ended the thread then goes to the log. */
  #crash(report: string): void {
    if (this.#isAlive && !this.#settle) this.#options.onLine(report);
    this.#fail(report);
  }

  #fail(report: string): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#settle?.({ kind: 'failure', report });
  }
}
