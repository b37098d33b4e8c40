/** What can be wrong with the arguments of a parameter decorator. */
import type { DecoratorRecord } from '../metadata/record.js';
import { givenOptions, isSchema, optionsOf, type ParameterOptions } from './parameter-options.js';
import { readEnum } from './read-type.js';
import type { Refusal } from './refuse-parameter.js';

/** Refuses arguments that mean nothing to a parameter decorator. */
export function refusedArgument({ decorator, arguments: given }: DecoratorRecord): Refusal | undefined {
  if (decorator === 'Ctx') return refusedKey(given[0]);
  const [first, second] = given;
  if (second !== undefined && optionsOf(second) === undefined)
    return invalid(`@${decorator} was given ${print(second)} second; give options, for example { required: true }`);
  const isKnown = first === undefined || typeof first === 'string' || isType(first) || optionsOf(first) !== undefined;
  if (!isKnown) return invalid(`@${decorator} was given ${print(first)}; give a name, a type or options`);
  return refusedSchemaList(decorator, first) ?? refusedOptions(decorator, givenOptions(given));
}

function refusedOptions(decorator: string, options: ParameterOptions): Refusal | undefined {
  const { type, required, separator } = options;
  if (options.enum !== undefined && readEnum(options.enum) === undefined)
    return {
      code: 'ENUM_INVALID',
      message: `@${decorator}'s enum is ${print(options.enum)}; give an enum or an array of the values there are, strings or numbers`,
    };
  if (type !== undefined && !isType(type))
    return invalid(
      `@${decorator}'s type is ${print(type)}; give a constructor, for example Number, an array of one, or a schema`,
    );
  if (required !== undefined && typeof required !== 'boolean')
    return invalid(`@${decorator}'s required is ${print(required)}; give true or false`);
  if (separator !== undefined && !(typeof separator === 'string' && separator.length === 1))
    return invalid(`@${decorator}'s separator is ${print(separator)}; give one character`);
  return refusedSchemaList(decorator, type);
}

/** An array with a schema says nothing that the schema's own library could not say. */
const refusedSchemaList = (decorator: string, type: unknown): Refusal | undefined =>
  Array.isArray(type) && isSchema(type[0])
    ? invalid(`@${decorator} was given an array of a schema; give a schema of the array, for example z.array(schema)`)
    : undefined;

const refusedKey = (key: unknown): Refusal | undefined => {
  const isName = key === undefined || typeof key === 'string';
  const isKey = typeof (optionsOf(key) as { readonly name?: unknown } | undefined)?.name === 'string';
  return isName || isKey
    ? undefined
    : invalid(
        `@Ctx was given ${print(key)}; give the name of a property of Lambda's context, or a context key, an object with a name`,
      );
};

/** A constructor, a schema, or an array of one of these, which may be left to the source. */
const isType = (value: unknown): boolean =>
  typeof value === 'function' ||
  isSchema(value) ||
  (Array.isArray(value) && (value[0] === undefined || typeof value[0] === 'function' || isSchema(value[0])));

const invalid = (message: string): Refusal => ({ code: 'PARAMETER_OPTION_INVALID', message });

const print = (value: unknown): string =>
  typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value);
