import fc from 'fast-check';
import {
  bigint,
  bindList,
  bindScalar,
  boolean,
  date,
  number,
  oneOf,
  type Scalar,
  string,
} from '../../src/http/scalar.js';
import type { Failure } from '../../src/http/validation-failed.js';

describe('scalars', () => {
  it.each<[Scalar<unknown>, string, unknown]>([
    [string, '', ''],
    [string, ' a ', ' a '],
    [number, '0', 0],
    [number, '-0', -0],
    [number, '+5', 5],
    [number, '007', 7],
    [number, '1.', 1],
    [number, '.5', 0.5],
    [number, '-1.5e-3', -0.0015],
    [number, '1E5', 100000],
    [oneOf(['a', 1]), 'a', 'a'],
    [oneOf(['a', 0]), '0', 0],
    [boolean, 'true', true],
    [boolean, 'false', false],
    [bigint, '0', 0n],
    [bigint, '-9007199254740993', -9007199254740993n],
    [bigint, '+12', 12n],
    [date, '2026-01-02', new Date(Date.UTC(2026, 0, 2))],
    [date, '2024-02-29', new Date(Date.UTC(2024, 1, 29))],
    [date, '2026-01-02T03:04:05Z', new Date(Date.UTC(2026, 0, 2, 3, 4, 5))],
    [date, '2026-01-02T03:04:05.678+02:00', new Date(Date.UTC(2026, 0, 2, 1, 4, 5, 678))],
    [date, '2026-12-31T23:30:00-02:00', new Date(Date.UTC(2027, 0, 1, 1, 30))],
    [date, '0000-01-01', new Date('0000-01-01')],
  ])('$name reads %j', (scalar, text, value) => {
    expect(scalar.parse(text)).toEqual(value);
  });

  it.each<[Scalar<unknown>, string]>([
    ...[
      '',
      ' ',
      ' 1',
      '1 ',
      '12abc',
      '0x10',
      '0b1',
      '1_000',
      '1,5',
      'NaN',
      'Infinity',
      '-Infinity',
      '1e999',
      '--1',
      '+-1',
      '.',
      '-',
      'e5',
      '1e',
      '1n',
      '١',
      '1\n',
    ].map((text): [Scalar<unknown>, string] => [number, text]),
    ...['', 'True', 'FALSE', '1', '0', 'yes', ' true', 'on'].map((text): [Scalar<unknown>, string] => [boolean, text]),
    ...['', ' ', '1.0', '1n', '0x1', '1e3', '-', '+', '--1', ' 1', '12abc', '١'].map(
      (text): [Scalar<unknown>, string] => [bigint, text],
    ),
    ...[
      '',
      '0',
      '2026',
      '2026-01',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-01-32',
      '2026-02-29',
      '2026-02-30',
      '2026-04-31T00:00:00Z',
      '26-01-01',
      '2026-1-1',
      '2026-01-01 00:00',
      '2026-01-01T',
      '2026-01-01T25:00:00Z',
      '2026-01-01Tnoon',
      '2026-01-01T00:00:00Zx',
      '2026-01-01T00:00:00+99:00',
      ' 2026-01-01',
      '01/02/2026',
      'today',
      '1767225600000',
      '+012026-01-01',
    ].map((text): [Scalar<unknown>, string] => [date, text]),
  ])('$name refuses %j', (scalar, text) => {
    expect(scalar.parse(text)).toBeUndefined();
  });

  it('read what was printed', () => {
    const time = fc.date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.bigInt(),
        fc.boolean(),
        time,
        (n, b, flag, at) => {
          // 0 prints no sign
          expect(number.parse(String(n))).toBe(n + 0);
          expect(number.parse(n.toExponential(20))).toBe(n + 0);
          expect(bigint.parse(String(b))).toBe(b);
          expect(boolean.parse(String(flag))).toBe(flag);
          expect(date.parse(at.toISOString())).toEqual(at);
        },
      ),
    );
  });

  it('read days as they are in the calendar', () => {
    const day = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(day, ([year, month, dayOfMonth]) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
        const value = date.parse(text);
        if (value !== undefined) expect(value.toISOString().slice(0, 10)).toBe(text);
        else expect(dayOfMonth).toBeGreaterThan(28);
      }),
    );
  });

  it('accept no garbage', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\d.eE+\-: TZxn_a]{0,12}$/),
      fc.tuple(fc.integer(), fc.string({ minLength: 1 })).map(([value, rest]) => `${value}${rest}`),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const value = number.parse(text);
        expect(value === undefined || /^[+-]?(\d|\.\d)/.test(text)).toBe(true);
        if (value !== undefined) expect(Object.is(value, Number.parseFloat(text))).toBe(true);
        const whole = bigint.parse(text);
        if (whole !== undefined)
          expect(
            text
              .replace(/^\+/, '')
              .replace(/^(-?)0+(?=\d)/, '$1')
              .replace(/^-0$/, '0'),
          ).toBe(String(whole));
        const at = date.parse(text);
        if (at !== undefined) expect(text).toMatch(/^\d{4}-\d\d-\d\d/);
        expect([undefined, text === 'true']).toContain(boolean.parse(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('bindScalar', () => {
  const place = { in: 'query', path: 'limit' } as const;
  const bind = (raw: string | readonly string[] | undefined, required?: boolean) => {
    const failures: Failure[] = [];
    return {
      value: bindScalar(raw, number, { ...place, ...(required === undefined ? {} : { required }) }, failures),
      failures,
    };
  };

  it('reads a value', () => {
    expect(bind('5', true)).toEqual({ value: 5, failures: [] });
  });

  it('lets a value be missing that is not required', () => {
    expect(bind(undefined)).toEqual({ value: undefined, failures: [] });
    expect(bind(undefined, false)).toEqual({ value: undefined, failures: [] });
  });

  it.each<[string, string | readonly string[] | undefined, string, string]>([
    ['a missing value', undefined, 'limit is required', 'required'],
    ['an empty value', '', 'limit must be a number', 'number'],
    ['what is no number', '12abc', 'limit must be a number', 'number'],
    ['a repeated value', ['1', '2'], 'limit must be given once', 'single'],
  ])('refuses %s', (_, raw, message, constraint) => {
    expect(bind(raw, true)).toEqual({ value: undefined, failures: [{ ...place, message, constraint }] });
  });
});

describe('bindList', () => {
  const place = { in: 'query', path: 'id' } as const;

  it.each<[string, string | readonly string[] | undefined, unknown]>([
    ['several values', ['1', '2'], [1, 2]],
    ['one value as an array of one', '1', [1]],
    ['no value, which is not required', undefined, undefined],
  ])('reads %s', (_, raw, value) => {
    const failures: Failure[] = [];
    expect(bindList(raw, number, place, failures)).toEqual(value);
    expect(failures).toEqual([]);
  });

  it('refuses each value that is none, by its position', () => {
    const failures: Failure[] = [];
    bindList(['x', '2', ''], number, place, failures);
    expect(failures).toEqual([
      { in: 'query', path: 'id.0', message: 'id.0 must be a number', constraint: 'number' },
      { in: 'query', path: 'id.2', message: 'id.2 must be a number', constraint: 'number' },
    ]);
  });

  it('refuses a missing list that is required', () => {
    const failures: Failure[] = [];
    expect(bindList(undefined, number, { ...place, required: true }, failures)).toBeUndefined();
    expect(failures).toEqual([{ ...place, message: 'id is required', constraint: 'required' }]);
  });
});
