import { bundleFailure, loadProblem } from '../../src/compiler/failure.js';
import type { DefinitionError } from '../../src/index.js';

const problemsOf = (...errors: object[]) => (bundleFailure({ errors }, '/project') as DefinitionError).problems;

describe('bundleFailure', () => {
  it('returns what is not about the author’s code as it is', () => {
    const error = new Error('disk full');
    expect(bundleFailure(error, '/project')).toBe(error);
    expect(bundleFailure(Object.assign(error, { errors: [] }), '/project')).toBe(error);
    expect(bundleFailure(Object.assign(new Error(), { errors: 'none' }), '/project')).toMatchObject({ errors: 'none' });
  });

  it('tells every place that the bundler knows, without colours and its own codes', () => {
    expect(
      problemsOf(
        {
          message: '\u001b[31m[PARSE_ERROR] Unexpected token.\u001b[0m\nmore',
          loc: { file: '/project/src/a.ts', line: 3, column: 4 },
        },
        { message: 'Build failed with 1 error:\n[UNRESOLVED_IMPORT] x', id: 'src/b.ts' },
      ),
    ).toEqual([
      { code: 'SOURCE_INVALID', where: 'src/a.ts', at: 'src/a.ts:3:5', message: 'Unexpected token; correct the file' },
      { code: 'SOURCE_INVALID', where: 'src/b.ts', at: 'src/b.ts', message: '; correct the file' },
    ]);
  });

  it('reads the place from the frame in the message', () => {
    expect(
      problemsOf({
        message: `[UNRESOLVED_IMPORT] Could not resolve './x.js'\n   ╭─[ src/a.ts:1:19 ]\n   │`,
        id: '/project/src/other.ts',
      }),
    ).toEqual([
      {
        code: 'SOURCE_INVALID',
        where: 'src/a.ts',
        at: 'src/a.ts:1:19',
        message: `Could not resolve './x.js'; correct the file`,
      },
    ]);
  });

  it('tells of the project where there is no place', () => {
    expect(problemsOf({ message: 'tsconfig is not valid' })).toEqual([
      { code: 'SOURCE_INVALID', where: '/project', at: '/project', message: 'tsconfig is not valid; correct the file' },
    ]);
  });
});

describe('loadProblem', () => {
  const problem = (...stack: string[]) =>
    loadProblem({ message: 'no table', stack: ['Error: no table', ...stack].join('\n') }, '/project/my app');

  it.each([
    ['a function', '    at read (/project/my app/src/a.ts:3:4)'],
    ['a module', '    at /project/my app/src/a.ts:3:4'],
    ['an async function', '    at async /project/my app/src/a.ts:3:4'],
    ['a URL', '    at file:///project/my%20app/src/a.ts:3:4'],
    ['a URL in a function', '    at async Store.read (file:///project/my%20app/src/a.ts:3:4)'],
  ])('is at the first place of the project in the stack: %s', (_name, line) => {
    const found = problem(
      '    at JSON.parse (<anonymous>)',
      '    at node:internal/x:1:2',
      '    at x (/project/my app/node_modules/x/index.js:1:1)',
      line,
      '    at /project/my app/src/b.ts:9:9',
    );
    expect(found).toMatchObject({ where: 'src/a.ts', at: 'src/a.ts:3:4' });
    expect(found.message).toMatch(/^threw while it was loaded: no table; the build/);
  });

  it('shows the stack where no place of it is in the project', () => {
    const found = problem(
      '    at x (/project/my application/src/a.ts:3:4)',
      '    at y (/project/my app/node_modules/x.js:1:1)',
    );
    expect(found.where).toBe('the controllers');
    expect(found.at).toBeUndefined();
    expect(found.message).toContain('no table\nError: no table\n    at x (/project/my application/src/a.ts:3:4)');
  });

  it('has the message alone where there is no stack', () => {
    const { at, message } = loadProblem({ message: 'text', stack: '' }, '/project');
    expect(at).toBeUndefined();
    expect(message).toMatch(/^threw while it was loaded: text; the build/);
  });
});
