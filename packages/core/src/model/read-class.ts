import { type Class, readOwnRecords } from '../metadata/record.js';
import { readPropertyType } from '../metadata/reflect.js';
import type { ClassTable } from './class-table.js';
import { readDependencies } from './read-dependencies.js';
import { readType } from './read-type.js';
import { readClassUses } from './read-uses.js';
import type { ClassReading, TypeReading } from './reading.js';
import { lookUpRules, type RuleStorage } from './rule-lookup.js';
import { otherScope } from './scope.js';

/** Reads what a class needs to be constructed and what class-validator knows of it. */
export function readClass(target: Class, classes: ClassTable): ClassReading {
  const injectable = readOwnRecords(target).findLast((entry) => entry.decorator === 'Injectable');
  const scope = otherScope((injectable?.arguments[0] as { readonly scope?: unknown } | undefined)?.scope);
  const uses = readClassUses(target);
  return {
    name: target.name,
    injectable: injectable !== undefined,
    ...(scope === undefined ? {} : { scope }),
    dependencies: readDependencies(target, classes),
    ...(uses === undefined ? {} : { uses }),
    properties: readProperties(target, classes),
  };
}

/** A rule of class-validator's for a property. */
interface ValidationRule {
  readonly propertyName: string;
  /** `isInt`; a custom one may have any name. */
  readonly name?: string;
  /** Whether it is a rule for each element. */
  readonly each?: boolean;
}

function readProperties(target: Class, classes: ClassTable): Record<string, TypeReading> {
  const { classValidatorMetadataStorage: storage } = globalThis as {
    classValidatorMetadataStorage?: RuleStorage<ValidationRule>;
  };
  const validated = storage === undefined ? [] : lookUpRules(storage)(target, '', true, false);
  const names = [...new Set(validated.map((metadata) => metadata.propertyName))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const rules = validated.filter(({ propertyName }) => propertyName === name);
      return [name, withElements(readProperty(target, name, classes), rules)];
    }),
  );
}

/** What the rules for each element of an array say the elements are; decorator metadata does not. */
function withElements(type: TypeReading, rules: readonly ValidationRule[]): TypeReading {
  if (type.kind !== 'array') return type;
  const kind = rules.flatMap(({ each, name = '' }) => (each ? (ELEMENT_KINDS.get(name) ?? []) : []))[0];
  return kind === undefined ? type : { kind: 'array', items: { kind } };
}

const ELEMENT_KINDS = new Map<string, 'number' | 'boolean' | 'date' | 'string'>([
  ['isInt', 'number'],
  ['isNumber', 'number'],
  ['isBoolean', 'boolean'],
  ['isDate', 'date'],
  ['isString', 'string'],
]);

/** A property without a declared type is what its initial value is: `limit = 20` is a number. */
function readProperty(target: Class, name: string, classes: ClassTable): TypeReading {
  const declared = readType(readPropertyType(target, name), classes);
  if (declared.kind !== 'object' && declared.kind !== 'missing') return declared;
  const value: unknown = initialValue(target, name);
  if (value instanceof Date) return { kind: 'date' };
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint' ? { kind } : declared;
}

/** A DTO is constructed without arguments for each request, too. */
function initialValue(target: Class, name: string): unknown {
  try {
    return new (target as unknown as new () => Record<string, unknown>)()[name];
  } catch {
    return undefined;
  }
}
