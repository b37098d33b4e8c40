/** Reads and checks what `@Returns` was given. */
import type { DecoratorRecord } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import { FLAG, isObject, NAMES, NUMBER, printOption, type Rule, refusedOptions, STRATEGY } from './option-rules.js';
import type { OutputOptions, PlainOptions } from './output-options.js';
import { readExplicitType } from './read-type.js';
import type { OutputReading, TypeReading } from './reading.js';

/** Reads the class that an answer is made of and how; undefined where nothing is said. */
export function readOutput(records: readonly DecoratorRecord[], classes: ClassTable): OutputReading | undefined {
  const record = records.find((entry) => entry.decorator === 'Returns');
  if (record === undefined) return undefined;
  const [given, options] = record.arguments;
  // a class that is not there yet, where files import each other, must not send everything
  const type = readExplicitType(given, classes) ?? MISSING;
  if (options === undefined) return { type, refused: [] };
  const refused = isObject(options)
    ? refusedOptions(options, { decorator: '@Returns', rules: OPTIONS, refused: REFUSED })
    : [`@Returns was given ${printOption(options)} as its options; give an object`];
  if (refused.length > 0) return { type, refused };
  const { validate, ...plain } = options as OutputOptions;
  const said = Object.entries(plain).filter(([, value]) => value !== undefined);
  return {
    type,
    refused,
    ...(said.length === 0 ? {} : { options: Object.fromEntries(said) as PlainOptions }),
    ...(validate === undefined ? {} : { validates: validate }),
  };
}

const MISSING: TypeReading = { kind: 'missing' };

const OPTIONS: Readonly<Record<keyof OutputOptions, Rule>> = {
  strategy: STRATEGY,
  groups: NAMES,
  version: NUMBER,
  excludePrefixes: NAMES,
  validate: FLAG,
};

/** Options of class-transformer's that mean nothing here, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  excludeExtraneousValues: "what a class does not expose is left out unless strategy is 'exposeAll'; remove it",
  exposeUnsetFields: 'JSON has no undefined; remove it',
  exposeDefaultValues: 'an answer is no instance with initial values; remove it',
  enableImplicitConversion: 'it is for what comes in; write @Type above the property',
  ignoreDecorators: 'then everything would be sent; remove @Returns',
  enableCircularCheck: 'JSON holds no circular value; leave one side out with @Exclude',
  targetMaps: "classes are no plain data; write @Type above the class's property",
};
