import type { ParameterManifest, ParameterPlace } from '../model/manifest.js';
import { emitBody, emitFile } from './emit-body.js';
import {
  type Emission,
  emitOne,
  emitSchema,
  emitValuesDto,
  fallible,
  named,
  plain,
  type Subject,
} from './emit-value.js';
import type { HandlerModule, ValuesPlace } from './handler-module.js';
import { access } from './names.js';

/** The code of a parameter; its statements are first those that read what no parameter before has read. */
export interface EmittedParameter extends Emission {
  readonly index: number;
  readonly statements: readonly string[];
  /** Whether it is only read: nothing is checked, nothing can be wrong with it. */
  readonly isPlain: boolean;
}

/**
 * Emits the code of a parameter, in the order in which parameters are bound.
 *
 * @param consumes the media types that the route's body may have; undefined for any
 */
export function emitParameter(
  parameter: ParameterManifest,
  module: HandlerModule,
  consumes?: readonly string[],
): EmittedParameter {
  const { statements, ...emission } = PLACES[parameter.in]({ parameter, module, consumes });
  return {
    index: parameter.index,
    ...emission,
    statements: [...module.takeReads(), ...(statements ?? [])],
    isPlain: statements === undefined,
  };
}

const PLACES: Readonly<Record<ParameterPlace, (subject: Subject) => Emission>> = {
  path: emitValue('path'),
  query: emitValue('query'),
  header: emitValue('header'),
  cookie: emitValue('cookie'),
  body: emitBody,
  file: emitFile,
  auth: emitAuth,
  request({ parameter: { name }, module }) {
    const request = module.read('request');
    return plain(name === undefined ? request : access(request, name));
  },
  context({ parameter: { name, key }, module }) {
    if (key !== undefined) return { ...plain(`http.get(${module.value(key)})`), http: true };
    // a handler may be invoked without a context, in tests
    return plain(name === undefined ? 'context' : `context?.[${JSON.stringify(name)}]`);
  },
  signal: () => ({ ...plain('http.signal'), http: true }),
};

function emitValue(place: ValuesPlace): (subject: Subject) => Emission {
  return (subject) => {
    const { name, type } = subject.parameter;
    if (name !== undefined && type.kind !== 'class') return emitNamed(subject, place, name);
    const values = subject.module.values(place);
    if (type.kind === 'class') return fallible(subject, emitValuesDto(subject, type.class, values));
    return type.kind === 'schema' ? fallible(subject, emitSchema(subject, type, `{ ...${values} }`)) : plain(values);
  };
}

function emitNamed(subject: Subject, place: ValuesPlace, name: string): Emission {
  const { module, parameter } = subject;
  const value =
    // where API Gateway has found the parameters, one is read without the others
    place === 'path' && !module.routes
      ? `${module.use('door', 'pathParameter')}(event, ${JSON.stringify(name)})`
      : access(module.values(place), place === 'header' ? name.toLowerCase() : name);
  // a path parameter is always there, and always text
  const isText = place === 'path' && parameter.type.kind === 'string';
  return isText ? plain(value) : fallible(subject, emitOne(subject, value));
}

function emitAuth(subject: Subject): Emission {
  const { parameter, module } = subject;
  const { name, type, required, separator } = parameter;
  const caller = module.values('auth');
  if (name === undefined)
    return required ? named(subject, `${module.use('runtime', 'requireCaller')}(${caller})`) : plain(caller);
  const found = `${module.use('runtime', 'claimOf')}(${caller}, ${JSON.stringify(name)})`;
  const claim = required ? `${module.use('runtime', 'requireClaim')}(${found})` : found;
  if (type.kind === 'unknown') return named(subject, claim);
  if (type.kind === 'schema') return fallible(subject, emitSchema(subject, type, claim));
  const text =
    type.kind === 'array'
      ? `${module.use('runtime', 'claimList')}(${claim}, ${JSON.stringify(separator)})`
      : `${module.use('runtime', 'claimText')}(${claim})`;
  return fallible(subject, emitOne(subject, text));
}
