/**
 * The part of class-validator and class-transformer that every DTO needs, in a file that stands beside the handlers: bundling it
 * for each route again took half of the time of a hundred routes.
 */
import path from 'node:path';
import { moduleClosure, OWN } from './library-modules.js';
import { Prebundle } from './prebundle.js';
import type { Minify } from './rolldown-options.js';

/** Name of the file; a function has it where the libraries make or validate its DTOs. */
export const SHARED_FILE = 'validation.mjs';

/** How handlers import the file. */
export const SHARED_MODULE = `./${SHARED_FILE}`;

/** What is shared: the modules that are in the file, and the file itself. */
export class SharedValidation {
  readonly #prebundle: Prebundle;
  #file: Promise<{ readonly name: string; readonly content: string }> | undefined;

  /** @param indexes the libraries' index files, by name */
  constructor(indexes: Readonly<Record<string, string>>) {
    const modules = new Map<string, readonly string[]>();
    for (const root of Object.entries(indexes).flatMap(sharedRoots)) moduleClosure(root, modules);
    this.#prebundle = new Prebundle(modules, SHARED_MODULE);
  }

  /** The code that stands for a shared module in a handler's bundle; undefined for a module that is not shared. */
  facade(id: string): string | undefined {
    return this.#prebundle.facade(id);
  }

  /** The file; the first call decides how it is minified. */
  file(minify: Minify): Promise<{ readonly name: string; readonly content: string }> {
    this.#file ??= this.#prebundle.bundle(SHARED_FILE, minify).then((content) => ({ name: SHARED_FILE, content }));
    return this.#file;
  }
}

/** A library's own functions, and what every decorator calls. */
const sharedRoots = ([name, index]: readonly [name: string, index: string]): string[] => [
  index + OWN,
  ...(name === 'class-validator' ? [path.join(path.dirname(index), 'decorator', 'common', 'ValidateBy.js')] : []),
];
