/** Output DTOs by the real class-transformer. */
import { instanceToPlain } from 'class-transformer';
import type { Class } from '../metadata/record.js';
import { eachOutput } from './each-output.js';

/** Leaves of what a method returned what an output class exposes. */
export const toOutput = (value: unknown, target: Class): unknown =>
  eachOutput(value, target, (instance) => instanceToPlain(instance, { strategy: 'excludeAll' }));
