import type { DtoOptions } from '../../model/dto-options.js';
import { DEFAULT_OPTIONS } from '../../validation/default-options.js';

/** How a route's DTOs are validated: class-validator's options. */
export interface RuleOptions extends DtoOptions {
  /** What of the wrong object an error repeats; an answer shows neither. */
  readonly validationError?: { readonly target?: boolean; readonly value?: boolean };
}

/** The options of a route. */
export const ruleOptions = (options: DtoOptions | undefined): RuleOptions => ({ ...DEFAULT_OPTIONS, ...options });

/** The test whether a value is left alone but for `@IsDefined`; undefined where none is. */
export function skipped(value: string, options: RuleOptions): string | undefined {
  const { skipMissingProperties, skipUndefinedProperties, skipNullProperties } = options;
  const isUndefined = skipMissingProperties || skipUndefinedProperties ? [`${value} === undefined`] : [];
  const isNull = skipMissingProperties || skipNullProperties ? [`${value} === null`] : [];
  const tests = [...isUndefined, ...isNull];
  return tests.length === 0 ? undefined : tests.join(' || ');
}
