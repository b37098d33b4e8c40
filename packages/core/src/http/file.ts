import { fail, missing, type Place } from './place.js';
import type { Failure } from './validation-failed.js';

/** Takes the one file of a name. */
export function bindFile(files: readonly File[] | undefined, place: Place, failures: Failure[]): File | undefined {
  if (files === undefined) return missing(place, failures);
  return files.length === 1 ? files[0] : fail(place, 'must be given once', 'single', failures);
}

/** Takes all files of a name. */
export const bindFiles = (
  files: readonly File[] | undefined,
  place: Place,
  failures: Failure[],
): readonly File[] | undefined => files ?? missing(place, failures);
