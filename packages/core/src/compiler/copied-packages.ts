/**
 * Packages that are copied beside a handler instead of bundled, with everything that they depend on, as an installer would lay them out:
 * a package at the top of `node_modules`, and below the package that needs it where another version is at the top.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { DefinitionError } from '../errors/definition-error.js';
import type { BundledFile } from './bundle.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package to copy: where it is, links resolved, and its folder beside the handler. */
interface Placed {
  readonly from: string;
  readonly to: string;
}

/** The packages of an application that its functions get a copy of. */
export class CopiedPackages {
  readonly #root: string;
  readonly #names: readonly string[];
  readonly #files = new Map<string, readonly BundledFile[]>();

  constructor(root: string, names: readonly string[]) {
    this.#root = root;
    this.#names = [...names].sort();
  }

  /** The files of those packages that a function's code asks for. */
  filesFor(files: readonly BundledFile[]): readonly BundledFile[] {
    if (this.#names.length === 0) return [];
    const code = files.filter(({ name }) => name.endsWith('.mjs')).map(({ content }) => String(content));
    const used = this.#names.filter((name) => code.some((text) => namesPackage(text, name)));
    if (used.length === 0) return [];
    const key = used.join('\n');
    const known = this.#files.get(key) ?? placePackages(this.#root, used).flatMap(readPackage);
    this.#files.set(key, known);
    return known;
  }
}

/** Whether code has the name of a package, or of a module in it, as a text. */
const namesPackage = (code: string, name: string): boolean =>
  ['"', "'", '`'].some((quote) => code.includes(`${quote}${name}${quote}`) || code.includes(`${quote}${name}/`));

function placePackages(root: string, names: readonly string[]): Placed[] {
  const placed = new Map<string, Placed>();
  const pending = names.map((name) => ({ name, parent: { from: root, to: '' }, isNeeded: true }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { name, parent, isNeeded } = next;
    const from = findPackage(name, parent.from);
    if (from === undefined && isNeeded) throw missing(name, parent.from === root ? undefined : parent.from);
    if (from === undefined || visible(placed, name, parent.to)?.from === from) continue;
    const top = `node_modules/${name}`;
    const entry = { from, to: placed.has(top) ? `${parent.to}/${top}` : top };
    placed.set(entry.to, entry);
    pending.push(...dependenciesOf(from).map((dependency) => ({ ...dependency, parent: entry })));
  }
  return [...placed.values()].sort((one, other) => (one.to < other.to ? -1 : 1));
}

/** What Node.js would find from a folder beside the handler. */
function visible(placed: ReadonlyMap<string, Placed>, name: string, from: string): Placed | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const found = placed.get(`${folder}${folder === '' ? '' : '/'}node_modules/${name}`);
    if (found !== undefined || folder === '') return found;
  }
}

/** The folder of a package as Node.js finds it, links resolved, whatever its `exports` say. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (statSync(path.join(candidate, 'package.json'), { throwIfNoEntry: false }) !== undefined)
      return realpathSync(candidate);
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** What a package needs to run, and what it uses where it is installed. */
function dependenciesOf(folder: string): { readonly name: string; readonly isNeeded: boolean }[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    .sort()
    .map((name) => ({ name, isNeeded: name in dependencies && !(name in optionalDependencies) }));
}

const missing = (name: string, parent: string | undefined): DefinitionError =>
  new DefinitionError([
    {
      code: 'PACKAGE_MISSING',
      where: `nodeModules: ${name}`,
      message: `is not installed${parent === undefined ? '' : `, and ${path.basename(parent)} depends on it`}; run npm install ${name}`,
    },
  ]);

/** All files of a package but its own `node_modules`, declarations and source maps. */
function readPackage({ from, to }: Placed): BundledFile[] {
  const entries = readdirSync(from).sort();
  return entries.flatMap((entry): BundledFile[] => {
    const file = path.join(from, entry);
    const name = `${to}/${entry}`;
    if (entry === 'node_modules' || NOT_RUN.test(entry)) return [];
    if (statSync(file).isDirectory()) return readPackage({ from: file, to: name });
    return [{ name, content: readFileSync(file) }];
  });
}

const NOT_RUN = /\.d\.[cm]?ts$|\.map$/;
