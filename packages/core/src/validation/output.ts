/** Output DTOs by the real class-transformer. */
import { type ClassTransformOptions, instanceToPlain } from 'class-transformer';
import type { Class } from '../metadata/record.js';
import type { PlainOptions } from '../model/output-options.js';
import { eachOutput } from './each-output.js';

/** Leaves of what a method returned what an output class exposes. */
export const toOutput = (value: unknown, target: Class, options?: PlainOptions): unknown =>
  eachOutput(value, target, (instance) =>
    instanceToPlain(instance, { strategy: 'excludeAll', ...options } as ClassTransformOptions),
  );
