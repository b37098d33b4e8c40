import fc from 'fast-check';
import { collect, collectHeaders, pairs, text, texts } from '../../src/http/values.js';

describe('collect', () => {
  it('has one value as text, several as an array in order', () => {
    const values = collect([
      ['a', '1'],
      ['b', ''],
      ['a', '2'],
      ['a', '3'],
      ['b', 'x'],
    ]);
    expect({ ...values }).toEqual({ a: ['1', '2', '3'], b: ['', 'x'] });
  });

  it('has no prototype, so that any name is safe', () => {
    const values = collect([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(values)).toBeNull();
    expect(Object.entries(values)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('keeps every pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'constructor', ''), fc.string())),
        (entries) => {
          const values = collect(entries);
          for (const name of new Set(entries.map(([key]) => key)))
            expect([values[name]].flat()).toEqual(entries.filter(([key]) => key === name).map(([, value]) => value));
        },
      ),
    );
  });
});

describe('pairs', () => {
  it.each<[string, Parameters<typeof pairs>[0], Parameters<typeof pairs>[1], readonly (readonly [string, string])[]]>([
    ['nothing of null', null, null, []],
    ['nothing of undefined', undefined, undefined, []],
    [
      'the single values where there is no other map',
      { a: '1', b: '2' },
      null,
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'all values, each once',
      { a: '2', b: '3' },
      { a: ['1', '2'], b: ['3'] },
      [
        ['a', '1'],
        ['a', '2'],
        ['b', '3'],
      ],
    ],
    [
      'single values that the other map lacks',
      { a: '1', b: '2' },
      { a: ['1'] },
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['the single value of a list that is undefined', { a: '1' }, { a: undefined }, [['a', '1']]],
    ['no undefined', { a: undefined }, { b: undefined }, []],
    [
      'no null, which events written by hand have',
      { a: null as never },
      { b: null as never, c: [null as never, 'x'] },
      [['c', 'x']],
    ],
    ['what is no text as missing', { a: 5 as never }, { b: [{} as never] }, []],
    ['what is no list as missing', { a: '1' }, { a: 'x' as never, b: 5 as never }, [['a', '1']]],
    ['nothing of what is no map', 5 as never, true as never, []],
    ['a name that objects inherit', { constructor: 'x' }, {}, [['constructor', 'x']]],
  ])('are %s', (_, single, multiple, expected) => {
    expect([...pairs(single, multiple)]).toEqual(expected);
  });
});

describe('collectHeaders', () => {
  it('joins repeats with commas, cookies with semicolons (RFC 9110, 5.3; RFC 9113, 8.2.3)', () => {
    const headers = collectHeaders([
      ['Accept', 'a'],
      ['accept', 'b'],
      ['Cookie', 'c=1'],
      ['cookie', 'd=2'],
      ['X-Empty', ''],
      ['x-empty', ''],
    ]);
    expect({ ...headers }).toEqual({ accept: 'a,b', cookie: 'c=1; d=2', 'x-empty': ',' });
  });
});

describe('texts', () => {
  it('are the own texts of a map, decoded where asked', () => {
    expect(Object.entries(texts(JSON.parse('{"__proto__":"a","b":1,"c":null,"d":"e"}')))).toEqual([
      ['__proto__', 'a'],
      ['d', 'e'],
    ]);
    expect({ ...texts({ a: 'b' }, (value) => value.toUpperCase()) }).toEqual({ a: 'B' });
    expect(texts(undefined).constructor).toBeUndefined();
  });
});

describe('text', () => {
  it.each([
    ['a', 'a'],
    [5, ''],
    [undefined, ''],
  ])('of %j is %j', (value, expected) => {
    expect(text(value)).toBe(expected);
  });
});
