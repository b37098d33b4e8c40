import path from 'node:path';
import { CORE_MODULES } from '../core-file.js';
import type { ModulePlugin } from '../join-plugins.js';
import { PURE_LIBRARIES } from '../validation-libraries.js';
import type { ImportKind, ImportRequest } from './resolver.js';

/** What a bundle was made from, as it was made. */
export interface BundleRecord {
  /** Absolute paths of the modules that were read. */
  readonly modules: Set<string>;
  /** The imports that were resolved, once each. */
  readonly imports: Map<string, ImportRequest>;
}

/**
 * Takes down what a bundle asks for; it stands before all that answer.
 *
 * @param emitted the emitted modules by their paths, at which there are no files
 */
export const recordBundle = (
  { modules, imports }: BundleRecord,
  emitted: ReadonlyMap<string, string>,
): ModulePlugin => ({
  name: 'gatewright:record',
  resolveId: {
    filter: { id: { exclude: /^node:|\?/ } },
    handler(specifier, importer, { kind }) {
      if (importer === undefined || isOwn(specifier, importer)) return null;
      // no file on the disk comes before an emitted module
      if (emitted.has(path.resolve(path.dirname(importer), specifier))) return null;
      const request: ImportRequest = [specifier, importer, kind as ImportKind];
      imports.set(request.join('\0'), request);
      return null;
    },
  },
  load: {
    // what is in no file is made of files that are in the record, or of this package's, which are in the key
    filter: { id: { exclude: /^\0/ } },
    handler(id) {
      const file = id.replace(/\?.*$/, '');
      if (!emitted.has(file) && !file.startsWith(CORE_MODULES)) modules.add(file);
      return null;
    },
  },
});

/** Imports of this package's modules, and inside packages whose files are an input as a whole. */
const isOwn = (specifier: string, importer: string): boolean =>
  specifier.startsWith(CORE_MODULES) ||
  (/^[./]|^[A-Z]:/.test(specifier) && (importer.startsWith(CORE_MODULES) || PURE_LIBRARIES.test(importer)));
