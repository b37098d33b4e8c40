/** What a rule of class-validator's is in JSON Schema. */
import type { JsonSchema } from '../../model/manifest.js';
import { readEnum } from '../../model/read-type.js';
import type { DescribedValue, ValidationDescription } from '../validators/dto-description.js';

/** A rule as a schema, and what of it that does not say. */
export interface RuleSchema {
  readonly schema: JsonSchema;
  /** Absent where the schema says all. */
  readonly reason?: string;
  /** Whether undefined keeps the rule. */
  readonly allowsMissing?: true;
}

const STRING = { type: 'string' };
const NUMBER = { type: 'number' };
const ARRAY = { type: 'array' };

/** The schema of a rule, of the value or of each element that it is for. */
export function ruleSchema(rule: ValidationDescription): RuleSchema {
  const { factory } = rule.place;
  const written = Object.hasOwn(RULES, factory) ? RULES[factory] : undefined;
  if (written !== undefined)
    return typeof written === 'function' ? written(rule.arguments.map(given)) : { schema: written };
  if (TEXTS.has(factory)) return { schema: STRING, reason: 'there is no such format' };
  return { schema: {}, reason: 'only code can tell', allowsMissing: true };
}

/** What a decorator was given; a regular expression stays one. */
function given(value: DescribedValue): unknown {
  return value.pattern === undefined ? value.json : new RegExp(value.pattern.source, value.pattern.flags);
}

type Written = JsonSchema | ((args: readonly unknown[]) => RuleSchema);

const withFormat = (format: string): JsonSchema => ({ ...STRING, format });
const withPattern = (pattern: string): JsonSchema => ({ ...STRING, pattern });

const RULES: Readonly<Record<string, Written>> = {
  Allow: () => ({ schema: {}, allowsMissing: true }),
  ArrayContains: ([values]) =>
    listed(values, (list) => ({ ...ARRAY, allOf: list.map((value) => ({ contains: { const: value } })) }), ARRAY),
  ArrayMaxSize: ([max]) => ({ schema: { ...ARRAY, maxItems: max } }),
  ArrayMinSize: ([min]) => ({ schema: { ...ARRAY, minItems: min } }),
  ArrayNotContains: ([values]) => listed(values, (list) => ({ ...ARRAY, not: { contains: { enum: list } } }), ARRAY),
  ArrayNotEmpty: { ...ARRAY, minItems: 1 },
  ArrayUnique: ([identifier]) =>
    identifier === undefined
      ? {
          schema: { ...ARRAY, uniqueItems: true },
          reason: 'no two objects are the same to the rule, whatever they hold',
        }
      : { schema: ARRAY, reason: 'only code can tell' },
  Contains: ([seed]) => text(seed, (pattern) => withPattern(pattern)),
  Equals: ([value]) => listed([value], () => ({ const: value })),
  IsAlpha: ([locale]) => ofLocale(locale, '^[A-Za-z]+$'),
  IsAlphanumeric: ([locale]) => ofLocale(locale, '^[0-9A-Za-z]+$'),
  IsArray: ARRAY,
  IsAscii: withPattern('^[\\u0000-\\u007f]+$'),
  IsBase64: { ...STRING, contentEncoding: 'base64' },
  IsBoolean: { type: 'boolean' },
  IsBooleanString: ([options]) =>
    options === undefined
      ? { schema: { enum: ['true', 'false', '1', '0'] } }
      : { schema: STRING, reason: 'its options are not' },
  IsDate: withFormat('date-time'),
  IsDateString: () => ({ schema: withFormat('date-time'), reason: 'ISO 8601 allows more than the format' }),
  IsDefined: { not: { type: 'null' } },
  IsDivisibleBy: ([divisor]) =>
    Number.isInteger(divisor) && (divisor as number) > 0
      ? { schema: { ...NUMBER, multipleOf: divisor } }
      : { schema: NUMBER, reason: 'the divisor is no positive integer' },
  IsEmail: withFormat('email'),
  IsEmpty: () => ({ schema: { enum: ['', null] }, allowsMissing: true }),
  IsEnum: ([entity]) => {
    const values = readEnum(entity);
    return values === undefined ? { schema: {}, reason: 'only code can tell' } : { schema: { enum: values } };
  },
  IsFQDN: () => ({ schema: withFormat('hostname'), reason: 'the format allows a name without a top-level domain' }),
  IsHexColor: withPattern('^#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$'),
  IsHexadecimal: withPattern('^(?:0[xXhH])?[0-9A-Fa-f]+$'),
  IsIP: ([version]) => ({
    schema:
      version === undefined
        ? { ...STRING, anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }
        : withFormat(`ipv${version}`),
  }),
  IsISO8601: () => ({ schema: withFormat('date-time'), reason: 'ISO 8601 allows more than the format' }),
  IsIn: ([values]) => listed(values, (list) => ({ enum: list })),
  IsInt: { type: 'integer' },
  IsJSON: { ...STRING, contentMediaType: 'application/json' },
  IsLatitude: {
    type: ['number', 'string'],
    minimum: -90,
    maximum: 90,
    pattern: '^[+-]?(?:90(?:\\.0+)?|[1-8]?\\d(?:\\.\\d+)?)$',
  },
  IsLongitude: {
    type: ['number', 'string'],
    minimum: -180,
    maximum: 180,
    pattern: '^\\s?[+-]?(?:180(?:\\.0+)?|1[0-7]\\d(?:\\.\\d+)?|\\d{1,2}(?:\\.\\d+)?)$',
  },
  IsMongoId: withPattern('^[0-9A-Fa-f]{24}$'),
  IsNegative: { ...NUMBER, exclusiveMaximum: 0 },
  IsNotEmpty: { not: { enum: ['', null] } },
  IsNotEmptyObject: ([options]) =>
    options === undefined
      ? { schema: { type: 'object', minProperties: 1 } }
      : { schema: { type: 'object' }, reason: 'its options are not' },
  IsNotIn: ([values]) => ({ ...listed(values, (list) => ({ not: { enum: list } })), allowsMissing: true }),
  IsNumber: ([options]) =>
    maxDecimalPlaces(options) === undefined
      ? { schema: NUMBER }
      : { schema: NUMBER, reason: 'maxDecimalPlaces is not' },
  IsNumberString: ([options]) => {
    const { no_symbols: isPlain, locale } = (options ?? {}) as {
      readonly no_symbols?: boolean;
      readonly locale?: string;
    };
    if (locale !== undefined) return { schema: STRING, reason: 'there is no such format' };
    return { schema: withPattern(isPlain ? '^[0-9]+$' : '^[+-]?(?:[0-9]*[.])?[0-9]+$') };
  },
  IsObject: { type: 'object' },
  IsPositive: { ...NUMBER, exclusiveMinimum: 0 },
  IsRFC3339: withFormat('date-time'),
  IsString: STRING,
  IsUUID: withFormat('uuid'),
  IsUrl: ([options]) =>
    (options as { readonly require_protocol?: boolean } | undefined)?.require_protocol
      ? { schema: withFormat('uri') }
      : { schema: STRING, reason: 'a URL may lack its protocol, which the format demands' },
  Length: ([min, max]) => ({
    schema: { ...STRING, ...(min ? { minLength: min } : {}), ...(typeof max === 'number' ? { maxLength: max } : {}) },
  }),
  Matches: ([pattern, modifiers]) => matching(pattern, modifiers),
  Max: ([max]) => ({ schema: { ...NUMBER, maximum: max } }),
  MaxDate: () => ({ schema: withFormat('date-time'), reason: 'there is no bound of dates' }),
  MaxLength: ([max]) => ({ schema: { ...STRING, maxLength: max } }),
  Min: ([min]) => ({ schema: { ...NUMBER, minimum: min } }),
  MinDate: () => ({ schema: withFormat('date-time'), reason: 'there is no bound of dates' }),
  MinLength: ([min]) => ({ schema: { ...STRING, minLength: min } }),
  NotContains: ([seed]) => text(seed, (pattern) => ({ ...STRING, not: { pattern } })),
  NotEquals: ([value]) => ({ ...listed([value], () => ({ not: { const: value } })), allowsMissing: true }),
};

