import type { Instances } from './instances.js';

/**
 * Makes what a handler needs: at once where nothing has to be awaited, else when it is first called. Where a factory fails the
 * invocation does, and the next one begins anew, as an execution environment does after a failed init.
 */
export function prepareOnce<TPrepared>(
  create: () => readonly Instances[],
  prepare: (instances: readonly Instances[]) => TPrepared,
): () => TPrepared | Promise<TPrepared> {
  const first = create();
  if (!first.some(({ isAsync }) => isAsync)) {
    const prepared = prepare(first.map((instances) => instances.make()));
    return () => prepared;
  }
  let pending: Promise<TPrepared> | undefined;
  const start = async (): Promise<TPrepared> => {
    try {
      const made = create();
      // those of one controller may be what another needs
      for (const instances of made) await instances.makeAsync();
      return prepare(made);
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
