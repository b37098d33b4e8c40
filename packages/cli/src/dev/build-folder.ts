import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the builds of one `gatewright dev`; each process has its own, so that two can serve the same project. */
export class BuildFolder {
  readonly #parent: string;
  /** Absolute path. */
  readonly path: string;

  constructor(root: string) {
    this.#parent = join(root, 'node_modules', '.cache', 'gatewright', 'dev');
    this.path = join(this.#parent, String(process.pid), 'build');
  }

  /** Removes this process's folder, and those of processes that ended without doing so. */
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
