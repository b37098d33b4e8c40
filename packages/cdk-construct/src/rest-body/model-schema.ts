/**
 * What a model of API Gateway says of a JSON Schema (2020-12). Models are draft-04, and an import leaves out or misreads much of that: here is
 * only what the gateway is known to check as handlers do, so that it refuses nothing that they take.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
import type { JsonSchema, SchemaManifest } from '@gatewright/core/compiler';

/** The model of a DTO; undefined where it would say no more than that a body has to be an object. */
export function modelSchema({ schema, notExpressed }: SchemaManifest): JsonSchema | undefined {
  if (schema.type !== 'object' || notExpressed.some(({ property }) => property === undefined)) return undefined;
  // where validator and schema differ, the validator may take more
  const unsure = new Set(notExpressed.map(({ property }) => property));
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, each]) => {
    const model = unsure.has(name) ? {} : valueModel(each);
    return Object.keys(model).length === 0 ? [] : [[name, model] as const];
  });
  const required = (schema.required ?? []) as readonly string[];
  if (properties.length + required.length === 0) return undefined;
  return {
    type: 'object',
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
  };
}

/** The model of a value: empty, which takes all, where there are several types, references or combinations of schemas. */
function valueModel(schema: JsonSchema): JsonSchema {
  if (COMBINING.some((keyword) => Object.hasOwn(schema, keyword))) return {};
  const values = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(values)) return valuesModel(values);
  const { type } = schema;
  return typeof type === 'string' && Object.hasOwn(TYPES, type) ? (TYPES[type] as Model)(schema) : {};
}

const COMBINING = ['$ref', 'anyOf', 'oneOf', 'allOf'];

/** Values of one type; an OpenAPI document has no others. */
function valuesModel(values: readonly unknown[]): JsonSchema {
  const type = typeof values[0];
  const isKnown = (type === 'string' || type === 'number') && values.every((value) => typeof value === type);
  return isKnown ? { type, enum: values } : {};
}

type Model = (schema: JsonSchema) => JsonSchema;

/** `exclusiveMinimum` is not supported; the bound itself is then left to the handler. */
const number: Model = ({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }) => ({
  type: 'number',
  ...bound('minimum', minimum, exclusiveMinimum, Math.max),
  ...bound('maximum', maximum, exclusiveMaximum, Math.min),
});

const TYPES: Readonly<Record<string, Model>> = {
  boolean: () => ({ type: 'boolean' }),
  number,
  // 1.0 is no integer in draft-04
  integer: number,
  object: () => ({ type: 'object' }),
  // an array's bounds are not looked at
  array: ({ items }) => {
    const model = valueModel((items ?? {}) as JsonSchema);
    return { type: 'array', ...(Object.keys(model).length > 0 && { items: model }) };
  },
  // validators count variation selectors, as after an emoji, otherwise than a schema does: an upper bound would refuse some texts
  string: ({ minLength, pattern }) => ({
    type: 'string',
    ...(minLength !== undefined && { minLength }),
    ...(typeof pattern === 'string' && isPlainPattern(pattern) && { pattern }),
  }),
};

function bound(
  keyword: string,
  one: unknown,
  other: unknown,
  narrower: (one: number, other: number) => number,
): JsonSchema {
  const bounds = [one, other].filter((each): each is number => typeof each === 'number');
  return bounds.length === 0 ? {} : { [keyword]: bounds.reduce((first, second) => narrower(first, second)) };
}

/**
 * Whether all dialects of regular expressions read a pattern alike: characters of ASCII, `\d`, `\w`, escaped signs, sets of them that are
 * not negated, groups, lookaheads, repetitions, anchors.
 */
const isPlainPattern = (pattern: string): boolean => PLAIN.test(pattern);

const PLAIN =
  /^\^?(?:[\w \-,:;@#%/'"=!~]|\\[dw.+*?/()[\]{}|^$\-\\]|\[(?:[\w .+*,:;@#%/=!-]|\\[dw.+*/\-\\])+\]|\((?:\?[:=!]|(?!\?))|[)|*+?]|\{\d+(?:,\d*)?\})*\$?$/;
