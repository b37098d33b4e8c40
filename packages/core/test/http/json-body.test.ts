import fc from 'fast-check';
import { checkJson, checkJsonList, parseJson, propertyOf, requireValue } from '../../src/http/json-body.js';
import { bigint, boolean, date, number, oneOf, type Scalar, string } from '../../src/http/scalar.js';
import type { Failure } from '../../src/http/validation-failed.js';

const whole = { in: 'body', path: '', required: true } as const;
const part = { in: 'body', path: 'age', required: true } as const;

describe('parseJson', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['an empty body as nothing', '', undefined],
    ['null', 'null', null],
    ['a document', ' {"a":[1]} ', { a: [1] }],
  ])('reads %s', (_, text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each(['{', ' ', 'undefined', "{'a':1}", '\ufeff{}'])('refuses %j', (text) => {
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({
        status: 400,
        detail: 'The request body is not valid JSON.',
        cause: expect.any(SyntaxError),
      }),
    );
  });

  it('gives any JSON value back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('propertyOf', () => {
  it.each<[string, unknown, unknown]>([
    ['an own property', { name: 'a' }, 'a'],
    ['an own property that is null', { name: null }, null],
    ['nothing where it is missing', {}, undefined],
    ['nothing of null', null, undefined],
    ['nothing of text', 'name', undefined],
    ['nothing of nothing', undefined, undefined],
    ['nothing that is inherited', Object.create({ name: 'a' }), undefined],
  ])('takes %s', (_, json, value) => {
    expect(propertyOf(json, 'name')).toBe(value);
  });

  it.each(['constructor', '__proto__', 'toString'])('takes %s only where the document has it', (name) => {
    expect(propertyOf({}, name)).toBeUndefined();
    expect(propertyOf(JSON.parse(`{"${name}":1}`), name)).toBe(1);
  });
});

describe('requireValue', () => {
  it.each([null, 0, '', false, {}])('passes %j', (value) => {
    const failures: Failure[] = [];
    expect(requireValue(value, whole, failures)).toBe(value);
    expect(failures).toEqual([]);
  });

  it('refuses a missing value, where it is required', () => {
    const failures: Failure[] = [];
    requireValue(undefined, { ...part, required: false }, failures);
    expect(failures).toEqual([]);
    requireValue(undefined, part, failures);
    requireValue(undefined, whole, failures);
    expect(failures).toEqual([
      { in: 'body', path: 'age', message: 'age is required', constraint: 'required' },
      { in: 'body', path: '', message: 'the body is required', constraint: 'required' },
    ]);
  });
});

describe('checkJson', () => {
  it.each<[Scalar<unknown>, unknown, unknown]>([
    [string, '', ''],
    [number, 0, 0],
    [boolean, false, false],
    [bigint, '9007199254740993', 9007199254740993n],
    [date, '2026-01-02', new Date('2026-01-02')],
  ])('$name takes %j', (scalar, value, taken) => {
    const failures: Failure[] = [];
    expect(checkJson(value, scalar, part, failures)).toEqual(taken);
    expect(failures).toEqual([]);
  });

  it.each<[Scalar<unknown>, unknown]>([
    [string, 5],
    [string, null],
    [number, '5'],
    [number, JSON.parse('1e999')],
    [number, JSON.parse('-1e999')],
    [number, true],
    [boolean, 'true'],
    [boolean, 0],
    [bigint, 5],
    [bigint, '5.0'],
    [date, 0],
    [date, '2026-02-30'],
    [date, {}],
  ])('$name refuses %j', (scalar, value) => {
    const failures: Failure[] = [];
    expect(checkJson(value, scalar, part, failures)).toBeUndefined();
    expect(failures).toEqual([
      { in: 'body', path: 'age', message: `age must be a ${scalar.name}`, constraint: scalar.name },
    ]);
  });

  it('names the body where it is refused as a whole', () => {
    const failures: Failure[] = [];
    checkJson('x', number, whole, failures);
    expect(failures).toEqual([{ in: 'body', path: '', message: 'the body must be a number', constraint: 'number' }]);
  });

  it('asks for a missing value only where it is required', () => {
    const failures: Failure[] = [];
    expect(checkJson(undefined, number, { ...part, required: false }, failures)).toBeUndefined();
    expect(failures).toEqual([]);
    checkJson(undefined, number, part, failures);
    expect(failures).toMatchObject([{ constraint: 'required' }]);
  });
});

describe('checkJsonList', () => {
  it('checks each element, by its position', () => {
    const failures: Failure[] = [];
    expect(checkJsonList(['2026-01-02', 5, null], date, whole, failures)).toEqual([
      new Date('2026-01-02'),
      undefined,
      undefined,
    ]);
    checkJsonList([true], number, part, failures);
    expect(failures.map(({ message }) => message)).toEqual([
      '1 must be a date',
      '2 must be a date',
      'age.0 must be a number',
    ]);
  });

  it.each([null, 'ab', {}, { length: 1 }])('refuses %j', (value) => {
    const failures: Failure[] = [];
    expect(checkJsonList(value, string, whole, failures)).toBeUndefined();
    expect(failures).toEqual([{ in: 'body', path: '', message: 'the body must be an array', constraint: 'array' }]);
  });

  it('asks for a missing list only where it is required', () => {
    const failures: Failure[] = [];
    checkJsonList(undefined, string, { ...part, required: false }, failures);
    expect(failures).toEqual([]);
    checkJsonList(undefined, string, part, failures);
    expect(failures).toMatchObject([{ constraint: 'required' }]);
  });
});

describe('checkJson, of listed values', () => {
  it.each<[unknown, boolean]>([
    ['a', true],
    [1, true],
    ['1', false],
    [null, false],
    [['a'], false],
  ])('%j is one of them: %j', (value, expected) => {
    const failures: Failure[] = [];
    checkJson(value, oneOf(['a', 1]), { in: 'body', path: 'x' }, failures);
    expect(failures.map(({ message }) => message)).toEqual(expected ? [] : ['x must be one of: a, 1']);
  });
});