/** Rules for text that there is no format of. */
const TEXTS = new Set(
  (
    'IsBIC IsBase32 IsBase58 IsBtcAddress IsByteLength IsCreditCard IsCurrency IsDataURI IsDecimal IsEAN IsEthereumAddress IsFirebasePushId ' +
    'IsFullWidth IsHSL IsHalfWidth IsHash IsIBAN IsISBN IsISIN IsISO31661Alpha2 IsISO31661Alpha3 IsISO31661Numeric IsISO4217CurrencyCode ' +
    'IsISO6391 IsISRC IsISSN IsIdentityCard IsJWT IsLatLong IsLocale IsLowercase IsMACAddress IsMagnetURI IsMilitaryTime IsMimeType ' +
    'IsMobilePhone IsMultibyte IsOctal IsPassportNumber IsPhoneNumber IsPort IsPostalCode IsRgbColor IsSemVer IsStrongPassword ' +
    'IsSurrogatePair IsTaxId IsTimeZone IsUppercase IsVariableWidth'
  ).split(' '),
);

/** A rule that compares with `===`: of objects no two are the same. */
function listed(values: unknown, write: (list: unknown[]) => JsonSchema, otherwise: JsonSchema = {}): RuleSchema {
  if (Array.isArray(values) && values.every(isScalar)) return { schema: write(values) };
  return { schema: otherwise, reason: 'it compares with objects, or with what is no JSON' };
}

const isScalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

function text(seed: unknown, write: (pattern: string) => JsonSchema): RuleSchema {
  if (typeof seed !== 'string') return { schema: STRING, reason: 'what it looks for is no text' };
  return { schema: write(seed.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')) };
}

const ofLocale = (locale: unknown, pattern: string): RuleSchema =>
  locale === undefined || locale === 'en-US'
    ? { schema: withPattern(pattern) }
    : { schema: STRING, reason: 'its locale is not' };

function matching(pattern: unknown, modifiers: unknown): RuleSchema {
  const [source, flags] =
    pattern instanceof RegExp
      ? [pattern.source, pattern.flags]
      : [pattern, typeof modifiers === 'string' ? modifiers : ''];
  if (typeof source !== 'string') return { schema: STRING, reason: 'the pattern is not known' };
  // a schema has no flags, and its patterns are Unicode
  if (/[^gu]/.test(flags) || !isUnicode(source))
    return { schema: STRING, reason: `the pattern /${source}/${flags} has flags or is not Unicode` };
  return { schema: withPattern(source) };
}

function isUnicode(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const maxDecimalPlaces = (options: unknown): unknown =>
  (options as { readonly maxDecimalPlaces?: number } | undefined)?.maxDecimalPlaces;
