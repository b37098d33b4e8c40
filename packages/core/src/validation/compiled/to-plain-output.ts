import type { Class } from '../../metadata/record.js';
import type { PlainOptions } from '../../model/output-options.js';
import { eachOutput } from '../each-output.js';
import { PlainMaker } from './to-plain.js';

const DEFAULT: PlainOptions = {};

/** By the one object that a handler has of each. */
const makers = new WeakMap<PlainOptions, PlainMaker>();

/** Leaves of what a method returned what an output class exposes, without class-transformer. */
export function toPlainOutput(value: unknown, target: Class, options: PlainOptions = DEFAULT): unknown {
  const maker = makers.get(options) ?? new PlainMaker(options);
  makers.set(options, maker);
  return eachOutput(value, target, (instance) => maker.plain(instance));
}
