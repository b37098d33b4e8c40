/** The JSON Schema of a DTO, from what is described of its class. */
import type { DtoOptions } from '../../model/dto-options.js';
import type { JsonSchema, NotExpressed, SchemaManifest } from '../../model/manifest.js';
import { type DtoDescription, selectionKey, type ValidationDescription } from '../validators/dto-description.js';
import { findEntry, findTransforms, planKeys } from '../validators/transform-entries.js';
import { mergeSchemas, orNull } from './merge-schema.js';
import { type NestedSubject, nestedSchema } from './nested-schema.js';
import { ruleSchema } from './rule-schema.js';
import { type Conversion, conversionOf } from './type-schema.js';

/** What schemas of DTOs are made with. */
export interface SchemaContext {
  readonly options: DtoOptions;
  describe(key: string): DtoDescription;
  /** A reference to the schema of another class, which is made, too. */
  reference(key: string): JsonSchema;
}

/** Describes what plain data an instance of a class is made of and has to be. */
export function dtoSchema(key: string, context: SchemaContext): SchemaManifest {
  const notExpressed: NotExpressed[] = [];
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { name, property } of takenProperties(key, context)) {
    const own = propertySchema(key, property, context);
    properties[name] = own.schema;
    if (own.isRequired) required.push(name);
    notExpressed.push(...own.notExpressed.map((entry) => ({ property: name, ...entry })));
  }
  const { forbidNonWhitelisted } = context.options;
  return {
    schema: {
      type: 'object',
      properties,
      ...(required.length === 0 ? {} : { required }),
      ...(forbidNonWhitelisted ? { additionalProperties: false } : {}),
    },
    notExpressed,
  };
}

/** The properties that rules apply to and that plain data may set, with the names that it has for them. */
function takenProperties(key: string, context: SchemaContext): { readonly name: string; readonly property: string }[] {
  const { transformOptions = {} } = context.options;
  const plan = planKeys(key, transformOptions, context.describe);
  const { unassignable = [] } = context.describe(key);
  const properties = [...new Set(rulesOf(key, context).map(({ property }) => property))];
  return properties.flatMap((property) => {
    const given = findEntry('expose', key, property, context.describe)?.options['name'];
    const name = typeof given === 'string' && !transformOptions.ignoreDecorators ? given : property;
    const isTaken = (plan.isOpen || plan.exposed.includes(name)) && !plan.drops(name);
    return isTaken && !unassignable.includes(property) ? [{ name, property }] : [];
  });
}

/** The rules that a route's options select. */
function rulesOf(key: string, { options, describe }: SchemaContext): readonly ValidationDescription[] {
  const { validations, selections } = describe(key);
  const selected = selections[selectionKey(options)];
  return selected === undefined
    ? validations
    : selected.map((position) => validations[position] as ValidationDescription);
}

interface PropertySchema {
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly notExpressed: readonly Omit<NotExpressed, 'property'>[];
}

function propertySchema(key: string, property: string, context: SchemaContext): PropertySchema {
  const { options, describe } = context;
  const rules = rulesOf(key, context).filter((rule) => rule.property === property);
  const conditions = rules.filter(({ type }) => type === 'conditionalValidation').map(({ place }) => place.factory);
  const transformed = findTransforms(key, property, options.transformOptions ?? {}, describe).length > 0;
  const blind = transformed ? 'Transform' : conditions.find((factory) => factory !== 'IsOptional');
  const parts = rules.filter(({ type }) => type !== 'conditionalValidation').map((rule) => partOf(rule, key, context));
  const refusesMissing = parts.some((part) => !part.allowsMissing);
  const isOptional = conditions.length > 0 || skips(options) || describe(key).initial?.[property] !== undefined;
  const isExposed = findEntry('expose', key, property, describe) !== undefined;
  // a function may give a value where there is none
  const isRequired = refusesMissing && !isOptional && !(transformed && isExposed);
  if (blind !== undefined)
    return {
      schema: {},
      isRequired,
      notExpressed: [{ rule: blind, reason: 'only code can tell what a value has to be' }],
    };
  const merged = parts.reduce<JsonSchema>((schema, part) => mergeSchemas(schema, part.schema), {});
  const allowsNull = conditions.includes('IsOptional') || options.skipMissingProperties || options.skipNullProperties;
  return {
    schema: allowsNull ? orNull(merged) : merged,
    isRequired,
    notExpressed: unique(parts.flatMap(({ notExpressed }) => notExpressed)),
  };
}

const skips = ({ skipMissingProperties, skipUndefinedProperties }: DtoOptions): boolean =>
  skipMissingProperties === true || skipUndefinedProperties === true;

interface Part {
  readonly schema: JsonSchema;
  readonly allowsMissing: boolean;
  readonly notExpressed: readonly Omit<NotExpressed, 'property'>[];
}

/** What one rule says of a property. */
function partOf(rule: ValidationDescription, key: string, context: SchemaContext): Part {
  const { factory } = rule.place;
  const isArray = rulesOf(key, context).some((other) => other.property === rule.property && demandsArray(other));
  const subject: NestedSubject = { key, property: rule.property, isList: rule.each, isArray, context };
  if (rule.type === 'nestedValidation') return { ...nestedSchema(subject), allowsMissing: true };
  const conversion = conversionOf(subject);
  const { schema, reason, allowsMissing = false } = ruleSchema(rule);
  const own = conversion === undefined ? schema : widen(schema, conversion);
  return {
    schema: rule.each ? { type: 'array', ...(Object.keys(own).length === 0 ? {} : { items: own }) } : own,
    allowsMissing,
    notExpressed: [
      ...(reason === undefined ? [] : [{ rule: factory, reason }]),
      ...(rule.each && !isArray
        ? [{ rule: factory, reason: 'with each, a value that is no array is taken for one of its elements' }]
        : []),
      ...(conversion === undefined ? [] : [{ rule: conversion.rule, reason: 'other values are converted, too' }]),
    ],
  };
}

/** Whether a rule refuses all but arrays. */
const demandsArray = ({ each, place }: ValidationDescription): boolean => !each && /^(?:Is)?Array/.test(place.factory);

const unique = <TEntry extends object>(entries: readonly TEntry[]): TEntry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

/** A rule is for what a value is converted to: what may be converted may be given. */
function widen(schema: JsonSchema, { types }: Conversion): JsonSchema {
  const { type, enum: values, const: value, not, ...rest } = schema;
  return types === undefined ? rest : { ...rest, type: types };
}
