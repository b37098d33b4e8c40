/**
 * Makes a task that runs a while after it was last asked for, and never twice at a time: what is asked for during a run
 * makes one more run after it.
 *
 * @param delay milliseconds to wait for more requests; an editor saves several files at once
 */
export const coalesce = (task: () => Promise<void>, delay: number): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(task);
    }, delay);
  };
};
