import type { JsonSchema, NotExpressed } from '../../model/manifest.js';
import type { TransformDescription } from '../validators/dto-description.js';
import { findEntry } from '../validators/transform-entries.js';
import type { SchemaContext } from './dto-schema.js';

/** A property that holds values of another type. */
export interface NestedSubject {
  /** Key of the class. */
  readonly key: string;
  readonly property: string;
  /** Whether a rule is for each element. */
  readonly isList: boolean;
  /** Whether another rule refuses all but arrays. */
  readonly isArray: boolean;
  readonly context: SchemaContext;
}

interface NestedSchema {
  readonly schema: JsonSchema;
  readonly notExpressed: readonly Omit<NotExpressed, 'property'>[];
}

/** What `@ValidateNested` says of a property, by the class that `@Type` names. */
export function nestedSchema(subject: NestedSubject): NestedSchema {
  const { key, property, isList, isArray, context } = subject;
  const entry = findEntry('type', key, property, context.describe);
  const type = entry?.type ?? entry?.reflected ?? implicitType(subject);
  const object = objectSchema(type !== undefined && 'class' in type ? type.class : undefined, entry, context);
  const items = isMap(entry) ? { type: 'object', additionalProperties: object } : object;
  const reason = isList ? 'one object is taken for an array of one' : 'an array of objects is taken, too';
  return {
    schema: isList || isArray || isDeclaredList(subject) ? { type: 'array', items } : items,
    notExpressed: [
      ...(isArray ? [] : [{ rule: 'ValidateNested', reason }]),
      ...(type === undefined ? [{ rule: 'ValidateNested', reason: 'no @Type names the class' }] : []),
    ],
  };
}

/** What decorator metadata names where it is asked. */
const implicitType = ({ key, property, context: { options, describe } }: NestedSubject) =>
  options.transformOptions?.enableImplicitConversion ? describe(key).designTypes[property] : undefined;

const isMap = (entry: TransformDescription | undefined): boolean =>
  entry?.reflected !== undefined && 'builtIn' in entry.reflected && entry.reflected.builtIn === 'Map';

function isDeclaredList({ key, property, context }: NestedSubject): boolean {
  const type = context.describe(key).designTypes[property];
  return type !== undefined && 'builtIn' in type && (type.builtIn === 'Array' || type.builtIn === 'Set');
}

/** The class, or those that one of its properties tells apart; objects of no class have no rules. */
function objectSchema(
  key: string | undefined,
  entry: TransformDescription | undefined,
  context: SchemaContext,
): JsonSchema {
  const { property } = (entry?.options['discriminator'] ?? {}) as { readonly property?: string };
  const isRuled = key !== undefined && context.describe(key).validations.length > 0;
  if (property === undefined || entry?.subTypes === undefined)
    return key === undefined ? { type: 'object' } : context.reference(key);
  const choices = entry.subTypes.map((subType) => ({
    ...context.reference(subType.class),
    properties: { [property]: { const: subType.name } },
    required: [property],
  }));
  const names = entry.subTypes.map(({ name }) => name);
  const isNamed = { properties: { [property]: { enum: names } }, required: [property] };
  return { anyOf: isRuled ? [...choices, { ...context.reference(key), not: isNamed }] : choices };
}
