import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every published package: `{ dir, manifest }`, sorted by folder. */
export const packages = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .filter((dir) => existsSync(join(dir, 'package.json')))
  .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) }));

/** Every example's folder. */
export const examples = existsSync(join(root, 'examples'))
  ? readdirSync(join(root, 'examples'))
      .map((name) => join(root, 'examples', name))
      .filter((dir) => existsSync(join(dir, 'package.json')))
  : [];

/** Paths of the files below a folder, relative to it, sorted. */
export const filesIn = (dir) =>
  readdirSync(dir, { recursive: true })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
