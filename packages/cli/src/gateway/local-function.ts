import {
  ExecutionEnvironment,
  FunctionFailure,
  type FunctionOptions,
  type Invocation,
} from './execution-environment.js';

/** Invocations of one function at a time; further ones wait, where Lambda would answer 429 at its own, much higher limit. */
const MAX_CONCURRENCY = 10;

/** A function of the local gateway: as many execution environments as there are concurrent requests, kept for the next ones. */
export class LocalFunction {
  readonly #options: FunctionOptions;
  readonly #environments = new Set<ExecutionEnvironment>();
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #running = new Set<Promise<string>>();
  readonly #waiting: (() => void)[] = [];
  #free = MAX_CONCURRENCY;
  #isRetired = false;
  #isStopped = false;

  constructor(options: FunctionOptions) {
    this.#options = options;
  }

  /** Runs the handler in a free environment, or a new one, and gives its result as JSON. */
  async invoke(invocation: Invocation): Promise<string> {
    const running = this.#run(invocation);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Lets invocations under way finish, then ends; resolves when nothing of it runs any more. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    await Promise.allSettled(this.#running);
    await this.stop();
  }

  /** Ends at once. */
  async stop(): Promise<void> {
    this.#isRetired = true;
    this.#isStopped = true;
    await Promise.all([...this.#environments].map((environment) => this.#drop(environment)));
  }

  async #run(invocation: Invocation): Promise<string> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#runNow(invocation);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  async #runNow(invocation: Invocation): Promise<string> {
    // Stopping fails those under way, which is the turn of those that waited; they must not start anything.
    if (this.#isStopped) throw new FunctionFailure('The local gateway stopped');
    const environment = this.#takeIdle() ?? this.#start();
    try {
      return await environment.invoke(invocation);
    } finally {
      await this.#giveBack(environment);
    }
  }

  #takeIdle(): ExecutionEnvironment | undefined {
    const environment = this.#idle.pop();
    if (environment === undefined || environment.isAlive) return environment;
    this.#environments.delete(environment);
    return this.#takeIdle();
  }

  #start(): ExecutionEnvironment {
    const environment = new ExecutionEnvironment(this.#options);
    this.#environments.add(environment);
    return environment;
  }

  async #giveBack(environment: ExecutionEnvironment): Promise<void> {
    if (environment.isAlive && !this.#isRetired) this.#idle.push(environment);
    else await this.#drop(environment);
  }

  async #drop(environment: ExecutionEnvironment): Promise<void> {
    this.#environments.delete(environment);
    await environment.stop();
  }
}
