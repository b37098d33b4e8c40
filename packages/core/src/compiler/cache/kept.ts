/** Things that are made from files that seldom change: made once in a process, and once in a project that has a cache. */
import type { EntryStore } from './entry-store.js';

const made = new Map<string, Promise<unknown>>();

/**
 * Gets or makes something.
 *
 * @param key all that it is made from, as a hash
 * @param store where it is kept between processes; nowhere, if there is none
 */
export function kept<TValue>(key: string, store: EntryStore | undefined, make: () => Promise<TValue>): Promise<TValue> {
  const known = made.get(key);
  if (known !== undefined) return known as Promise<TValue>;
  const value = findOrMake(key, store, make);
  made.set(key, value);
  // what failed once may succeed later; whoever awaits it sees why it failed
  value.catch(() => made.delete(key));
  return value;
}

async function findOrMake<TValue>(
  key: string,
  store: EntryStore | undefined,
  make: () => Promise<TValue>,
): Promise<TValue> {
  const known = store?.read(key) as TValue | undefined;
  if (known !== undefined) return known;
  const value = await make();
  store?.write(key, value);
  return value;
}
