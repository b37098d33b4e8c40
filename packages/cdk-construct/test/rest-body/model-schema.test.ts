import type { JsonSchema } from '@gatewright/core/compiler';
import { modelSchema } from '../../src/rest-body/model-schema.js';

/** The model of an object with one property. */
const modelOf = (property: JsonSchema, required: readonly string[] = []) =>
  modelSchema({ schema: { type: 'object', properties: { a: property }, required }, notExpressed: [] });

describe('modelSchema', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['texts', { type: 'string', minLength: 2 }, { type: 'string', minLength: 2 }],
    [
      'patterns',
      { type: 'string', pattern: '^\\d{5}(?:-[A-Z]+)?$' },
      { type: 'string', pattern: '^\\d{5}(?:-[A-Z]+)?$' },
    ],
    ['numbers', { type: 'number', minimum: 1, maximum: 9 }, { type: 'number', minimum: 1, maximum: 9 }],
    ['booleans', { type: 'boolean' }, { type: 'boolean' }],
    ['objects', { type: 'object', minProperties: 1 }, { type: 'object' }],
    ['lists', { type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'string' } }],
    ['listed values', { enum: ['S', 'L'] }, { type: 'string', enum: ['S', 'L'] }],
    ['one value', { const: 5 }, { type: 'number', enum: [5] }],
  ])('checks %s', (_, schema, model) => {
    expect(modelOf(schema)).toEqual({ type: 'object', properties: { a: model } });
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'bounds that are left out, which draft-04 has otherwise',
      { type: 'number', exclusiveMinimum: 0, minimum: -5 },
      { type: 'number', minimum: 0 },
    ],
    ['upper bounds that are left out', { type: 'number', exclusiveMaximum: 3 }, { type: 'number', maximum: 3 }],
    ['integers, of which 1.0 is none in draft-04', { type: 'integer' }, { type: 'number' }],
    ['the longest text, counted otherwise by validators', { type: 'string', maxLength: 5 }, { type: 'string' }],
    ['formats', { type: 'string', format: 'email' }, { type: 'string' }],
    ['patterns that dialects read otherwise', { type: 'string', pattern: '^\\p{L}+$' }, { type: 'string' }],
    ['dots, which are one or two characters of an emoji', { type: 'string', pattern: '^.{2}$' }, { type: 'string' }],
    ['negated sets', { type: 'string', pattern: '[^a]' }, { type: 'string' }],
    ['spaces of Unicode', { type: 'string', pattern: '^\\s$' }, { type: 'string' }],
    ['sizes of lists', { type: 'array', minItems: 1, items: { not: { type: 'null' } } }, { type: 'array' }],
  ])('leaves to the handler %s', (_, schema, model) => {
    expect(modelOf(schema)).toEqual({ type: 'object', properties: { a: model } });
  });

  it.each<[string, JsonSchema]>([
    ['several types', { type: ['string', 'null'] }],
    ['other classes', { $ref: '#/$defs/Address' }],
    ['combinations', { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }],
    ['listed values of several types', { enum: ['a', 1] }],
    ['listed truth values', { enum: [true] }],
    ['no listed value', { enum: [] }],
    ['what is no value', { not: { enum: ['', null] } }],
  ])('says nothing of %s', (_, schema) => {
    expect(modelOf(schema)).toBeUndefined();
    expect(modelOf(schema, ['a'])).toEqual({ type: 'object', required: ['a'] });
  });

  it('says nothing of a property where the schema says that validators take more', () => {
    const schema = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] };
    const notExpressed = [{ property: 'a', rule: 'Transform', reason: 'only code can tell' }];

    expect(modelSchema({ schema, notExpressed })).toEqual({
      type: 'object',
      properties: { b: { type: 'string' } },
      required: ['a'],
    });
    expect(modelSchema({ schema, notExpressed: [{ rule: 'jsonSchema', reason: 'unknown' }] })).toBeUndefined();
  });

  it('lets properties be there that a DTO does not declare', () => {
    const schema = { type: 'object', properties: {}, required: ['a'], additionalProperties: false };

    expect(modelSchema({ schema, notExpressed: [] })).toEqual({ type: 'object', required: ['a'] });
    expect(modelSchema({ schema: {}, notExpressed: [] })).toBeUndefined();
  });
});
