import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_MODULES } from '../core-file.js';
import { relativePath } from '../project-files.js';

/** Where a module comes from. */
export interface ModuleOrigin {
  /** The package's name; empty for the application's own. */
  readonly name: string;
  /** The package's folder, or the root. */
  readonly folder: string;
  /** The module's path in that folder. */
  readonly file: string;
}

/** What the bundler adds of its own. */
export const HELPERS = 'helpers of the bundler';

/** The package a module is of. */
export function moduleOrigin(id: string, root: string): ModuleOrigin {
  if (id.startsWith('\0')) return { name: HELPERS, folder: HELPERS, file: id.slice(1) };
  const file = id.replace(/\?.*$/, '');
  if (file.startsWith(CORE_MODULES)) return inPackage('@gatewright/core', path.resolve(CORE_MODULES, '../..'), file);
  const found = /^(?<modules>.*[\\/]node_modules[\\/])(?<name>@[^\\/]+[\\/][^\\/]+|[^\\/]+)[\\/]/.exec(file)?.groups;
  if (found === undefined) return { name: '', folder: root, file: relativePath(root, file) };
  const { modules, name } = found as { readonly modules: string; readonly name: string };
  return inPackage(name.replace('\\', '/'), modules + name, file);
}

const inPackage = (name: string, folder: string, file: string): ModuleOrigin => ({
  name,
  folder,
  file: relativePath(folder, file),
});

/** What a package's package.json says that matters here. */
export function readPackage(folder: string): { readonly version?: string; readonly sideEffects?: unknown } {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    return {};
  }
}
