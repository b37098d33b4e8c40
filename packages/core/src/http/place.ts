import type { ParameterPlace } from '../model/manifest.js';
import { addFailure, type Failure } from './validation-failed.js';

/** Where a value is, for its failure. */
export interface Place {
  readonly in: ParameterPlace;
  /** Its name, or the path to it; empty for everything in the place. */
  readonly path: string;
  readonly required?: boolean;
}

/** Adds a failure; the value of what failed is undefined. */
export function fail(place: Place, message: string, constraint: string, failures: Failure[]): undefined {
  const subject = place.path === '' ? `the ${place.in}` : place.path;
  addFailure({ in: place.in, path: place.path, message: `${subject} ${message}`, constraint }, failures);
  return undefined;
}

/** Adds a failure for a value that is not there and has to be. */
export const missing = (place: Place, failures: Failure[]): undefined =>
  place.required ? fail(place, 'is required', 'required', failures) : undefined;

/** The place of an element of a list, which is there. */
export const elementOf = (place: Place, index: number): Place => ({
  in: place.in,
  path: place.path === '' ? `${index}` : `${place.path}.${index}`,
  required: true,
});
