/** docs/validation.md says of every decorator and option how it is compiled. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FAST_TESTS, INLINE_TESTS } from '../../../src/compiler/validators/inline-tests.js';

const require = createRequire(import.meta.url);
const ROOT = path.join(import.meta.dirname, '../../../../..');

/** What the libraries export beside decorators. */
const NO_DECORATORS = [
  'ValidationError',
  'ValidationTypes',
  'Validator',
  'MetadataStorage',
  'ClassTransformer',
  'TransformationType',
];

/** Decorators that no test of a value belongs to. */
const SPECIAL = ['IsOptional', 'Allow'];
const STRUCTURE = ['Validate', 'ValidateBy', 'ValidateIf', 'ValidateNested', 'ValidatePromise', 'ValidatorConstraint'];

const decoratorsOf = (library: string): string[] =>
  Object.keys(require(library) as object).filter((name) => /^[A-Z][a-z]/.test(name) && !NO_DECORATORS.includes(name));

/** The rows of the table, each with the names in its first cell. */
async function rows(): Promise<{ readonly names: readonly string[]; readonly how: string }[]> {
  const page = await readFile(path.join(ROOT, 'docs/validation.md'), 'utf8');
  const table = page.slice(page.indexOf('## Compiled, or by the libraries'));
  return [...table.matchAll(/^\| (.*?) \| (.*) \|$/gm)].map(([, what = '', how = '']) => ({
    names: [...what.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(' ')),
    how,
  }));
}

const sorted = (names: readonly string[] = []) => [...names].sort();

describe('the table of decorators', () => {
  it.each(['class-validator', 'class-transformer'])('names every decorator of %s', async (library) => {
    const named = (await rows()).flatMap(({ names }) => names);
    expect(decoratorsOf(library).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('says which tests stand in the code, and which predicates are called', async () => {
    const table = await rows();
    const row = (name: string) => sorted(table.find(({ names }) => names.includes(name))?.names);
    expect(row('IsInt')).toEqual(sorted([...Object.keys(INLINE_TESTS), ...SPECIAL]));
    expect(row('IsEmail')).toEqual(sorted(Object.keys(FAST_TESTS)));
    const others = [...Object.keys(INLINE_TESTS), ...Object.keys(FAST_TESTS), ...SPECIAL, ...STRUCTURE];
    expect(row('IsUrl')).toEqual(sorted(decoratorsOf('class-validator').filter((name) => !others.includes(name))));
  });

  it('names every option of @Validation', async () => {
    const source = await readFile(path.join(ROOT, 'packages/core/src/model/dto-options.ts'), 'utf8');
    const options = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name as string);
    const named = (await rows()).flatMap(({ names }) => names.map((name) => name.replace(/:$/, '')));
    expect(options.length).toBeGreaterThan(20);
    expect(options.filter((option) => !named.includes(option))).toEqual([]);
  });
});
