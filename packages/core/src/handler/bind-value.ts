/** Makes of raw values what a parameter is to be. */
import type { Context } from 'aws-lambda';
import type { AnyEvent } from '../http/any-door.js';
import { type Coerce, coerce, to, toArray, toList } from '../http/coerce.js';
import type { HttpContext } from '../http/context.js';
import type { RouteTemplate, Values } from '../http/front-door.js';
import type { Place } from '../http/place.js';
import type { RawValue, Scalar } from '../http/scalar.js';
import * as scalars from '../http/scalar.js';
import { bindSchema, type StandardSchema } from '../http/schema.js';
import { split, splitCommas, splitHeader } from '../http/split.js';
import type { Failure } from '../http/validation-failed.js';
import type { RouteModel } from '../model/build-route.js';
import type { ClassTable } from '../model/class-table.js';
import type { ParameterManifest, TypeModel } from '../model/manifest.js';
import type { ApplicationReading, TypeReading } from '../model/reading.js';

/** What binders read. */
export interface BindInput {
  readonly event: AnyEvent;
  readonly context: Context | undefined;
  readonly route: RouteTemplate;
  /** What middleware sees of the request. */
  readonly http: HttpContext;
  readonly failures: Failure[];
}

/** Gives a parameter its value for one event. */
export type Bind = (input: BindInput) => unknown;

/** Makes of a value what a parameter is to be. */
export type BindTo<TValue> = (value: TValue, failures: Failure[]) => unknown;

/** A parameter with everything known of it. */
export interface Subject {
  readonly parameter: ParameterManifest;
  readonly application: ApplicationReading;
  readonly classes: ClassTable;
  /** The media types that the route's body may have, undefined for any; and how its DTOs are validated. */
  readonly route: Pick<RouteModel, 'consumes' | 'validation'>;
  readonly place: Place;
}

/** How one raw value, or all raw values of a name, are bound. */
export function bindOne(subject: Subject): BindTo<RawValue> {
  const { parameter, place } = subject;
  const { type } = parameter;
  if (type.kind === 'schema') return bindToSchema(subject, type);
  if (type.kind !== 'array') {
    const scalar = scalarOf(type);
    return (raw, failures) => scalars.bindScalar(raw, scalar, place, failures);
  }
  const scalar = scalarOf(type.items);
  const elements = splitterOf(parameter);
  return (raw, failures) => scalars.bindList(elements(raw), scalar, place, failures);
}

/** The elements of the raw values of a name. */
function splitterOf({ in: place, separator }: ParameterManifest): (raw: RawValue) => RawValue {
  if (separator === undefined || place === 'auth') return (raw) => raw;
  return place === 'header' && separator === ',' ? splitHeader : (raw) => split(raw, separator);
}

/** How a value is validated by a schema. */
export function bindToSchema(
  { classes, place }: Subject,
  { value: key, member }: TypeModel & { readonly kind: 'schema' },
): BindTo<unknown> {
  const given = classes.values.get(key);
  const schema = (member === undefined ? given : (given as { readonly type: unknown })[member]) as StandardSchema;
  return (value, failures) => bindSchema(value, schema, place, failures);
}

/** How all values of a place become a DTO. */
export function bindValuesDto(subject: Subject, key: string): BindTo<Values | undefined> {
  const { parameter, route, application, classes, place } = subject;
  const properties = coercions(application.classes[key]?.properties ?? {}, parameter.in === 'header');
  const target = classes.classOf(key);
  return async (values, failures) => {
    const { bindDto } = await import('../validation/index.js');
    return bindDto(coerce(values, properties), target, place, failures, route.validation);
  };
}

/** How each property that is not text is coerced. */
export const coercions = (
  properties: Readonly<Record<string, TypeReading>>,
  isHeader: boolean,
): Record<string, Coerce> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, type]): [string, Coerce][] => {
      const coercion = coercionOf(type, isHeader);
      return coercion === undefined ? [] : [[name, coercion]];
    }),
  );

function coercionOf(type: TypeReading, isHeader: boolean): Coerce | undefined {
  if (type.kind !== 'array') return isCoerced(type.kind) ? to(scalars[type.kind]) : undefined;
  const { kind } = type.items ?? {};
  if (!isCoerced(kind)) return isHeader ? splitHeader : toArray;
  return toList(scalars[kind], isHeader ? splitHeader : splitCommas);
}

const isCoerced = (kind: unknown): kind is 'number' | 'boolean' | 'bigint' | 'date' =>
  kind === 'number' || kind === 'boolean' || kind === 'bigint' || kind === 'date';

/** The primitive that stands for a kind of single value; it has the kind's own name. */
export function scalarOf(type: TypeModel): Scalar<unknown> {
  return type.kind === 'enum' ? scalars.oneOf(type.values) : scalars[type.kind as 'string'];
}
