import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { analyze, type Manifest } from '../../../src/compiler/index.js';
import type { SchemaManifest } from '../../../src/model/manifest.js';
import { Address, Everything, InPart } from './application/schemas.controller.js';

let manifest: Manifest;
beforeAll(async () => {
  ({ manifest } = await analyze({
    root: path.join(import.meta.dirname, 'application'),
    controllers: '*.controller.ts',
  }));
});

const schemaOf = (key: string): SchemaManifest => manifest.schemas![key]!;

const validators = new Map<string, (value: unknown) => boolean>();

/** Whether a value keeps a schema of the manifest. */
function keeps(key: string, value: unknown): boolean {
  const known = validators.get(key) ?? validatorOf(key);
  validators.set(key, known);
  return known(value);
}

function validatorOf(key: string): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  const $defs = Object.fromEntries(Object.entries(manifest.schemas!).map(([name, { schema }]) => [name, schema]));
  return ajv.compile({ $ref: `#/$defs/${encodeURIComponent(key)}`, $defs });
}

/** Whether class-validator takes plain data. */
const isValid = (target: new () => object, value: unknown): boolean =>
  validateSync(plainToInstance(target, structured(value) as object), { whitelist: true }).length === 0;

const structured = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const VALID = {
  string: 's',
  length: 'abc',
  minMax: 'ab',
  matches: 'abc',
  email: 'ada@example.com',
  uuid: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  url: 'https://example.com/a',
  ip: '::1',
  ip4: '127.0.0.1',
  host: 'example.com',
  alpha: 'abC',
  alphanumeric: 'ab1',
  ascii: 'a~',
  hexadecimal: '0xFF',
  color: '#abc',
  mongo: '507f1f77bcf86cd799439011',
  numeric: '-1.5',
  digits: '15',
  boolString: 'true',
  contains: 'xa.bx',
  notContains: 'axb',
  number: 1.5,
  int: 5,
  positive: 1,
  negative: -1,
  divisible: 6,
  latitude: 45.5,
  boolean: false,
  size: 'S',
  in: 'a',
  notIn: 'b',
  equals: 'x',
  notEquals: 'y',
  empty: '',
  notEmpty: 'a',
  defined: 0,
  object: {},
  notEmptyObject: { a: 1 },
  array: ['a'],
  arrayNotEmpty: [1],
  arrayContains: ['a', 'b'],
  arrayNotContains: ['b'],
  ints: [2, 3],
};

/** Values of every kind, and those next to the bounds of the rules. */
const PROBES: readonly unknown[] = [
  'a',
  '',
  'ab',
  'abcd',
  'abcde',
  'x',
  'S',
  'Small',
  'A',
  '1',
  '12',
  '-1.5',
  'true',
  'xa.bx',
  'axb',
  'not an email',
  '::1',
  '127.0.0.1',
  'example.com',
  'é',
  '0xFF',
  '#abc',
  '#abcde',
  'zz',
  '😀',
  '12345',
  0,
  1,
  2,
  3,
  9,
  10,
  -1,
  1.5,
  6,
  91,
  true,
  false,
  null,
  [],
  {},
  { a: 1 },
  ['a'],
  ['a', 'b', 'c'],
  ['b'],
  [1],
  [2, 'a'],
  [[]],
  [{}, {}],
];

describe('the schemas of a manifest', () => {
  it('take what class-validator takes, and refuse what it refuses, rule by rule', () => {
    expect(isValid(Everything, VALID)).toBe(true);
    expect(keeps('Everything', VALID)).toBe(true);
    const differences: string[] = [];
    const inPart = new Set(schemaOf('Everything').notExpressed.map(({ property }) => property));
    for (const property of Object.keys(VALID)) {
      for (const probe of PROBES) {
        const value = { ...VALID, [property]: probe };
        const isTaken = keeps('Everything', value);
        if (isTaken !== isValid(Everything, value) && !(isTaken && inPart.has(property)))
          differences.push(`${property}: ${JSON.stringify(probe)}`);
      }
      const { [property as 'string']: _, ...missing } = VALID;
      if (keeps('Everything', missing) !== isValid(Everything, missing)) differences.push(`${property} missing`);
    }
    expect(differences).toEqual([]);
    expect([...inPart]).toEqual(['host']);
  });

  it('say where they differ', () => {
    const lines = schemaOf('InPart').notExpressed.map(
      ({ property, rule, reason }) => `${property}: ${rule}: ${reason}`,
    );
    expect(lines).toMatchSnapshot();
    expect(schemaOf('InPart').schema).toMatchSnapshot();
  });

  it('refuse nothing that class-validator takes, but for what they say', () => {
    const valid = {
      card: '4111111111111111',
      flags: 'A',
      conditional: 'x',
      transformed: '5',
      typed: '4',
      when: '2020-01-01T00:00:00Z',
      unique: [1, 2],
      base64: 'YWJj',
      dateString: '2020-01-01T00:00:00Z',
      given_name: 'a',
      address: { city: 'Bern' },
      addresses: [{ city: 'Bern', zip: null }],
      pet: { kind: 'cat', lives: 9 },
      self: null,
    };
    expect(isValid(InPart, valid)).toBe(true);
    expect(keeps('InPart', valid)).toBe(true);
    for (const broken of [
      { address: { city: 1 } },
      { addresses: [{ city: 'B' }] },
      { pet: { kind: 'dog', lives: 9 } },
      { typed: 2 },
      { given_name: 1 },
      { self: {} },
      { address: undefined, addresses: undefined },
    ]) {
      const value = structured({ ...valid, ...broken });
      expect([broken, keeps('InPart', value)]).toEqual([broken, isValid(InPart, value)]);
      expect([broken, keeps('InPart', value)]).toEqual([broken, false]);
    }
  });

  it('are named by parameters, apart for each set of options', () => {
    const named = manifest.routes.flatMap(({ controllerMethod, parameters }) =>
      parameters.map(({ schema }) => [controllerMethod, schema]),
    );
    expect(Object.fromEntries(named)).toEqual({
      ark: 'SchemasController.ark(0)@Body',
      everything: 'Everything',
      inPart: 'InPart',
      list: 'Address',
      patch: 'Patched',
      put: 'Address.2',
      query: 'Page',
      valibot: undefined,
      zod: 'SchemasController.zod(0)@Body',
    });
    expect(schemaOf('Address.2').schema).toMatchObject({ additionalProperties: false });
    expect(keeps('Address.2', {})).toBe(true);
    expect(keeps('Address.2', { more: 1 })).toBe(false);
    expect(keeps('Address', {})).toBe(false);
    expect(isValid(Address, {})).toBe(false);
    expect(keeps('Patched', {})).toBe(true);
    expect(schemaOf('Page').schema).toEqual({
      type: 'object',
      properties: { limit: { type: ['integer', 'null'], maximum: 100 } },
    });
  });

  it('are what Standard Schemas tell of themselves', () => {
    const { zod, ark } = { zod: 'SchemasController.zod(0)@Body', ark: 'SchemasController.ark(0)@Body' };
    expect(schemaOf(zod).schema).toMatchObject({ type: 'object', required: ['title'] });
    expect(schemaOf(ark).schema).toMatchObject({ type: 'object', required: ['name'] });
    expect(keeps(zod, { title: '' })).toBe(false);
    expect(keeps(ark, { name: 'a', age: 1 })).toBe(true);
  });
});
