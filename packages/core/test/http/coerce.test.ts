import { coerce, to, toArray, toList } from '../../src/http/coerce.js';
import { boolean, date, number } from '../../src/http/scalar.js';
import { splitCommas } from '../../src/http/split.js';

describe('to', () => {
  it.each([
    ['what its kind reads', to(number), '12', 12],
    ['zero, which is a value', to(number), '0', 0],
    ['false, which is a value', to(boolean), 'false', false],
    ['a date', to(date), '2026-01-02', new Date('2026-01-02')],
  ])('reads %s', (_, turn, raw, value) => {
    expect(turn(raw)).toEqual(value);
  });

  it.each([['12abc'], [''], [undefined], [['1', '2']]])('leaves %j for the validator to refuse', (raw) => {
    expect(to(number)(raw)).toBe(raw);
  });
});

describe('toArray', () => {
  it('makes one value an array of one, and leaves the rest', () => {
    expect(toArray('a')).toEqual(['a']);
    expect(toArray(['a', 'b'])).toEqual(['a', 'b']);
    expect(toArray(undefined)).toBeUndefined();
  });
});

describe('toList', () => {
  it('reads each element, and leaves what is none of its kind', () => {
    expect(toList(number, splitCommas)('1,x')).toEqual([1, 'x']);
    expect(toList(number, splitCommas)(['1', '2,3'])).toEqual([1, 2, 3]);
    expect(toList(number, splitCommas)(undefined)).toBeUndefined();
  });
});

describe('coerce', () => {
  it('makes no object of no values', () => {
    expect(coerce(undefined, { limit: to(number) })).toBeUndefined();
  });

  it('coerces what is declared, and leaves the rest as text', () => {
    const values = { limit: '5', sort: 'name', tag: 'a', extra: ['1', '2'] };
    expect(coerce(values, { limit: to(number), tag: toArray, missing: to(number) })).toStrictEqual({
      limit: 5,
      sort: 'name',
      tag: ['a'],
      extra: ['1', '2'],
    });
    expect(values.limit).toBe('5');
  });

  it('keeps a name that reaches prototypes as a property of its own', () => {
    const values = Object.assign(Object.create(null), JSON.parse('{"__proto__":"x","constructor":"y"}'));
    Object.defineProperty(values, '__proto__', { value: 'x', enumerable: true });
    const coerced = coerce(values, {});
    expect(Object.getPrototypeOf(coerced)).toBe(Object.prototype);
    expect(Object.keys(coerced ?? {}).sort()).toEqual(['__proto__', 'constructor']);
  });
});
