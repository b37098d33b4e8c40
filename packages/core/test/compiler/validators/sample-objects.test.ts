import type { DtoDescription } from '../../../src/compiler/validators/dto-description.js';
import { sampleObjects } from '../../../src/compiler/validators/sample-objects.js';

const ITEM: DtoDescription = {
  class: 'Item',
  name: 'Item',
  ancestors: [],
  validations: [
    {
      type: 'customValidation',
      constraint: 'isInt',
      property: 'count',
      place: { library: 'class-validator', factory: 'IsInt', class: 'Item', property: 'count', index: 0 },
      arguments: [],
      each: false,
      groups: [],
    },
  ],
  selections: { '[[],false,false]': [0] },
  transforms: [],
  designTypes: {},
  unsupported: [],
};

const objects = (more: { readonly isRepeated?: boolean } = {}) =>
  sampleObjects('Item', {
    dtos: { Item: ITEM },
    options: {},
    isRight: (_key, property, plain) => Number.isInteger((plain as Readonly<Record<string, unknown>>)[property]),
    mixtures: 300,
    seed: 1,
    ...more,
  });

describe('objects to try', () => {
  it('hold data under the names that every object has members of', () => {
    const values = objects().flatMap((object) => ['toString', 'hasOwnProperty'].flatMap((name) => own(object, name)));
    expect(values.filter((value) => typeof value === 'function')).toEqual([]);
    expect(values.filter((value) => value === 'a').length).toBeGreaterThan(50);
  });

  it('have each value on its own but on a DTO of the shape of another', () => {
    const all = objects();
    const repeated = objects({ isRepeated: true });
    expect(all.slice(0, 4)).toEqual([{}, { count: 0 }, { count: 0, extra: 1 }, {}]);
    expect(all.length).toBeGreaterThan(330);
    expect(repeated).toHaveLength(301);
    const counts = repeated.flatMap((object) => own(object, 'count'));
    expect(new Set(counts.map((value) => JSON.stringify(value))).size).toBeGreaterThan(30);
  });
});

const own = (object: object, name: string): unknown[] =>
  Object.hasOwn(object, name) ? [(object as Readonly<Record<string, unknown>>)[name]] : [];
