/** Reads and checks what `@Validation` was given, where it is still there as it was written: JSON would lose functions. */
import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import { type DtoOptions, mergeDtoOptions, type TransformOptions } from './dto-options.js';
import type { ValidationReading } from './reading.js';

/** Reads the options that a class and its base classes were given. */
export const readClassValidation = (target: Class): ValidationReading | undefined =>
  readValidation(
    readLineage(target)
      .flatMap(readOwnRecords)
      .filter((entry) => entry.member === undefined),
  );

/**
 * Reads the options of one subject's records.
 *
 * @param records those of derived classes first
 */
export function readValidation(records: readonly DecoratorRecord[]): ValidationReading | undefined {
  const given = records.filter((entry) => entry.decorator === 'Validation').map((entry) => entry.arguments[0]);
  if (given.length === 0) return undefined;
  const refused = given.flatMap(refusedOptions);
  return { options: refused.length > 0 ? {} : (mergeDtoOptions(given as DtoOptions[]) as DtoOptions), refused };
}

/** What an option may be. */
interface Rule {
  readonly expected: string;
  allows(value: unknown): boolean;
}

const FLAG: Rule = { expected: 'true or false', allows: (value) => typeof value === 'boolean' };
const NAMES: Rule = {
  expected: 'an array of strings',
  allows: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
};

const OPTIONS: Readonly<Record<keyof DtoOptions, Rule>> = {
  whitelist: FLAG,
  forbidNonWhitelisted: FLAG,
  forbidUnknownValues: FLAG,
  skipMissingProperties: FLAG,
  skipUndefinedProperties: FLAG,
  skipNullProperties: FLAG,
  stopAtFirstError: FLAG,
  groups: NAMES,
  always: FLAG,
  strictGroups: FLAG,
  dismissDefaultMessages: FLAG,
  enableDebugMessages: FLAG,
  transformOptions: { expected: 'an object', allows: isObject },
  maxErrors: {
    expected: 'a whole number from 1 to 1000',
    allows: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000,
  },
};

const TRANSFORM_OPTIONS: Readonly<Record<keyof TransformOptions, Rule>> = {
  strategy: {
    expected: "'excludeAll' or 'exposeAll'",
    allows: (value) => value === 'excludeAll' || value === 'exposeAll',
  },
  excludeExtraneousValues: FLAG,
  groups: NAMES,
  version: { expected: 'a number', allows: Number.isFinite },
  excludePrefixes: NAMES,
  ignoreDecorators: FLAG,
  enableImplicitConversion: FLAG,
  exposeDefaultValues: FLAG,
  exposeUnsetFields: FLAG,
};

/** Options of the libraries, and of other frameworks, that mean nothing here, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  transform: 'a DTO is always made an instance of its class; remove it',
  validationError: 'an answer holds neither the object nor its values, but path, message and constraint; remove it',
  targetMaps: "classes are no plain data; write @Type above the class's property",
  enableCircularCheck: 'a request holds no circular value; remove it',
};

/** What is wrong with options: such as neither library has, or without such a value. */
function refusedOptions(options: unknown): string[] {
  if (!isObject(options)) return [`@Validation was given ${print(options)}; give an object of options`];
  const { transformOptions, whitelist, forbidNonWhitelisted } = options as DtoOptions;
  return [
    ...refusedEach('', options, OPTIONS),
    ...(isObject(transformOptions) ? refusedEach('transformOptions.', transformOptions, TRANSFORM_OPTIONS) : []),
    // class-validator looks for what is forbidden only where it would strip it
    ...(whitelist === false && forbidNonWhitelisted === true
      ? ["@Validation's forbidNonWhitelisted means nothing where whitelist is false; remove one of them"]
      : []),
  ];
}

function refusedEach(prefix: string, options: object, rules: Readonly<Record<string, Rule>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule?.allows(value)) return [];
    if (rule !== undefined) return [`@Validation's ${prefix}${name} is ${print(value)}; give ${rule.expected}`];
    const reason = Object.hasOwn(REFUSED, name) ? REFUSED[name] : `use one of ${Object.keys(rules).sort().join(', ')}`;
    return [`@Validation has no option "${prefix}${name}"; ${reason}`];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON has neither functions nor NaN nor bigint. */
const print = (value: unknown): string =>
  typeof value === 'string' || isObject(value) || Array.isArray(value)
    ? (JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'bigint' ? String(entry) : entry)) as string)
    : typeof value === 'function'
      ? 'a function'
      : String(value);
