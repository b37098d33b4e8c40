import { ClassTable } from '../../src/model/class-table.js';
import { readParameter } from '../../src/model/read-parameter.js';
import type { OwnedRecord } from '../../src/model/value-table.js';

class Page {}
class Users {}

const standard = { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) };
const schema = { '~standard': standard };
const callable = Object.assign(() => {}, schema);
enum Order {
  A = 'a',
}

const entryOf = (decorator: string, values: readonly unknown[]): OwnedRecord => ({
  decorator,
  arguments: values,
  member: 'list',
  parameter: 1,
  owner: Users,
  occurrence: 0,
  count: 1,
});

describe('readParameter', () => {
  const base = { index: 1, decorator: 'Query', declared: { kind: 'string' } };
  const page = { kind: 'class', class: 'Page' };

  it.each<[string, readonly unknown[], object]>([
    ['no arguments', [], {}],
    ['undefined arguments', [undefined, undefined], {}],
    ['a name', ['limit'], { name: 'limit' }],
    ['an empty name', [''], { name: '' }],
    ['a class', [Page], { explicit: page }],
    ['an array of a class', [[Page]], { explicit: { kind: 'array', items: page } }],
    ['options alone', [{ required: true }], { required: true }],
    ['a type in options', [{ type: Number }], { explicit: { kind: 'number' } }],
    [
      'a name and options',
      ['tag', { required: false, type: [String] }],
      { name: 'tag', required: false, explicit: { kind: 'array', items: { kind: 'string' } } },
    ],
    ['a class and options', [Page, { required: true }], { explicit: page, required: true }],
    ['a class and a type, of which the type wins', [Page, { type: Number }], { explicit: { kind: 'number' } }],
    ['a separator', ['id', { separator: '|' }], { name: 'id', separator: '|' }],
    ['an enum', ['o', { enum: { A: 'a', B: 'b' } }], { name: 'o', explicit: { kind: 'enum', values: ['a', 'b'] } }],
    ['an enum of numbers', [{ enum: { 0: 'A', A: 0 } }], { explicit: { kind: 'enum', values: [0] } }],
    [
      'a list of an enum',
      ['o', { enum: ['a', 1, 'a'], type: [String] }],
      { name: 'o', explicit: { kind: 'array', items: { kind: 'enum', values: ['a', 1] } } },
    ],
    [
      'a list of an enum, its elements left out',
      ['o', { enum: ['a'], type: Array }],
      { name: 'o', explicit: { kind: 'array', items: { kind: 'enum', values: ['a'] } } },
    ],
    ['a schema', [schema], { explicit: { kind: 'schema', value: 'Users.list(1)@Query' } }],
    ['a schema that is a function', [callable], { explicit: { kind: 'schema', value: 'Users.list(1)@Query' } }],
    [
      'a schema in options',
      [{ type: schema }],
      { explicit: { kind: 'schema', value: 'Users.list(1)@Query', member: 'type' } },
    ],
    [
      'a name and a schema in options',
      ['q', { type: schema }],
      { name: 'q', explicit: { kind: 'schema', value: 'Users.list(1)@Query,1', member: 'type' } },
    ],
  ])('reads %s', (_, values, reading) => {
    expect(readParameter(entryOf('Query', values), String, new ClassTable())).toStrictEqual({ ...base, ...reading });
  });

  it('reads the values of an enum as those of each element, where the type is an array', () => {
    expect(readParameter(entryOf('Query', ['o', { enum: Order }]), Array, new ClassTable())).toMatchObject({
      explicit: { kind: 'array', items: { kind: 'enum', values: ['a'] } },
    });
  });

  it('tells a declared enum, where the compiler does', () => {
    const reading = readParameter(entryOf('Query', ['o']), Order, new ClassTable());
    expect(reading).toMatchObject({ declared: { kind: 'string' }, enumerated: true });
    expect(readParameter(entryOf('Query', [schema]), schema, new ClassTable())).not.toHaveProperty('enumerated');
  });

  it.each(['UploadedFile', 'Req', 'Ctx', 'Signal', 'Auth'])(
    'does not ask for the declared type of @%s',
    (decorator) => {
      const classes = new ClassTable();
      expect(readParameter(entryOf(decorator, []), AbortSignal, classes).declared).toEqual({ kind: 'object' });
      expect([...classes.entries()]).toEqual([]);
    },
  );

  it('reads the declared type of a claim', () => {
    expect(readParameter(entryOf('Auth', ['age']), Number, new ClassTable()).declared).toEqual({ kind: 'number' });
  });

  it('reads a context key', () => {
    const classes = new ClassTable();
    const key = { name: 'tenant' };
    const reading = readParameter(entryOf('Ctx', [key]), String, classes);
    expect(reading).toMatchObject({ key: 'Users.list(1)@Ctx' });
    expect(classes.values.get('Users.list(1)@Ctx')).toBe(key);
  });

  it.each<[string, readonly unknown[], string, string]>([
    ['Query', [5], 'PARAMETER_OPTION_INVALID', '@Query was given 5; give a name, a type or options'],
    ['Query', [[5]], 'PARAMETER_OPTION_INVALID', '@Query was given [5]; give a name, a type or options'],
    ['Query', [null], 'PARAMETER_OPTION_INVALID', '@Query was given null; give a name, a type or options'],
    [
      'Query',
      ['ids', [Number]],
      'PARAMETER_OPTION_INVALID',
      '@Query was given [null] second; give options, for example { required: true }',
    ],
    [
      'Query',
      ['limit', { type: 'number' }],
      'PARAMETER_OPTION_INVALID',
      '@Query\'s type is "number"; give a constructor, for example Number, an array of one, or a schema',
    ],
    [
      'Body',
      ['limit', { required: 'no' }],
      'PARAMETER_OPTION_INVALID',
      '@Body\'s required is "no"; give true or false',
    ],
    ['Query', [{ separator: ', ' }], 'PARAMETER_OPTION_INVALID', '@Query\'s separator is ", "; give one character'],
    ['Query', [{ separator: 5 }], 'PARAMETER_OPTION_INVALID', "@Query's separator is 5; give one character"],
    [
      'Body',
      [[schema]],
      'PARAMETER_OPTION_INVALID',
      '@Body was given an array of a schema; give a schema of the array, for example z.array(schema)',
    ],
    [
      'Body',
      ['a', { type: [schema] }],
      'PARAMETER_OPTION_INVALID',
      '@Body was given an array of a schema; give a schema of the array, for example z.array(schema)',
    ],
    [
      'Query',
      ['o', { enum: {} }],
      'ENUM_INVALID',
      "@Query's enum is {}; give an enum or an array of the values there are, strings or numbers",
    ],
    [
      'Query',
      ['o', { enum: [true] }],
      'ENUM_INVALID',
      "@Query's enum is [true]; give an enum or an array of the values there are, strings or numbers",
    ],
    [
      'Query',
      ['o', { enum: 'asc' }],
      'ENUM_INVALID',
      '@Query\'s enum is "asc"; give an enum or an array of the values there are, strings or numbers',
    ],
    [
      'Ctx',
      [{}],
      'PARAMETER_OPTION_INVALID',
      "@Ctx was given {}; give the name of a property of Lambda's context, or a context key, an object with a name",
    ],
    [
      'Ctx',
      [5],
      'PARAMETER_OPTION_INVALID',
      "@Ctx was given 5; give the name of a property of Lambda's context, or a context key, an object with a name",
    ],
  ])('refuses @%s of %j', (decorator, values, code, message) => {
    expect(readParameter(entryOf(decorator, values), String, new ClassTable()).refused).toEqual({ code, message });
  });
});
