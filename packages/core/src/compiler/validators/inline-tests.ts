/**
 * Tests that stand in the code itself, by the decorator: each says exactly what class-validator's predicate says. Where a decorator's
 * arguments are not known, or there is no row, the predicate is called.
 */

import type { ValidationDescription } from './dto-description.js';
import { literalOf, staticJson } from './dto-writer.js';

/** Writes the test of an expression; undefined where only the predicate can tell. */
export type InlineTest = (
  value: string,
  rule: ValidationDescription,
  runtime: (name: string) => string,
) => string | undefined;

export const INLINE_TESTS: Readonly<Record<string, InlineTest>> = {
  IsDefined: (value) => `${value} !== undefined && ${value} !== null`,
  IsEmpty: (value) => `${value} === "" || ${value} === null || ${value} === undefined`,
  IsNotEmpty: (value) => `${value} !== "" && ${value} !== null && ${value} !== undefined`,
  Equals: (value, rule) => compared(rule, (literal) => `${value} === ${literal}`),
  NotEquals: (value, rule) => compared(rule, (literal) => `${value} !== ${literal}`),
  IsIn: (value, rule) => listed(rule, (literals) => oneOf(value, literals)),
  IsNotIn: (value, rule) => listed(rule, (literals) => `!(${oneOf(value, literals)})`),
  IsEnum: (value, rule) => members(rule, (literals) => oneOf(value, literals)),
  IsString: (value) => `typeof ${value} === "string" || ${value} instanceof String`,
  IsBoolean: (value) => `typeof ${value} === "boolean" || ${value} instanceof Boolean`,
  IsInt: (value) => `Number.isInteger(${value})`,
  IsNumber: (value, { constraints }) =>
    JSON.stringify(staticJson(constraints?.[0])) === '{}' ? `Number.isFinite(${value})` : undefined,
  IsObject: (value) =>
    `${value} != null && (typeof ${value} === "object" || typeof ${value} === "function") && !Array.isArray(${value})`,
  IsArray: (value) => `Array.isArray(${value})`,
  IsDate: (value) => `${value} instanceof Date && !Number.isNaN(${value}.getTime())`,
  IsPositive: (value) => `typeof ${value} === "number" && ${value} > 0`,
  IsNegative: (value) => `typeof ${value} === "number" && ${value} < 0`,
  Min: (value, rule) => numeric(rule, (limit) => `typeof ${value} === "number" && ${value} >= ${limit}`),
  Max: (value, rule) => numeric(rule, (limit) => `typeof ${value} === "number" && ${value} <= ${limit}`),
  ArrayNotEmpty: (value) => `Array.isArray(${value}) && ${value}.length > 0`,
  ArrayMinSize: (value, rule) => numeric(rule, (limit) => `Array.isArray(${value}) && ${value}.length >= ${limit}`),
  ArrayMaxSize: (value, rule) => numeric(rule, (limit) => `Array.isArray(${value}) && ${value}.length <= ${limit}`),
  Matches: (value, { constraints = [] }) => {
    const [pattern, modifiers] = constraints;
    const literal = pattern?.pattern === undefined ? undefined : literalOf(pattern);
    // a global or sticky pattern remembers where it was
    const isStateless = !/[gy]/.test(pattern?.pattern?.flags ?? '') && literalOf(modifiers) === 'undefined';
    return literal !== undefined && isStateless
      ? `typeof ${value} === "string" && ${literal}.test(${value})`
      : undefined;
  },
};

/** Writes the test of an expression, with the call of the predicate where nothing else is sure; undefined where it is always called. */
export type FastTest = (
  value: string,
  rule: ValidationDescription,
  asked: { readonly call: string; runtime(name: string): string },
) => string | undefined;

/**
 * Tests that spare nearly every valid value, and most that are not, the predicate's cost, by the decorator: what surely keeps the rule, or
 * may keep it and is asked about.
 */
export const FAST_TESTS: Readonly<Record<string, FastTest>> = {
  IsEmail: (value, { constraints }, { call, runtime }) =>
    literalOf(constraints?.[0]) === 'undefined'
      ? `typeof ${value} === "string" && (${runtime('isPlainEmail')}(${value}) || !${runtime('isNoEmail')}(${value}) && ${call})`
      : undefined,
  Length: (value, rule, asked) => {
    const [minimum, maximum] = rule.constraints ?? [];
    return fitting(value, asked, [
      staticJson(minimum),
      literalOf(maximum) === 'undefined' ? null : staticJson(maximum),
    ]);
  },
  MinLength: (value, rule, asked) => fitting(value, asked, [staticJson(rule.constraints?.[0]), null]),
  MaxLength: (value, rule, asked) => fitting(value, asked, [0, staticJson(rule.constraints?.[0])]),
};

/** Longer ones are counted at once. */
const LONGEST_MINIMUM = 64;

function fitting(
  value: string,
  { call, runtime }: Parameters<FastTest>[2],
  [minimum, maximum]: readonly [unknown, unknown],
): string | undefined {
  if (!isCount(minimum) || minimum > LONGEST_MINIMUM || (maximum !== null && !isCount(maximum))) return undefined;
  const isText = `typeof ${value} === "string"`;
  if (minimum === 0 && maximum !== null) return `${isText} && (${value}.length <= ${maximum} || ${call})`;
  const fits = `${runtime('fits')}(${value}, ${minimum}${maximum === null ? '' : `, ${maximum}`})`;
  // the count is never above the code units
  return `${isText} && (${fits} || ${value}.length >= ${minimum} && ${call})`;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const compared = ({ constraints }: ValidationDescription, write: (literal: string) => string): string | undefined => {
  const literal = literalOf(constraints?.[0]);
  // an object is equal to itself alone
  return literal === undefined || /^[[{/]/.test(literal) ? undefined : write(literal);
};

const numeric = ({ constraints }: ValidationDescription, write: (limit: number) => string): string | undefined => {
  const limit = staticJson(constraints?.[0]);
  return typeof limit === 'number' ? write(limit) : undefined;
};

function listed({ constraints }: ValidationDescription, write: (literals: unknown[]) => string): string | undefined {
  const list = staticJson(constraints?.[0]);
  return Array.isArray(list) && list.every(isScalar) ? write(list) : undefined;
}

function members({ constraints }: ValidationDescription, write: (literals: unknown[]) => string): string | undefined {
  const entity = staticJson(constraints?.[0]);
  if (typeof entity !== 'object' || entity === null) return undefined;
  const values: unknown[] = Object.values(entity);
  return values.every(isScalar) ? write([...new Set(values)]) : undefined;
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

const oneOf = (value: string, literals: readonly unknown[]): string =>
  literals.length === 0 ? 'false' : literals.map((literal) => `${value} === ${JSON.stringify(literal)}`).join(' || ');
