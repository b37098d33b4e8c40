import type { ClassTable } from './class-table.js';
import { givenOptions, isSchema, optionsOf, type ParameterOptions } from './parameter-options.js';
import { isEnumObject, readEnum, readExplicitType, readType } from './read-type.js';
import type { ParameterReading, TypeReading } from './reading.js';
import { refusedArgument } from './refuse-argument.js';
import type { OwnedRecord } from './value-table.js';
import { placeOf } from './vocabulary.js';

/** Reads `@Query('limit', { required: true })`, `@Query(PageQuery)`, `@Query({ required: true })`, `@Query()` and their like. */
export function readParameter(entry: OwnedRecord, declared: unknown, classes: ClassTable): ParameterReading {
  const { decorator } = entry;
  const [first] = entry.arguments;
  const refused = refusedArgument(entry);
  const reading = {
    index: entry.parameter as number,
    decorator,
    ...(typeof first === 'string' ? { name: first } : {}),
    declared: isTyped(entry, declared) ? readType(declared, classes) : ANY,
  };
  if (refused !== undefined) return { ...reading, refused };
  if (decorator === 'Ctx' && typeof first === 'object') return { ...reading, key: classes.keyOfValue(entry, 0) };
  const options = givenOptions(entry.arguments);
  const explicit =
    options.enum === undefined ? readGivenType(entry, classes) : readGivenEnum(options, reading.declared);
  return {
    ...reading,
    ...(options.required === undefined ? {} : { required: options.required as boolean }),
    ...(explicit === undefined ? {} : { explicit }),
    ...(options.separator === undefined ? {} : { separator: options.separator as string }),
    ...(isTyped(entry, declared) && isEnumObject(declared) ? { enumerated: true as const } : {}),
  };
}

const ANY: TypeReading = { kind: 'object' };

/** Whether the declared type says what a parameter takes; a type may have the name of the schema that it was inferred from. */
const isTyped = ({ decorator, arguments: [first] }: OwnedRecord, declared: unknown): boolean =>
  !UNTYPED.has(placeOf(decorator)) && !(decorator === 'Auth' && typeof first !== 'string') && !isSchema(declared);

const UNTYPED = new Set(['file', 'request', 'context', 'signal']);

function readGivenType(entry: OwnedRecord, classes: ClassTable): TypeReading | undefined {
  const [first, second] = entry.arguments;
  const { type } = givenOptions(entry.arguments);
  if (isSchema(type)) {
    const value = classes.keyOfValue(entry, optionsOf(second) === undefined ? 0 : 1);
    return { kind: 'schema', value, member: 'type' };
  }
  if (type === undefined && isSchema(first)) return { kind: 'schema', value: classes.keyOfValue(entry, 0) };
  return readExplicitType(type ?? first, classes);
}

/** The values allowed; of each element where the type is an array. */
function readGivenEnum({ enum: given, type }: ParameterOptions, declared: TypeReading): TypeReading {
  const items = { kind: 'enum' as const, values: readEnum(given) as (string | number)[] };
  const isList = type === undefined ? declared.kind === 'array' : type === Array || Array.isArray(type);
  return isList ? { kind: 'array', items } : items;
}
