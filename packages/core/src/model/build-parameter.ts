import type { Problem } from '../errors/definition-error.js';
import type { ParameterManifest, ParameterPlace, TypeModel } from './manifest.js';
import type { ParameterReading, TypeReading } from './reading.js';
import {
  bodyTypeMissing,
  nameMissing,
  type Refusal,
  refusedBytes,
  refusedCaller,
  refusedRecord,
  refusedScalar,
  refusedSeparator,
  refusedType,
  typeUnknown,
} from './refuse-parameter.js';
import { placeOf as formatPlace, type ParameterFact } from './source-facts.js';
import { placeOf } from './vocabulary.js';
import { type Binding, parameterLabel, type Subject, warningOf } from './warn-parameter.js';

/** A parameter, or the one thing that is wrong with it. */
export type BuiltParameter =
  | { readonly parameter: ParameterManifest; readonly warning?: string }
  | { readonly problem: Problem };

/** Decides what a parameter takes and what it must be. */
export function buildParameter(subject: Subject): BuiltParameter {
  const { reading, fact, route } = subject;
  const place = placeOf(reading.decorator);
  const built = reading.refused ?? PLACES[place](subject, place);
  if ('code' in built) {
    const at = formatPlace(fact?.source);
    const where = `${route}, ${parameterLabel(reading, fact)}`;
    return { problem: { ...built, where, ...(at === undefined ? {} : { at }) } };
  }
  const warning = warningOf(built, subject);
  return { parameter: { index: reading.index, ...built }, ...(warning === undefined ? {} : { warning }) };
}

const PLACES: Readonly<Record<ParameterPlace, (subject: Subject, place: ParameterPlace) => Binding | Refusal>> = {
  path: buildValue,
  query: buildValue,
  header: buildValue,
  cookie: buildValue,
  body: buildBody,
  file: buildFile,
  auth: buildAuth,
  request: buildWhole,
  context: buildWhole,
  signal: buildWhole,
};

/** The request, the context and the signal are passed as they are. */
function buildWhole({ reading: { name, key } }: Subject, place: ParameterPlace): Binding {
  return {
    in: place,
    ...named(name),
    type: { kind: 'unknown' },
    required: true,
    ...(key === undefined ? {} : { key }),
  };
}

function buildFile({ reading, fact }: Subject, place: ParameterPlace): Binding | Refusal {
  const name = reading.name ?? fact?.name;
  if (name === undefined) return nameMissing(reading);
  const file: TypeModel = { kind: 'file' };
  const type: TypeModel = reading.decorator === 'UploadedFiles' ? { kind: 'array', items: file } : file;
  return { in: place, name, type, required: reading.required ?? true };
}

/** The caller, or one of the caller's claims, of which one that is no text may be anything. */
function buildAuth(subject: Subject, place: ParameterPlace): Binding | Refusal {
  const { reading, fact } = subject;
  const { name, required = false } = reading;
  if (name === undefined) return refusedCaller(fact) ?? { in: place, type: { kind: 'unknown' }, required };
  const { kind } = resolveType(reading, fact);
  if (kind === 'unknown' || (kind === 'object' && fact !== undefined))
    return { in: place, name, type: { kind: 'unknown' }, required };
  return buildValue(subject, place);
}

function buildBody({ reading, fact, application }: Subject, place: ParameterPlace): Binding | Refusal {
  const type = resolveType(reading, fact);
  const required = reading.required ?? true;
  const { name } = reading;
  const isDefault = fact?.type?.form === 'default';
  if (name === undefined && type.kind === 'object' && !isDefault) return bodyTypeMissing(fact);
  if (isUntold(type, fact)) return typeUnknown(reading, fact);
  // no check of a kind lets null pass; a DTO is validated all the same
  const isNullable =
    fact?.type?.nullable && reading.explicit === undefined && type.kind !== 'class' && type.kind !== 'array';
  if (type.kind === 'object' || isNullable) return { in: place, ...named(name), type: { kind: 'unknown' }, required };
  return (
    refusedBytes(reading, type) ??
    refusedType(reading, type, application) ??
    refusedSeparator(reading, type) ?? {
      in: place,
      ...named(name),
      type: type as TypeModel,
      required,
      ...(name === undefined ? {} : separatorOf(reading, type, place)),
    }
  );
}

/** A path, query, header or cookie value; or all of them, as a DTO or as they are. */
function buildValue({ reading, fact, application }: Subject, place: ParameterPlace): Binding | Refusal {
  const type = resolveType(reading, fact);
  const whole = reading.name === undefined && WHOLE_KINDS.has(type.kind);
  const required = place === 'path' || (reading.required ?? false);
  if (whole && (type.kind === 'class' || type.kind === 'schema'))
    return refusedType(reading, type, application) ?? { in: place, type, required: true };
  if (isUntold(type, fact)) return typeUnknown(reading, fact);
  if (whole) return refusedRecord(reading, fact) ?? { in: place, type: { kind: 'unknown' }, required: true };
  const name = reading.name ?? nameOf(place, fact);
  if (name === undefined) return nameMissing(reading);
  const value: TypeReading = type.kind === 'object' || type.kind === 'unknown' ? { kind: 'string' } : type;
  return (
    refusedScalar(reading, name, value) ??
    refusedType(reading, value, application) ??
    refusedSeparator(reading, value) ?? {
      in: place,
      name,
      type: value as TypeModel,
      required,
      ...separatorOf(reading, value, place),
    }
  );
}

/** Whether neither metadata nor the source tells a type. */
const isUntold = (type: TypeReading, fact: ParameterFact | undefined): boolean =>
  type.kind === 'object' && (fact === undefined || fact.type?.form === 'default');

/** Kinds of type that a parameter without a name takes all values of its place as. */
const WHOLE_KINDS = new Set(['class', 'object', 'unknown', 'schema']);

/** What stands between the elements of an array: what the decorator says, else a comma where no element can have one. */
function separatorOf(
  { separator }: ParameterReading,
  type: TypeReading,
  place: ParameterPlace,
): { readonly separator?: string } {
  if (type.kind !== 'array' || type.items === undefined) return {};
  if (separator !== undefined) return { separator };
  const { items } = type;
  const isPlain = COMMALESS.has(items.kind) || (items.kind === 'enum' && !items.values.some(hasComma));
  return isPlain || place === 'header' || place === 'auth' ? { separator: ',' } : {};
}

const COMMALESS = new Set(['number', 'boolean', 'bigint', 'date']);

const hasComma = (value: string | number): boolean => String(value).includes(',');

/** What the decorator names, else what metadata tells, completed with what only the source says. */
function resolveType({ explicit, declared }: ParameterReading, fact: ParameterFact | undefined): TypeReading {
  const reading = explicit ?? declared;
  const written = fact?.type;
  if (written === undefined) return reading;
  if (reading.kind === 'array' && reading.items === undefined && written.type.kind === 'array') return written.type;
  // compilers differ in what they emit for a union, or for a default value without a type
  if (explicit === undefined && reading.kind === 'object' && SOURCE_FORMS.has(written.form)) return written.type;
  return reading;
}

/** Forms of a type that the source tells for certain. */
const SOURCE_FORMS = new Set(['array', 'class', 'scalar', 'unknown']);

/** A header is written in kebab-case where a parameter is in camelCase. */
const nameOf = (place: ParameterPlace, fact: ParameterFact | undefined): string | undefined =>
  place === 'header' ? fact?.name?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : fact?.name;

const named = (name: string | undefined): { readonly name?: string } => (name === undefined ? {} : { name });
