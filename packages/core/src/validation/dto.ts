/** DTO validation by the real class-validator and class-transformer. */
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import type { Place } from '../http/scalar.js';
import type { Failure } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import { type UnsafeReason, unsafeReason } from './unsafe.js';

/** Unknown properties are stripped; a target is not repeated in each error. */
const OPTIONS = { whitelist: true, forbidUnknownValues: true, validationError: { target: false, value: false } };

/** Makes an instance of a DTO class from a plain object and validates it; adds a failure for each rule it breaks. */
export async function bindDto(value: unknown, target: Class, place: Place, failures: Failure[]): Promise<unknown> {
  if (value === undefined && !place.required) return undefined;
  const reason = value === undefined ? MISSING : isObject(value) ? unsafeReason(value) : NO_OBJECT;
  if (reason !== undefined) {
    return fail(place, reason, failures);
  }
  const instance = plainToInstance(target as new () => object, value as object);
  for (const error of await validate(instance, OPTIONS)) addFailures(error, place.path, place, failures);
  return instance;
}

/** Makes and validates each element of a JSON array. */
export async function bindDtoList(value: unknown, target: Class, place: Place, failures: Failure[]): Promise<unknown> {
  if (!Array.isArray(value)) {
    if (value === undefined) return bindDto(value, target, place, failures);
    return fail(place, NO_ARRAY, failures);
  }
  const elements: unknown[] = [];
  for (const [index, element] of value.entries()) {
    const path = place.path === '' ? `${index}` : `${place.path}.${index}`;
    elements.push(await bindDto(element, target, { in: place.in, path, required: true }, failures));
  }
  return elements;
}

const MISSING = { message: 'is required', constraint: 'required' };
const NO_OBJECT = { message: 'must be an object', constraint: 'object' };

const NO_ARRAY = { message: 'must be an array', constraint: 'array' };

function fail(place: Place, { message, constraint }: UnsafeReason, failures: Failure[]): undefined {
  const subject = place.path === '' ? `the ${place.in}` : place.path;
  failures.push({ in: place.in, path: place.path, message: `${subject} ${message}`, constraint });
  return undefined;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function addFailures(error: ValidationError, parent: string, place: Place, failures: Failure[]): void {
  // an object that class-validator knows nothing of is reported without a property
  const path = [parent, error.property].filter((part) => part !== '' && part !== undefined).join('.');
  for (const [constraint, message] of Object.entries(error.constraints ?? {}))
    failures.push({ in: place.in, path, message, constraint });
  for (const child of error.children ?? []) addFailures(child, path, place, failures);
}
