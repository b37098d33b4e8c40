import type { Class } from './record.js';

const BASES = Symbol.for('gatewright.bases');

/** Marks a mapped class with the classes that it is made of. */
export const markMapped = (target: Class, bases: readonly Class[]): void => {
  Object.defineProperty(target, BASES, { value: bases });
};

/** Whether exactly this class is a mapped one, as `PartialType` makes them. */
export const isMapped = (target: Class): boolean => Object.hasOwn(target, BASES);
