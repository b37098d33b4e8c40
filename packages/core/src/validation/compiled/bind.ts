/** Binds a DTO by the functions that its decorators were compiled to; the same steps as `bindDto` by the libraries. */
import { elementOf, fail, missing, type Place } from '../../http/place.js';
import { type Failure, MOST_FAILURES } from '../../http/validation-failed.js';
import { addFailures, type ErrorNode, refuseShape } from '../failures.js';
import { withoutEmpty } from './error.js';

/** A DTO's compiled functions. */
export interface CompiledDto {
  /** What `plainToInstance` gives. */
  toInstance(plain: object): object;
  /** What `validate` gives; undefined where nothing is wrong. Rules that answer later add to `pending`. */
  validate(instance: object, pending?: Promise<unknown>[]): ErrorNode[] | undefined;
}

/** Makes an instance of a compiled DTO and validates it; adds a failure for each rule it breaks. */
export function bindCompiled(value: unknown, dto: CompiledDto, place: Place, failures: Failure[]): unknown {
  if (value === undefined) return missing(place, failures);
  if (refuseShape(value, place, failures)) return undefined;
  const instance = dto.toInstance(value as object);
  const errors = dto.validate(instance);
  if (errors !== undefined) addFailures(errors, place.path, place, failures);
  return instance;
}

/** Makes and validates each element of a JSON array. */
export function bindCompiledList(value: unknown, dto: CompiledDto, place: Place, failures: Failure[]): unknown {
  if (value === undefined) return missing(place, failures);
  if (!Array.isArray(value)) return fail(place, 'must be an array', 'array', failures);
  const elements: unknown[] = [];
  for (let index = 0; index < value.length && failures.length < MOST_FAILURES; index++)
    elements.push(bindCompiled(value[index], dto, elementOf(place, index), failures));
  return elements;
}

/** {@link bindCompiled} for a DTO with validators of the author's, which may answer a promise. */
export async function bindAuthored(
  value: unknown,
  dto: CompiledDto,
  place: Place,
  failures: Failure[],
): Promise<unknown> {
  if (value === undefined) return missing(place, failures);
  if (refuseShape(value, place, failures)) return undefined;
  const instance = dto.toInstance(value as object);
  const pending: Promise<unknown>[] = [];
  const errors = dto.validate(instance, pending) as ErrorNode[];
  await Promise.all(pending);
  addFailures(withoutEmpty(errors), place.path, place, failures);
  return instance;
}

/** {@link bindCompiledList} for a DTO with validators of the author's. */
export async function bindAuthoredList(
  value: unknown,
  dto: CompiledDto,
  place: Place,
  failures: Failure[],
): Promise<unknown> {
  if (value === undefined) return missing(place, failures);
  if (!Array.isArray(value)) return fail(place, 'must be an array', 'array', failures);
  const elements: unknown[] = [];
  for (let index = 0; index < value.length && failures.length < MOST_FAILURES; index++)
    elements.push(await bindAuthored(value[index], dto, elementOf(place, index), failures));
  return elements;
}
