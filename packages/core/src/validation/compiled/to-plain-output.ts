import type { Class } from '../../metadata/record.js';
import { eachOutput } from '../each-output.js';
import { toPlain } from './to-plain.js';

/** Leaves of what a method returned what an output class exposes, without class-transformer. */
export const toPlainOutput = (value: unknown, target: Class): unknown => eachOutput(value, target, toPlain);
