import type { ClassManifest, ParameterManifest, ParameterPlace, TypeModel } from '../model/manifest.js';
import { type HandlerModule, nameOfPlace, type ReadPlace } from './handler-module.js';
import { access } from './names.js';

/** The code that gives one parameter its value. */
export interface EmittedParameter {
  readonly index: number;
  /** Expression of the argument. */
  readonly value: string;
  /** Statements before the call. */
  readonly statements: readonly string[];
  /** Places whose values it reads. */
  readonly reads: readonly ReadPlace[];
  /** Whether it may add to `failures`. */
  readonly fallible: boolean;
}

type Emit = (parameter: ParameterManifest, module: HandlerModule) => Omit<EmittedParameter, 'index'>;

/** Emits the code of a parameter. */
export const emitParameter = (parameter: ParameterManifest, module: HandlerModule): EmittedParameter => ({
  index: parameter.index,
  ...PLACES[parameter.in](parameter, module),
});

const PLACES: Readonly<Record<ParameterPlace, Emit>> = {
  path: emitValue('path'),
  query: emitValue('query'),
  header: emitValue('header'),
  cookie: emitValue('cookie'),
  body: emitBody,
  request({ name }, module) {
    const request = `${module.use('door', 'request')}(event)`;
    return plain(name === undefined ? request : access(request, name));
  },
  // a handler may be invoked without a context, in tests
  context: ({ name }) => plain(name === undefined ? 'context' : `context?.[${JSON.stringify(name)}]`),
};

const plain = (value: string, reads: readonly ReadPlace[] = []) => ({ value, statements: [], reads, fallible: false });

function emitValue(place: 'path' | 'query' | 'header' | 'cookie'): Emit {
  return (parameter, module) => {
    const { name, type } = parameter;
    const values = nameOfPlace(place);
    if (type.kind === 'class') return emitValuesDto(parameter, type.class, place, module);
    if (name === undefined) return plain(values, [place]);
    const value = access(values, place === 'header' ? name.toLowerCase() : name);
    // a path parameter is always there, and always text
    if (place === 'path' && type.kind === 'string') return plain(value, [place]);
    const bind = type.kind === 'array' ? 'bindList' : 'bindScalar';
    const scalar = module.use('runtime', scalarName(type.kind === 'array' ? type.items : type));
    return fallible(
      parameter,
      module,
      `${module.use('runtime', bind)}(${value}, ${scalar}, ${emitPlace(parameter, module)}, failures)`,
      [place],
    );
  };
}

function emitValuesDto(parameter: ParameterManifest, key: string, place: ReadPlace, module: HandlerModule) {
  const properties = emitCoercions(key, module);
  const values = `${module.use('runtime', 'coerce')}(${nameOfPlace(place)}, ${properties})`;
  const bind = module.use('validation', 'bindDto');
  return fallible(
    parameter,
    module,
    `await ${bind}(${values}, ${module.class(key)}, ${emitPlace(parameter, module)}, failures)`,
    [place],
  );
}

/** How each property of a DTO that is not text is coerced; the same rule as the reflective executor's `coercions`. */
function emitCoercions(key: string, module: HandlerModule): string {
  const { properties } = module.manifest.classes[key] as ClassManifest;
  const entries = Object.entries(properties).flatMap(([name, { kind }]) => {
    if (kind === 'array') return [`${JSON.stringify(name)}: ${module.use('runtime', 'toArray')}`];
    if (kind !== 'number' && kind !== 'boolean' && kind !== 'bigint' && kind !== 'date') return [];
    return [`${JSON.stringify(name)}: ${module.use('runtime', 'to')}(${module.use('runtime', kind)})`];
  });
  return module.constant(`${key}Properties`, entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`);
}

function emitBody(parameter: ParameterManifest, module: HandlerModule): Omit<EmittedParameter, 'index'> {
  const { name, type } = parameter;
  const place = emitPlace(parameter, module);
  if (type.kind === 'string' && name === undefined) {
    const text = `${module.use('door', 'body')}(event)`;
    return fallible(parameter, module, `${module.use('runtime', 'requireJson')}(${text}, ${place}, failures)`, []);
  }
  const json = name === undefined ? 'json' : `${module.use('runtime', 'propertyOf')}(json, ${JSON.stringify(name)})`;
  return fallible(parameter, module, emitJsonCheck(type, json, place, module), ['json']);
}

function emitJsonCheck(type: TypeModel, json: string, place: string, module: HandlerModule): string {
  if (type.kind === 'unknown') return `${module.use('runtime', 'requireJson')}(${json}, ${place}, failures)`;
  const element = type.kind === 'array' ? type.items : type;
  const list = type.kind === 'array' ? 'List' : '';
  if (element.kind === 'class')
    return `await ${module.use('validation', `bindDto${list}`)}(${json}, ${module.class(element.class)}, ${place}, failures)`;
  const scalar = module.use('runtime', scalarName(element));
  return `${module.use('runtime', `checkJson${list}`)}(${json}, ${scalar}, ${place}, failures)`;
}

function fallible(
  parameter: ParameterManifest,
  module: HandlerModule,
  expression: string,
  reads: readonly ReadPlace[],
) {
  const name = module.local(parameter.name ?? WHOLE_NAMES[parameter.in as keyof typeof WHOLE_NAMES]);
  return { value: name, statements: [`const ${name} = ${expression};`], reads, fallible: true };
}

/** What all values of a place are called; the request and the context are passed as they are. */
const WHOLE_NAMES = {
  path: 'parameters',
  query: 'queryInput',
  header: 'headerInput',
  cookie: 'cookieInput',
  body: 'input',
} as const;

const emitPlace = ({ in: place, name, required }: ParameterManifest, module: HandlerModule): string =>
  module.constant(`${name ?? place}Place`, JSON.stringify({ in: place, path: name ?? '', required }));

/** The primitive that stands for a kind of single value; it has the kind's own name. */
const scalarName = ({ kind }: TypeModel): string => kind;
