/** What the files that bundles are made of hold now; each is read once. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/** Hash of a text or of bytes. */
export const hashOf = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');

/** What stands for a file that is not there. */
const MISSING = '';

/** A folder whose modules decide together what a bundle gets of any of them. */
const LIBRARY = /^.*[\\/]node_modules[\\/](?:class-validator|class-transformer)[\\/]esm2015(?=[\\/])/;

/** Contents of files, as hashes, at one time. */
export class InputState {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  readonly #packages = new Map<string, string>();

  /** Hash of a file's content; empty where there is none. */
  file(file: string): string {
    return remember(this.#files, file, () => readHash(file));
  }

  /** Hash of all that decides what a module of a bundle is: its content, and the package.json files above it. */
  module(file: string): string {
    const library = LIBRARY.exec(file)?.[0];
    const content =
      library === undefined ? this.file(file) : remember(this.#folders, library, () => hashFolder(library));
    return content === MISSING ? MISSING : hashOf(content + this.#packagesAbove(path.dirname(file)));
  }

  /** A package.json says how a module is written, whether it has side effects, and what its package exports. */
  #packagesAbove(folder: string): string {
    return remember(this.#packages, folder, () => {
      const own = readHash(path.join(folder, 'package.json'));
      const parent = path.dirname(folder);
      const isRoot = parent === folder || path.basename(parent) === 'node_modules';
      return isRoot ? own : hashOf(`${own} ${this.#packagesAbove(parent)}`);
    });
  }
}

/**
 * When a file was last written or moved here, in milliseconds, also together with its package; now, where it is not there.
 */
export function changedAt(file: string): number {
  const own = statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Date.now();
  const parent = path.dirname(file);
  const isInside = /[\\/]node_modules[\\/]/.test(file) && path.basename(parent) !== 'node_modules';
  return isInside ? Math.max(own, changedAt(parent)) : own;
}

/** Hash of the modules of a folder and the folders in it. */
export const hashFolder = (folder: string): string =>
  hashOf(
    modulesIn(folder)
      .sort()
      .map((file) => `${path.relative(folder, file)} ${readHash(file)}`)
      .join('\n'),
  );

function modulesIn(folder: string): string[] {
  const { modules, folders } = list(folder);
  return [...modules, ...folders.flatMap(modulesIn)];
}

/** What is in a folder. */
interface Listing {
  readonly modules: readonly string[];
  readonly folders: readonly string[];
}

const listings = new Map<string, Listing & { readonly stamp: string }>();

/** What is in a folder; one to which nothing was added since this process has listed it is not listed again. */
function list(folder: string): Listing {
  const stats = statSync(folder);
  const stamp = stampOf(stats);
  const last = listings.get(folder);
  if (last?.stamp === stamp) return last;
  const readAt = Date.now();
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && /\.[cm]?js$/.test(entry.name));
  const listing = {
    modules: files.map(({ name }) => path.join(folder, name)),
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name)),
  };
  if (readAt - stats.ctimeMs > SETTLED) listings.set(folder, { ...listing, stamp });
  return listing;
}

/** What a file was when it was read. */
interface KnownFile {
  readonly stamp: string;
  readonly hash: string;
}

const known = new Map<string, KnownFile>();

/** Milliseconds for which a file that was just written is read again: clocks of file systems may step as slowly as that. */
export const SETTLED = 2000;

/** What changes when a file is written, moved or replaced. */
export const stampOf = ({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string =>
  [dev, ino, size, mtimeMs, ctimeMs].join(' ');

/** Hash of a file's content; one that was not written, moved or replaced since this process has read it is not read again. */
function readHash(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return MISSING;
  const stamp = stampOf(stats);
  const last = known.get(file);
  if (last?.stamp === stamp) return last.hash;
  try {
    const readAt = Date.now();
    const hashed = hashOf(readFileSync(file));
    if (readAt - stats.ctimeMs > SETTLED) known.set(file, { stamp, hash: hashed });
    return hashed;
  } catch {
    return MISSING;
  }
}

function remember(values: Map<string, string>, key: string, make: () => string): string {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}
