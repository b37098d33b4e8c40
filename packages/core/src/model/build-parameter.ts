import type { Problem } from '../errors/definition-error.js';
import type { ParameterManifest, ParameterPlace, TypeModel } from './manifest.js';
import type { ApplicationReading, ParameterReading, TypeReading } from './reading.js';
import {
  argumentOf,
  bodyTypeMissing,
  nameMissing,
  type Refusal,
  refusedRecord,
  refusedScalar,
  refusedType,
  typeUnknown,
} from './refuse-parameter.js';
import { placeOf as formatPlace, type ParameterFact } from './source-facts.js';
import { placeOf } from './vocabulary.js';

/** A parameter with everything known of it. */
interface Subject {
  readonly reading: ParameterReading;
  readonly fact: ParameterFact | undefined;
  readonly application: ApplicationReading;
  /** `UsersController.create (POST /users)`. */
  readonly route: string;
}

/** A parameter, or the one thing that is wrong with it. */
export type BuiltParameter =
  | { readonly parameter: ParameterManifest; readonly warning?: string }
  | { readonly problem: Problem };

/** Decides what a parameter takes and what it must be. */
export function buildParameter(subject: Subject): BuiltParameter {
  const { reading, fact, route } = subject;
  const place = placeOf(reading.decorator);
  const built = PLACES[place](subject, place);
  if ('code' in built) {
    const at = formatPlace(fact?.source);
    const where = `${route}, ${parameterLabel(reading, fact)}`;
    return { problem: { ...built, where, ...(at === undefined ? {} : { at }) } };
  }
  const warning = mayBeMissing(built, subject);
  return { parameter: { index: reading.index, ...built }, ...(warning === undefined ? {} : { warning }) };
}

type Binding = Omit<ParameterManifest, 'index'>;

const PLACES: Readonly<Record<ParameterPlace, (subject: Subject, place: ParameterPlace) => Binding | Refusal>> = {
  path: buildValue,
  query: buildValue,
  header: buildValue,
  cookie: buildValue,
  body: buildBody,
  request: buildWhole,
  context: buildWhole,
};

/** The request and the context are passed as they are. */
function buildWhole({ reading }: Subject, place: ParameterPlace): Binding {
  return { in: place, ...named(reading.name), type: { kind: 'unknown' }, required: true };
}

function buildBody({ reading, fact, application }: Subject, place: ParameterPlace): Binding | Refusal {
  const type = resolveType(reading, fact);
  const required = reading.required ?? true;
  if (reading.name === undefined && type.kind === 'object') return bodyTypeMissing(fact);
  if (type.kind === 'object' && fact === undefined) return typeUnknown(reading);
  // no check of a kind lets null pass; a DTO is validated all the same
  const isNullable =
    fact?.type?.nullable && reading.explicit === undefined && type.kind !== 'class' && type.kind !== 'array';
  if (type.kind === 'object' || isNullable)
    return { in: place, ...named(reading.name), type: { kind: 'unknown' }, required };
  return (
    refusedType(reading, type, application) ?? { in: place, ...named(reading.name), type: type as TypeModel, required }
  );
}

/** A path, query, header or cookie value; or all of them, as a DTO or as they are. */
function buildValue({ reading, fact, application }: Subject, place: ParameterPlace): Binding | Refusal {
  const type = resolveType(reading, fact);
  const whole =
    reading.name === undefined && (type.kind === 'class' || type.kind === 'object' || type.kind === 'unknown');
  const required = place === 'path' || (reading.required ?? false);
  if (whole && type.kind === 'class')
    return refusedType(reading, type, application) ?? { in: place, type, required: true };
  if (whole && type.kind === 'object' && fact === undefined) return typeUnknown(reading);
  if (whole) return refusedRecord(reading, fact) ?? { in: place, type: { kind: 'unknown' }, required: true };
  const name = reading.name ?? nameOf(place, fact);
  if (name === undefined) return nameMissing(reading);
  if (type.kind === 'object' && fact === undefined) return typeUnknown(reading);
  const value: TypeReading = type.kind === 'object' || type.kind === 'unknown' ? { kind: 'string' } : type;
  return (
    refusedScalar(reading, name, value) ??
    refusedType(reading, value, application) ?? { in: place, name, type: value as TypeModel, required }
  );
}

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

/** What a type promises and the route does not keep: both executors go by the decorator, which alone both of them see. */
function mayBeMissing(built: Binding, { reading, fact, route }: Subject): string | undefined {
  if (built.in === 'body' && built.required && fact?.optional)
    return `${formatPlace(fact.source)} ${route}, ${parameterLabel(reading, fact)}: a request without it is answered 400, though it is optional; write @Body(${argumentOf(built.name)}{ required: false })`;
  const single = built.in === 'query' || built.in === 'header' || built.in === 'cookie';
  if (!single || built.name === undefined || built.required || fact === undefined || fact.optional) return undefined;
  const { name } = fact;
  return `${formatPlace(fact.source)} ${route}, ${parameterLabel(reading, fact)}: may be undefined, which its type does not say; write ${name}?, a default value, or @${reading.decorator}('${built.name}', { required: true })`;
}

const parameterLabel = ({ index }: ParameterReading, fact: ParameterFact | undefined): string =>
  fact?.name === undefined ? `parameter ${index}` : `parameter ${index} (${fact.name})`;

const named = (name: string | undefined): { readonly name?: string } => (name === undefined ? {} : { name });
