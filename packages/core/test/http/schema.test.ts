import { bindSchema, type SchemaResult, type StandardSchema } from '../../src/http/schema.js';
import type { Failure } from '../../src/http/validation-failed.js';

const schemaOf = (
  validate: (value: unknown) => SchemaResult<unknown> | Promise<SchemaResult<unknown>>,
): StandardSchema => ({
  '~standard': { version: 1, vendor: 'test', validate },
});
const place = { in: 'body', path: '', required: true } as const;

describe('bindSchema', () => {
  it.each<[string, StandardSchema]>([
    ['synchronous', schemaOf((value) => ({ value: [value] }))],
    ['asynchronous', schemaOf(async (value) => ({ value: [value] }))],
  ])('gives what a %s schema makes of a value', async (_, schema) => {
    const failures: Failure[] = [];
    expect(await bindSchema(1, schema, place, failures)).toEqual([1]);
    expect(await bindSchema(undefined, schema, { ...place, required: false }, failures)).toEqual([undefined]);
    expect(failures).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a missing value', undefined, 'required'],
    ['a hostile one', JSON.parse('{"a":{"__proto__":1}}'), 'unsafeKey'],
    ['one that is nested too deeply', JSON.parse('['.repeat(65) + ']'.repeat(65)), 'depth'],
  ])('does not show the schema %s', async (_, value, constraint) => {
    const failures: Failure[] = [];
    const validate = () => {
      throw new Error('was shown');
    };
    expect(await bindSchema(value, schemaOf(validate), place, failures)).toBeUndefined();
    expect(failures).toEqual([expect.objectContaining({ in: 'body', path: '', constraint })]);
  });

  it.each<[object, string, string]>([
    [{ path: ['a', 0, { key: 'b' }], code: 'too_small' }, 'a.0.b', 'too_small'],
    [{ path: [], type: 'email' }, '', 'email'],
    [{ code: 5 }, '', 'schema'],
  ])('makes a failure of the issue %j', async (issue, path, constraint) => {
    const schema = schemaOf(() => ({ issues: [{ message: 'is wrong', ...issue }] }));
    const failures: Failure[] = [];
    await bindSchema({}, schema, place, failures);
    await bindSchema({}, schema, { in: 'query', path: 'q' }, failures);
    expect(failures).toEqual([
      { in: 'body', path, message: 'is wrong', constraint },
      { in: 'query', path: path === '' ? 'q' : `q.${path}`, message: 'is wrong', constraint },
    ]);
  });
});
