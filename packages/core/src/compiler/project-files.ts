import { realpathSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { CORE_MODULES } from './core-file.js';

/** Source files whose syntax the compiler reads: the project's own, of any workspace, and no package's, and not the bundler's. */
export const PROJECT_FILE = /^(?!\0|.*[\\/]node_modules[\\/]).*\.[cm]?[jt]sx?$/;

/** Whether a file is a package's, and so imported as it is; this package's are, also where it is a link. */
export const isPackageFile = (file: string): boolean =>
  /^(?!\0).*[\\/]node_modules[\\/]/.test(file) || file.startsWith(CORE_MODULES);

/** TypeScript sources import each other by the name of the file that will be emitted. */
export const EXTENSION_ALIAS = {
  '.js': ['.ts', '.tsx', '.js'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** Absolute paths of the source files that globs match, sorted, links resolved; declaration files and packages left out. */
export async function expandGlobs(root: string, globs: string | readonly string[]): Promise<string[]> {
  const files = await glob([...(typeof globs === 'string' ? [globs] : globs)], {
    cwd: root,
    absolute: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/*.d.ts', '**/*.d.mts', '**/*.d.cts'],
  });
  return files
    .map((file) => realpathSync.native(file))
    .filter((file) => PROJECT_FILE.test(file))
    .sort();
}

/** A path as the manifest has it: relative to the root, with forward slashes. */
export const relativePath = (root: string, file: string): string => path.relative(root, file).split(path.sep).join('/');
