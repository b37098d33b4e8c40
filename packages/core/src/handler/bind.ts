import type { Context } from 'aws-lambda';
import type { AnyEvent } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { type Coerce, coerce, to, toArray } from '../http/coerce.js';
import { checkJson, checkJsonList, parseJson, propertyOf, requireJson } from '../http/json-body.js';
import type { Place, Scalar } from '../http/scalar.js';
import * as scalars from '../http/scalar.js';
import type { Failure } from '../http/validation-failed.js';
import type { ClassTable } from '../model/class-table.js';
import type { ParameterManifest, ParameterPlace } from '../model/manifest.js';
import type { ApplicationReading, TypeReading } from '../model/reading.js';

/** What binders read. */
export interface BindInput {
  readonly event: AnyEvent;
  readonly context: Context | undefined;
  readonly failures: Failure[];
}

/** Gives a parameter its value for one event. */
export type Bind = (input: BindInput) => unknown;

/** Decides once how a parameter gets its value. */
export const bindParameter = (
  parameter: ParameterManifest,
  application: ApplicationReading,
  classes: ClassTable,
): Bind => BINDERS[parameter.in]({ parameter, application, classes, place: placeOf(parameter) });

interface Subject {
  readonly parameter: ParameterManifest;
  readonly application: ApplicationReading;
  readonly classes: ClassTable;
  readonly place: Place;
}

const placeOf = ({ in: place, name, required }: ParameterManifest): Place => ({
  in: place,
  path: name ?? '',
  required,
});

const BINDERS: Readonly<Record<ParameterPlace, (subject: Subject) => Bind>> = {
  path: (subject) => bindValue(subject, door.pathParameters),
  query: (subject) => bindValue(subject, door.query),
  header: (subject) => bindValue(subject, door.headers),
  cookie: (subject) => bindValue(subject, door.cookies),
  body: bindBody,
  request:
    ({ parameter: { name } }) =>
    ({ event }) =>
      pick(door.request(event), name),
  context:
    ({ parameter: { name } }) =>
    ({ context }) =>
      pick(context, name),
};

const pick = (whole: unknown, name: string | undefined): unknown =>
  name === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[name];

type ReadValues = (event: AnyEvent) => Readonly<Record<string, string | readonly string[] | undefined>>;

function bindValue(subject: Subject, read: ReadValues): Bind {
  const { parameter, place } = subject;
  const { name, type } = parameter;
  if (type.kind === 'class') return bindValuesDto(subject, type.class, read);
  if (name === undefined) return ({ event }) => read(event);
  const key = parameter.in === 'header' ? name.toLowerCase() : name;
  if (type.kind === 'array') {
    const scalar = scalarOf(type.items);
    return ({ event, failures }) => scalars.bindList(read(event)[key], scalar, place, failures);
  }
  const scalar = scalarOf(type);
  return ({ event, failures }) => scalars.bindScalar(read(event)[key], scalar, place, failures);
}

function bindValuesDto({ application, classes, place }: Subject, key: string, read: ReadValues): Bind {
  const properties = coercions(application.classes[key]?.properties ?? {});
  const target = classes.classOf(key);
  return async ({ event, failures }) => {
    const { bindDto } = await import('../validation/index.js');
    return bindDto(coerce(read(event) as Record<string, string>, properties), target, place, failures);
  };
}

/** How each property that is not text is coerced. */
export const coercions = (properties: Readonly<Record<string, TypeReading>>): Record<string, Coerce> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { kind }]): [string, Coerce][] => {
      if (kind === 'array') return [[name, toArray]];
      return kind === 'number' || kind === 'boolean' || kind === 'bigint' || kind === 'date'
        ? [[name, to(scalars[kind])]]
        : [];
    }),
  );

function bindBody({ parameter, classes, place }: Subject): Bind {
  const { name, type } = parameter;
  const read = ({ event }: BindInput): unknown => {
    const json = parseJson(door.body(event));
    return name === undefined ? json : propertyOf(json, name);
  };
  if (type.kind === 'string' && name === undefined)
    return ({ event, failures }) => requireJson(door.body(event), place, failures);
  if (type.kind === 'unknown') return (input) => requireJson(read(input), place, input.failures);
  if (type.kind === 'class') {
    const target = classes.classOf(type.class);
    return async (input) =>
      (await import('../validation/index.js')).bindDto(read(input), target, place, input.failures);
  }
  if (type.kind !== 'array') return (input) => checkJson(read(input), scalarOf(type), place, input.failures);
  if (type.items.kind === 'class') {
    const target = classes.classOf(type.items.class);
    return async (input) =>
      (await import('../validation/index.js')).bindDtoList(read(input), target, place, input.failures);
  }
  const scalar = scalarOf(type.items);
  return (input) => checkJsonList(read(input), scalar, place, input.failures);
}

const scalarOf = ({ kind }: TypeReading): Scalar<unknown> =>
  kind in scalars ? scalars[kind as 'string'] : scalars.unknown;
