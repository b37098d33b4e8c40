import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Folders for the builds of one `gatewright dev`. Each build gets its own, because functions of the one before may still
 * read from theirs; each process too, so that two can serve the same project.
 */
export class BuildFolders {
  readonly #parent: string;
  readonly #own: string;
  #count = 0;

  constructor(root: string) {
    this.#parent = join(root, 'node_modules', '.cache', 'gatewright', 'dev');
    this.#own = join(this.#parent, String(process.pid));
  }

  /** Absolute path for the next build. */
  next(): string {
    this.#count += 1;
    return join(this.#own, String(this.#count));
  }

  /** Removes this process's folders, and those of processes that ended without doing so. */
  async clear(): Promise<void> {
    const names = await readdir(this.#parent).catch(() => []);
    const left = names.filter((name) => name === String(process.pid) || !isRunning(Number(name)));
    await Promise.all(left.map((name) => rm(join(this.#parent, name), { recursive: true, force: true })));
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
