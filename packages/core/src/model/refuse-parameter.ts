/** What can be wrong with the type or the name of a parameter, and what to write instead. */
import type { Problem } from '../errors/definition-error.js';
import type { ApplicationReading, ParameterReading, TypeReading } from './reading.js';
import type { ParameterFact } from './source-facts.js';

/** A problem before its place is known. */
export type Refusal = Pick<Problem, 'code' | 'message'>;

/** A whole body whose type no class stands for. */
export function bodyTypeMissing(fact: ParameterFact | undefined): Refusal {
  const { text, typeOnly } = fact?.type ?? {};
  const message = typeOnly
    ? `@Body() has no class to validate against: ${text} is imported with \`import type\`; import the class itself`
    : `@Body() has no class to validate against${text === undefined ? '' : `: its type is ${text}`}; declare a class and write @Body(CreateUser), or @Body(Object) for any JSON value`;
  return { code: 'BODY_TYPE_MISSING', message };
}

/** All values of a place, typed as something that they cannot be validated against. */
export function refusedRecord(
  { decorator, explicit }: ParameterReading,
  fact: ParameterFact | undefined,
): Refusal | undefined {
  if (explicit !== undefined || fact?.type === undefined || fact.type.form !== 'other') return undefined;
  const { text, typeOnly } = fact.type;
  const reason = typeOnly ? `${text} is imported with \`import type\`` : `its type is ${text}`;
  const remedy = typeOnly ? 'import the class itself' : 'declare a class, or take the values as Record<string, string>';
  return {
    code: 'PARAMETER_TYPE_MISSING',
    message: `@${decorator}() has no class to validate against: ${reason}; ${remedy}`,
  };
}

/** A type that running code does not know. */
export const typeUnknown = ({ decorator, name }: ParameterReading, fact?: ParameterFact): Refusal => {
  const remedy = name === undefined ? remedyForAll(decorator) : `@${decorator}('${name}', { type: Number })`;
  if (fact?.type?.form === 'default') {
    const example = `${fact.name ?? 'value'}: ${decorator === 'Body' ? 'CreateUser' : 'number'} = ${fact.type.text}`;
    return {
      code: 'TYPE_METADATA_MISSING',
      message: `its type is not known: it is left to the default value ${fact.type.text}; write the type, for example ${example}`,
    };
  }
  return {
    code: 'TYPE_METADATA_MISSING',
    message: `its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write ${remedy}`,
  };
};

const remedyForAll = (decorator: string): string =>
  decorator === 'Body'
    ? '@Body(CreateUser)'
    : `@${decorator}(Object) for all values, or @${decorator}('name', { type: Number })`;

/** The name as a decorator's first argument, where there is one. */
export const argumentOf = (name: string | undefined): string => (name === undefined ? '' : `'${name}', `);

/** A type whose values could not be checked. */
export function refusedType(
  reading: ParameterReading,
  type: TypeReading,
  application: ApplicationReading,
): Refusal | undefined {
  const { decorator, name } = reading;
  if (type.kind === 'missing') return typeUnknown(reading);
  if (type.kind === 'array' && type.items === undefined) {
    const remedy =
      decorator === 'Body' && name === undefined
        ? '@Body([CreateUser])'
        : `@${decorator}(${argumentOf(name)}{ type: [String] })`;
    return {
      code: 'ELEMENT_TYPE_MISSING',
      message: `the type of the array's elements is not known here; write ${remedy}`,
    };
  }
  if (type.kind === 'array' && type.items?.kind === 'array')
    return {
      code: 'PARAMETER_TYPE_INVALID',
      message: `@${decorator}(${argumentOf(name).replace(', ', '')}) is an array of arrays, whose elements would not be checked; use a DTO class, or @Body(Object) for any JSON value`,
    };
  if (type.kind === 'array' && type.items !== undefined) return refusedType(reading, type.items, application);
  if (type.kind !== 'class') return undefined;
  const dto = application.classes[type.class];
  if (dto !== undefined && Object.keys(dto.properties).length > 0) return undefined;
  return {
    code: 'DTO_UNVALIDATED',
    message: `${dto?.name ?? type.class} has no validation decorator, so every property would be stripped; decorate its properties with class-validator (@Allow() where anything goes)`,
  };
}

/** A type that one value of a path, query string, header, cookie or claim cannot become. */
export function refusedScalar({ decorator }: ParameterReading, name: string, type: TypeReading): Refusal | undefined {
  const value = type.kind === 'array' ? type.items : type;
  if (value?.kind !== 'class' && value?.kind !== 'array' && value?.kind !== 'bytes') return undefined;
  const what = { class: 'class' in value ? value.class : '', array: 'nested array', bytes: 'Uint8Array' }[value.kind];
  return {
    code: 'PARAMETER_TYPE_INVALID',
    message: `@${decorator}('${name}') is one value, which cannot become a ${what}; use string, number, boolean, bigint, Date, an array of one of these, or @${decorator}() for all values as a DTO`,
  };
}

/** Bytes that are not a whole body. */
export function refusedBytes({ decorator, name }: ParameterReading, type: TypeReading): Refusal | undefined {
  const isPart = type.kind === 'bytes' && name !== undefined;
  if (!isPart && !(type.kind === 'array' && type.items?.kind === 'bytes')) return undefined;
  return {
    code: 'PARAMETER_TYPE_INVALID',
    message: `@${decorator}(${argumentOf(name).replace(', ', '')}) has bytes in it, for which JSON has no type; take the whole body as Uint8Array, or a file with @UploadedFile('name')`,
  };
}

/** A separator of what is no array. */
export const refusedSeparator = (
  { decorator, name, separator }: ParameterReading,
  type: TypeReading,
): Refusal | undefined =>
  separator === undefined || (type.kind === 'array' && name !== undefined)
    ? undefined
    : {
        code: 'PARAMETER_OPTION_INVALID',
        message: `@${decorator}(${argumentOf(name).replace(', ', '')}) has a separator and is no array of values; remove it, or give an array type, for example { type: [String] }`,
      };

/** Everything of the caller, typed as one value. */
export const refusedCaller = (fact: ParameterFact | undefined): Refusal | undefined =>
  fact?.type?.form === 'scalar'
    ? {
        code: 'PARAMETER_NAME_MISSING',
        message: `@Auth() takes everything about the caller, and its type is ${fact.type.text}; write @Auth('sub') for one claim`,
      }
    : undefined;

/** A value without a name. */
export const nameMissing = ({ decorator }: ParameterReading): Refusal => ({
  code: 'PARAMETER_NAME_MISSING',
  message: `@${decorator}() has no name, and the parameter's own is only known to a compiled handler; write @${decorator}('name')`,
});
