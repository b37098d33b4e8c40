import type { DecoratorRecord } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import { readExplicitType, readType } from './read-type.js';
import type { ParameterReading } from './reading.js';

/** Reads `@Query('limit', { required: true })`, `@Query(PageQuery)`, `@Query({ required: true })`, `@Query()` and their like. */
export function readParameter(entry: DecoratorRecord, declared: unknown, classes: ClassTable): ParameterReading {
  const [first, second] = entry.arguments;
  const name = typeof first === 'string' ? first : undefined;
  const options = optionsOf(second) ?? optionsOf(first);
  const type = options?.type ?? (isType(first) ? first : undefined);
  const explicit = readExplicitType(type, classes);
  return {
    index: entry.parameter as number,
    decorator: entry.decorator,
    ...(name === undefined ? {} : { name }),
    ...(options?.required === undefined ? {} : { required: options.required }),
    ...(explicit === undefined ? {} : { explicit }),
    declared: readType(declared, classes),
  };
}

const isType = (value: unknown): boolean => typeof value === 'function' || Array.isArray(value);

const optionsOf = (value: unknown): { readonly required?: boolean; readonly type?: unknown } | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
