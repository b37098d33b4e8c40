import fc from 'fast-check';
import { collect, pairs } from '../../src/http/values.js';

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
    ['a name that objects inherit', { constructor: 'x' }, {}, [['constructor', 'x']]],
  ])('are %s', (_, single, multiple, expected) => {
    expect([...pairs(single, multiple)]).toEqual(expected);
  });
});
