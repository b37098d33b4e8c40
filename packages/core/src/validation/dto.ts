/** DTO validation by the real class-validator and class-transformer. */
import { type ClassTransformOptions, plainToInstance } from 'class-transformer';
import { type ValidatorOptions, validate } from 'class-validator';
import { elementOf, fail, missing, type Place } from '../http/place.js';
import { type Failure, MOST_FAILURES } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import type { DtoOptions } from '../model/dto-options.js';
import { DEFAULT_OPTIONS } from './default-options.js';
import { addFailures, refuseShape } from './failures.js';

/**
 * Makes an instance of a DTO class from a plain object and validates it; adds a failure for each rule it breaks.
 *
 * @param options what `@Validation` says
 */
export async function bindDto(
  value: unknown,
  target: Class,
  place: Place,
  failures: Failure[],
  options?: DtoOptions,
): Promise<unknown> {
  if (value === undefined) return missing(place, failures);
  if (refuseShape(value, place, failures)) return undefined;
  const instance = plainToInstance(
    target as new () => object,
    value as object,
    options?.transformOptions as ClassTransformOptions,
  );
  const errors = await validate(instance, { ...DEFAULT_OPTIONS, ...(options as ValidatorOptions) });
  addFailures(errors, place.path, place, failures);
  return instance;
}

/** Makes and validates each element of a JSON array. */
export async function bindDtoList(
  value: unknown,
  target: Class,
  place: Place,
  failures: Failure[],
  options?: DtoOptions,
): Promise<unknown> {
  if (value === undefined) return missing(place, failures);
  if (!Array.isArray(value)) return fail(place, 'must be an array', 'array', failures);
  const elements: unknown[] = [];
  for (const [index, element] of value.entries()) {
    // nobody is told of more
    if (failures.length >= MOST_FAILURES) break;
    elements.push(await bindDto(element, target, elementOf(place, index), failures, options));
  }
  return elements;
}
