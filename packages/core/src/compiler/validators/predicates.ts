import path from 'node:path';
import { indexNames } from '../library-modules.js';
import type { Predicates } from './dto-writer.js';

/**
 * Finds the predicate that each decorator of class-validator tests with: the one other function that its file exports, as `isEmail`
 * beside `IsEmail`.
 *
 * @param index class-validator's `esm2015/index.js`
 */
export function readPredicates(index: string): Predicates {
  const files = new Map<string, string[]>();
  for (const [name, file] of indexNames(index)) files.set(file, [...(files.get(file) ?? []), name]);
  return new Map(
    [...files].flatMap(([file, names]) => {
      const factory = names.find((name) => /^[A-Z][a-z]/.test(name));
      const [name, ...others] = names.filter((entry) => /^[a-z]/.test(entry));
      if (factory === undefined || name === undefined || others.length > 0) return [];
      return [[factory, { name, file: path.relative(path.dirname(index), file).split(path.sep).join('/') }] as const];
    }),
  );
}
