/** Reads and checks what `@Validation` was given, where it is still there as it was written: JSON would lose functions. */
import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import { type DtoOptions, mergeDtoOptions, type TransformOptions } from './dto-options.js';
import { FLAG, isObject, NAMES, NUMBER, printOption, type Rule, refusedOptions, STRATEGY } from './option-rules.js';
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
  const refused = given.flatMap(refusedValidation);
  return { options: refused.length > 0 ? {} : (mergeDtoOptions(given as DtoOptions[]) as DtoOptions), refused };
}

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
  strategy: STRATEGY,
  excludeExtraneousValues: FLAG,
  groups: NAMES,
  version: NUMBER,
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
function refusedValidation(options: unknown): string[] {
  if (!isObject(options)) return [`@Validation was given ${printOption(options)}; give an object of options`];
  const { transformOptions, whitelist, forbidNonWhitelisted } = options as DtoOptions;
  const refuse = (given: object, rules: Readonly<Record<string, Rule>>, prefix?: string) =>
    refusedOptions(given, { decorator: '@Validation', prefix, rules, refused: REFUSED });
  return [
    ...refuse(options, OPTIONS),
    ...(isObject(transformOptions) ? refuse(transformOptions, TRANSFORM_OPTIONS, 'transformOptions.') : []),
    // class-validator looks for what is forbidden only where it would strip it
    ...(whitelist === false && forbidNonWhitelisted === true
      ? ["@Validation's forbidNonWhitelisted means nothing where whitelist is false; remove one of them"]
      : []),
  ];
}
