/** Milliseconds between looks at whether the parent process is still there. */
const PARENT_CHECK_MILLISECONDS = 500;

/** Resolves at Ctrl-C, SIGTERM, when the terminal closes, or when the npm that runs this as a script is gone. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let first: number | undefined;
    const stop = () => {
      // npm passes on a Ctrl-C that the terminal has sent already; only a later one is a person who is tired of waiting.
      if (first !== undefined && Date.now() - first > 2000) process.exit(130);
      first ??= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(resolve);
  });

/** npm signals the shell between it and its script, and the shell ends without a word to the script. */
const whenOrphaned = (then: () => void): void => {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, PARENT_CHECK_MILLISECONDS);
  timer.unref();
};
