/** DTO validation by the real class-validator and class-transformer. */
import { type ClassTransformOptions, plainToInstance } from 'class-transformer';
import { type ValidationError, type ValidatorOptions, validate } from 'class-validator';
import { elementOf, fail, missing, type Place } from '../http/place.js';
import { unsafeReason } from '../http/unsafe.js';
import { addFailure, type Failure, MOST_FAILURES } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import type { DtoOptions } from '../model/dto-options.js';

/** Unknown properties are stripped; a target is not repeated in each error. */
const OPTIONS = { whitelist: true, forbidUnknownValues: true, validationError: { target: false, value: false } };

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
  const reason = isObject(value) ? unsafeReason(value) : NO_OBJECT;
  if (reason !== undefined) return fail(place, reason.message, reason.constraint, failures);
  const instance = plainToInstance(
    target as new () => object,
    value as object,
    options?.transformOptions as ClassTransformOptions,
  );
  const errors = await validate(instance, { ...OPTIONS, ...(options as ValidatorOptions) });
  for (const error of errors) addFailures(error, place.path, place, failures);
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

const NO_OBJECT = { message: 'must be an object', constraint: 'object' };

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function addFailures(error: ValidationError, parent: string, place: Place, failures: Failure[]): void {
  // an object that class-validator knows nothing of is reported without a property
  const path = [parent, error.property].filter((part) => part !== '' && part !== undefined).join('.');
  for (const [constraint, message] of Object.entries(error.constraints ?? {}))
    addFailure({ in: place.in, path, message, constraint }, failures);
  for (const child of error.children ?? []) addFailures(child, path, place, failures);
}
