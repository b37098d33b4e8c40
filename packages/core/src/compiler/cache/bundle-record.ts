import { CORE_MODULES } from '../core-file.js';
import type { ImportRequest } from './resolver.js';

/** What a bundle was made from, as it was made. */
export interface BundleRecord {
  /** Absolute paths of the modules that were read. */
  readonly modules: Set<string>;
  /** The imports that were resolved, once each. */
  readonly imports: Map<string, ImportRequest>;
}

/** Adds a module; what is in no file is made of files that are in the record, or of this package's, which are in the key. */
export function addModule({ modules }: BundleRecord, id: string): void {
  const file = id.replace(/\?.*$/, '');
  if (!file.startsWith('\0') && !file.startsWith(CORE_MODULES)) modules.add(file);
}
