import fc from 'fast-check';
import { unsafeReason } from '../../src/http/unsafe.js';

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

describe('unsafeReason', () => {
  it.each([
    [null],
    [undefined],
    ['__proto__'],
    [5],
    [[]],
    [{}],
    [{ proto: 1, construct: { or: 2 } }],
    [[{ a: [null] }]],
  ])('has nothing against %j', (value) => {
    expect(unsafeReason(value)).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the property %s, at any depth', (key) => {
    const reason = { message: `must not have the property "${key}"`, constraint: 'unsafeKey' };
    expect(unsafeReason(JSON.parse(`{"${key}":1}`))).toEqual(reason);
    expect(unsafeReason(JSON.parse(`{"a":[1,{"b":{"${key}":null}}]}`))).toEqual(reason);
  });

  it('refuses nesting deeper than 64, objects and arrays alike', () => {
    const reason = { message: 'must not be nested deeper than 64', constraint: 'depth' };
    expect(unsafeReason(nested(64))).toBeUndefined();
    expect(unsafeReason(nested(65))).toEqual(reason);
    expect(unsafeReason(JSON.parse('['.repeat(64) + ']'.repeat(64)))).toBeUndefined();
    expect(unsafeReason(JSON.parse('['.repeat(65) + ']'.repeat(65)))).toEqual(reason);
    expect(unsafeReason(JSON.parse('['.repeat(5000) + ']'.repeat(5000)))).toEqual(reason);
  });

  it('finds what is unsafe wherever it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('__proto__', 'constructor', 'prototype'), (value, key) => {
        const text = JSON.stringify(value);
        const hasKey = (name: string): boolean => text.includes(`${JSON.stringify(name)}:`);
        if (!['__proto__', 'constructor', 'prototype'].some(hasKey))
          expect(unsafeReason(JSON.parse(text))).toBeUndefined();
        expect(unsafeReason(JSON.parse(`{"x":[${text},{"${key}":${text}}]}`))).toMatchObject({
          constraint: 'unsafeKey',
        });
      }),
    );
  });
});
