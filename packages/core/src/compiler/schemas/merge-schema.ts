import type { JsonSchema } from '../../model/manifest.js';

/** A schema that both have to hold of. */
export function mergeSchemas(one: JsonSchema, other: JsonSchema): JsonSchema {
  const merged: Record<string, unknown> = { ...one };
  const clashing: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(other)) {
    if (!Object.hasOwn(merged, keyword) || JSON.stringify(merged[keyword]) === JSON.stringify(value))
      merged[keyword] = value;
    else if (keyword === 'type') Object.assign(merged, commonType(merged[keyword], value) ?? never(clashing, value));
    else if (STRICTER[keyword] !== undefined)
      merged[keyword] = STRICTER[keyword](merged[keyword] as number, value as number);
    else clashing[keyword] = value;
  }
  if (Object.keys(clashing).length === 0) return merged;
  return { ...merged, allOf: [...((merged['allOf'] as JsonSchema[] | undefined) ?? []), clashing] };
}

const never = (clashing: Record<string, unknown>, type: unknown): object => {
  clashing['type'] = type;
  return {};
};

/** Bounds of which the narrower says all. */
const STRICTER: Readonly<Record<string, (one: number, other: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
};

/** Types that both name; an integer is a number. */
function commonType(one: unknown, other: unknown): { readonly type: unknown } | undefined {
  const names = (type: unknown): unknown[] => (Array.isArray(type) ? type : [type]);
  const has = (list: unknown[], name: unknown) =>
    list.includes(name) || (name === 'integer' && list.includes('number'));
  const common = [
    ...names(one).filter((name) => has(names(other), name)),
    ...names(other).filter((name) => name === 'integer' && has(names(one), name)),
  ];
  const unique = [...new Set(common)];
  if (unique.length === 0) return undefined;
  return { type: unique.length === 1 ? unique[0] : unique };
}

/** A schema that null keeps, too. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  const isSimple = type !== undefined && !COMBINING.some((keyword) => Object.hasOwn(schema, keyword));
  if (isSimple) return { ...schema, type: [...(Array.isArray(type) ? type : [type]), 'null'] };
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

/** Keywords that say something of null. */
const COMBINING = ['enum', 'const', 'not', 'anyOf', 'allOf', '$ref'];
