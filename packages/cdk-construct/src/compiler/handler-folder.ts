import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { HandlerFolder } from './request.js';

/**
 * Moves a function's folder to the store, under the hash of its contents, and returns where it is now. What is in the store never
 * changes: several processes (test runners, `cdk watch`) may synthesise the same application at the same time.
 */
export function storeFolder(dir: string, store: string): HandlerFolder {
  const assetHash = hashFolder(dir);
  const stored = join(store, assetHash);
  mkdirSync(store, { recursive: true });
  try {
    renameSync(dir, stored);
  } catch (error) {
    // A folder that is not empty is never replaced: an earlier build, or another process just now, has stored the same contents.
    if (!existsSync(stored)) throw error;
  }
  return { dir: stored, assetHash };
}

/** Hash of the names and contents of all files in a folder; times and modes do not count, nor does where the folder is. */
export function hashFolder(dir: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) {
    const contents = readFileSync(path);
    const name = path.slice(dir.length + 1).replaceAll('\\', '/');
    hash.update(`${name}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex');
}
