import { difference } from '../../../src/compiler/validators/same.js';

class One {
  a = 1;
}
class ValidationError {
  property = 'a';
}

describe('difference', () => {
  it.each([
    ['scalars', 'a', 'a'],
    ['numbers that are none', Number.NaN, Number.NaN],
    ['objects', { a: 1, b: [{ c: null }] }, { a: 1, b: [{ c: null }] }],
    ['instances', new One(), new One()],
    ['dates', new Date(5), new Date(5)],
    ['dates that are none', new Date(Number.NaN), new Date(Number.NaN)],
    ['sets', new Set([1, { a: 1 }]), new Set([1, { a: 1 }])],
    ['maps', new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]])],
    ['an error of the library and a plain one', new ValidationError(), { property: 'a' }],
    ['objects without prototype', Object.create(null), Object.create(null)],
  ])('is none between %s', (_name, one, other) => {
    expect(difference(one, other)).toBeUndefined();
  });

  it.each([
    ['zeros', 0, -0, 'it: 0 instead of 0'],
    ['null and an object', null, {}, 'it: null instead of {}'],
    ['an object and undefined', { a: {} }, { a: undefined }, 'a: {} instead of undefined'],
    ['big integers', { a: 1n }, { a: 2n }, 'a: 1 instead of 2'],
    ['symbols', Symbol('a'), Symbol('b'), 'it: Symbol(a) instead of Symbol(b)'],
    ['functions', () => 1, null, expect.stringContaining('=>')],
    ['long texts', 'a'.repeat(100), 'b', `it: "${'a'.repeat(79)} instead of "b"`],
    ['classes', new One(), { a: 1 }, 'it: another class'],
    ['classes of properties', { b: new One() }, { b: { a: 1 } }, 'b: another class'],
    ['dates', { at: new Date(5) }, { at: new Date(6) }, 'at: another date'],
    ['keys', { a: 1 }, { b: 1 }, 'it: has [a] instead of [b]'],
    ['the number of keys', { a: {} }, { a: { b: 1 } }, 'a: has [] instead of [b]'],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, 'it: has [a,b] instead of [b,a]'],
    ['elements', { a: [1, 2] }, { a: [1, 3] }, 'a.1: 2 instead of 3'],
    ['members of sets', new Set([1]), new Set([2]), '0: 1 instead of 2'],
    ['members of maps', { m: new Map([['a', 1]]) }, { m: new Map([['a', 2]]) }, 'm.0.1: 1 instead of 2'],
  ])('tells where %s differ', (_name, one, other, told) => {
    expect(difference(one, other)).toEqual(told);
  });
});
