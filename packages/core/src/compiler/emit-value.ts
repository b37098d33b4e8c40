/** The code that makes of raw values what a parameter is to be. */
import type { ClassManifest, ParameterManifest, TypeModel } from '../model/manifest.js';
import type { HandlerModule } from './handler-module.js';

/** A parameter whose code is to be written. */
export interface Subject {
  readonly parameter: ParameterManifest;
  readonly module: HandlerModule;
  /** The media types that the route's body may have; undefined for any. */
  readonly consumes: readonly string[] | undefined;
}

/** The code that gives a parameter its value. */
export interface Emission {
  /** Expression of the argument. */
  readonly value: string;
  /** Statements before the call. */
  readonly statements?: readonly string[];
  /** Whether it may add to `failures`. */
  readonly fallible: boolean;
  /** Whether it uses `http`, the request as middleware sees it. */
  readonly http?: boolean;
}

/** A value that needs no statement. */
export const plain = (value: string): Emission => ({ value, fallible: false });

/** A value that has a name before the method is called. */
export function named({ parameter, module }: Subject, expression: string): Emission {
  const name = module.local(parameter.name ?? WHOLE_NAMES[parameter.in as keyof typeof WHOLE_NAMES]);
  return { value: name, statements: [`const ${name} = ${expression};`], fallible: false };
}

/** A value whose expression may add to `failures`. */
export const fallible = (subject: Subject, expression: string): Emission => ({
  ...named(subject, expression),
  fallible: true,
});

/** What all values of a place are called; the request and the context are passed as they are. */
const WHOLE_NAMES = {
  path: 'parameters',
  query: 'queryInput',
  header: 'headerInput',
  cookie: 'cookieInput',
  body: 'input',
  auth: 'authInput',
} as const;

/** The place of a parameter, for its failures. */
export const emitPlace = ({ parameter: { in: place, name, required }, module }: Subject): string =>
  module.data(`${name ?? place}Place`, { in: place, path: name ?? '', required });

/** The primitive that stands for a kind of single value; it has the kind's own name. */
export function emitScalar({ parameter, module }: Subject, type: TypeModel): string {
  if (type.kind !== 'enum') return module.use('runtime', type.kind);
  return `${module.use('runtime', 'oneOf')}(${module.data(`${parameter.name}Values`, type.values)})`;
}

/** The expression that binds one raw value, or all raw values of a name. */
export function emitOne(subject: Subject, raw: string): string {
  const { type } = subject.parameter;
  if (type.kind === 'schema') return emitSchema(subject, type, raw);
  const bind = subject.module.use('runtime', type.kind === 'array' ? 'bindList' : 'bindScalar');
  const scalar = emitScalar(subject, type.kind === 'array' ? type.items : type);
  return `${bind}(${emitSplit(subject, raw)}, ${scalar}, ${emitPlace(subject)}, failures)`;
}

/** The elements of the raw values of a name; the same rule as the reflective executor's `splitterOf`. */
function emitSplit({ parameter: { in: place, separator }, module }: Subject, raw: string): string {
  if (separator === undefined || place === 'auth') return raw;
  return place === 'header' && separator === ','
    ? `${module.use('runtime', 'splitHeader')}(${raw})`
    : `${module.use('runtime', 'split')}(${raw}, ${JSON.stringify(separator)})`;
}

/** The expression that validates a value by a schema. */
export function emitSchema(subject: Subject, type: TypeModel & { readonly kind: 'schema' }, value: string): string {
  const { module } = subject;
  const schema = `${module.value(type.value)}${type.member === undefined ? '' : `.${type.member}`}`;
  return `await ${module.use('runtime', 'bindSchema')}(${value}, ${schema}, ${emitPlace(subject)}, failures)`;
}

/** The expression that makes and validates a DTO, or an array of one: by its compiled functions, or by the libraries. */
export function emitDto(subject: Subject, key: string, value: string, list: 'List' | '' = ''): string {
  const { module } = subject;
  const compiled = module.dto(key);
  const place = emitPlace(subject);
  if (compiled !== undefined) {
    const bind = module.use('compiled', `${compiled.isEager ? 'bindAuthored' : 'bindCompiled'}${list}`);
    return `${compiled.isEager ? 'await ' : ''}${bind}(${value}, ${compiled.local}, ${place}, failures)`;
  }
  const { validation } = module.routeManifest;
  const options = validation === undefined ? '' : `, ${module.data('validation', validation)}`;
  return `await ${module.use('validation', `bindDto${list}`)}(${value}, ${module.class(key)}, ${place}, failures${options})`;
}

/** The expression that makes a DTO of all values of a place. */
export function emitValuesDto(subject: Subject, key: string, values: string): string {
  const { module } = subject;
  const coerced = `${module.use('runtime', 'coerce')}(${values}, ${emitCoercions(subject, key)})`;
  return emitDto(subject, key, coerced);
}

/** How each property of a DTO that is not text is coerced; the same rule as the reflective executor's `coercionOf`. */
function emitCoercions(subject: Subject, key: string): string {
  const { module } = subject;
  const { properties } = module.manifest.classes[key] as ClassManifest;
  const entries = Object.entries(properties).flatMap(([name, type]) => {
    const coercion = emitCoercion(subject, type);
    return coercion === undefined ? [] : [`${JSON.stringify(name)}: ${coercion}`];
  });
  return module.once(`${key}Properties`, entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`);
}

function emitCoercion(subject: Subject, type: TypeModel): string | undefined {
  const { module, parameter } = subject;
  if (type.kind !== 'array')
    return COERCED.has(type.kind) ? `${module.use('runtime', 'to')}(${module.use('runtime', type.kind)})` : undefined;
  const isHeader = parameter.in === 'header';
  if (!COERCED.has(type.items.kind)) return module.use('runtime', isHeader ? 'splitHeader' : 'toArray');
  const split = module.use('runtime', isHeader ? 'splitHeader' : 'splitCommas');
  return `${module.use('runtime', 'toList')}(${module.use('runtime', type.items.kind)}, ${split})`;
}

const COERCED = new Set(['number', 'boolean', 'bigint', 'date']);
