/** From class-validator's error tree to the flat list that a client reads. */
import { fail, type Place } from '../http/place.js';
import { unsafeReason } from '../http/unsafe.js';
import { addFailure, type Failure, MOST_FAILURES } from '../http/validation-failed.js';

/** The part of class-validator's `ValidationError` that is answered. */
export interface ErrorNode {
  /** An object that class-validator knows nothing of is reported without a property. */
  readonly property?: string | undefined;
  readonly children?: readonly ErrorNode[] | undefined;
  readonly constraints?: Readonly<Record<string, string>> | undefined;
}

/** Adds a failure for each rule that a value breaks, with the path to it. */
export function addFailures(errors: readonly ErrorNode[], path: string, place: Place, failures: Failure[]): void {
  for (const { property, constraints, children } of errors) {
    if (failures.length >= MOST_FAILURES) return;
    const inner = property === undefined || property === '' ? path : path === '' ? property : `${path}.${property}`;
    for (const constraint in constraints)
      addFailure({ in: place.in, path: inner, message: constraints[constraint] as string, constraint }, failures);
    if (children !== undefined) addFailures(children, inner, place, failures);
  }
}

/** Refuses a value that no DTO can be made of; whether it did. */
export function refuseShape(value: unknown, place: Place, failures: Failure[]): boolean {
  const reason = isObject(value) ? unsafeReason(value) : NO_OBJECT;
  if (reason === undefined) return false;
  fail(place, reason.message, reason.constraint, failures);
  return true;
}

const NO_OBJECT = { message: 'must be an object', constraint: 'object' };

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
