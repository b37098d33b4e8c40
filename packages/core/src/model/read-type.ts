import type { Class } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import type { TypeReading } from './reading.js';

const BUILT_IN = new Map<unknown, TypeReading>([
  [undefined, { kind: 'missing' }],
  [Object, { kind: 'object' }],
  [Array, { kind: 'array' }],
  [String, { kind: 'string' }],
  [Number, { kind: 'number' }],
  [Boolean, { kind: 'boolean' }],
  [BigInt, { kind: 'bigint' }],
  [Date, { kind: 'date' }],
]);

/** Reads a constructor that stands for a type, as `design:type` has it. */
export function readType(value: unknown, classes: ClassTable): TypeReading {
  const builtIn = BUILT_IN.get(value);
  if (builtIn !== undefined) return builtIn;
  if (typeof value === 'function') return { kind: 'class', class: classes.keyOf(value as Class) };
  return readEnumType(value);
}

/** oxc emits the enum object where tsc emits String or Number; a numeric enum also maps its numbers back to names. */
function readEnumType(value: unknown): TypeReading {
  if (typeof value !== 'object' || value === null) return { kind: 'object' };
  return { kind: Object.values(value).some((member) => typeof member === 'number') ? 'number' : 'string' };
}

/** Reads a type given to a decorator: `CreateUser`, `[CreateUser]`, `Object` for any value. */
export function readExplicitType(value: unknown, classes: ClassTable): TypeReading | undefined {
  if (value === undefined) return undefined;
  if (value === Object) return { kind: 'unknown' };
  if (!Array.isArray(value)) return readType(value, classes);
  const items = readExplicitType(value[0], classes);
  return items === undefined || items.kind === 'object' || items.kind === 'missing'
    ? { kind: 'array' }
    : ({ kind: 'array', items } as TypeReading);
}
