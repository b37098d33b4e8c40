/** Resolves at Ctrl-C, SIGTERM, or when the terminal closes. */
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
  });
