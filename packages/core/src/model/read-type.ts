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
  [Uint8Array, { kind: 'bytes' }],
  [Buffer, { kind: 'bytes' }],
]);

/** Reads a constructor that stands for a type, as `design:type` has it. */
export function readType(value: unknown, classes: ClassTable): TypeReading {
  const builtIn = BUILT_IN.get(value);
  if (builtIn !== undefined) return builtIn;
  if (typeof value === 'function') return { kind: 'class', class: classes.keyOf(value as unknown as Class) };
  return readEnumType(value);
}

/** oxc emits the enum object where tsc emits String or Number. */
function readEnumType(value: unknown): TypeReading {
  if (!isEnumObject(value)) return { kind: 'object' };
  return { kind: Object.values(value).some((member) => typeof member === 'number') ? 'number' : 'string' };
}

/** Whether a declared type is an enum, where a compiler tells. */
export const isEnumObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads a type given to a decorator: `CreateUser`, `[CreateUser]`, `Object` for any value; undefined where it is none. */
export function readExplicitType(value: unknown, classes: ClassTable): TypeReading | undefined {
  if (value === Object) return { kind: 'unknown' };
  if (typeof value === 'function') return readType(value, classes);
  if (!Array.isArray(value)) return undefined;
  const items = readExplicitType(value[0], classes);
  return items === undefined ? { kind: 'array' } : ({ kind: 'array', items } as TypeReading);
}

/** The values of an enum or an array of values; undefined where there is none, or one that no text can be. */
export function readEnum(value: unknown): (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // an enum of numbers also maps each number to its name, and a namespace may give it functions
  const values = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([name, member]) =>
        String(Number(name)) === name || typeof member === 'function' ? [] : [member],
      );
  const isValid = (member: unknown) => typeof member === 'string' || Number.isFinite(member);
  return values.length > 0 && values.every(isValid) ? [...new Set(values)] : undefined;
}
