import type { Instances } from './instances.js';

/**
 * Makes what a handler needs: at once where nothing has to be awaited, else when it is first called. Where a factory fails the
 * invocation does, and the next one begins anew, as an execution environment does after a failed init.
 */
export function prepareOnce<TPrepared>(
  create: () => Instances,
  prepare: (instances: Instances) => TPrepared,
): () => TPrepared | Promise<TPrepared> {
  const first = create();
  if (!first.isAsync) {
    const prepared = prepare(first.make());
    return () => prepared;
  }
  let pending: Promise<TPrepared> | undefined;
  const start = async (): Promise<TPrepared> => {
    try {
      return prepare(await create().makeAsync());
    } catch (error) {
      pending = undefined;
      throw error;
    }
  };
  return () => {
    pending ??= start();
    return pending;
  };
}
