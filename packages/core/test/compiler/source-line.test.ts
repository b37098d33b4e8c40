import { withSourceLines } from '../../src/compiler/source-line.js';
import { DefinitionError, type Problem } from '../../src/errors/definition-error.js';
import { createProject, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

const shown = async (source: string, ...places: readonly (string | undefined)[]): Promise<string[]> => {
  project = await createProject({ 'a.ts': source });
  const problems = places.map(
    (at): Problem => ({ code: 'SOURCE_INVALID', where: 'A', message: 'is wrong', ...(at ? { at } : {}) }),
  );
  const failed = withSourceLines(project.root, Promise.reject(new DefinitionError(problems)));
  const error: unknown = await failed.catch((reason: unknown) => reason);
  return (error as Error).message.split('\n');
};

describe('withSourceLines', () => {
  it('shows the line of every mistake, with a caret at its place', async () => {
    expect(await shown('one\n\tclass A {}\n', 'a.ts:2:8', 'a.ts:1:1')).toEqual([
      'a.ts:2:8 A: is wrong [SOURCE_INVALID]',
      '  2 | \tclass A {}',
      '    | \t      ^',
      'a.ts:1:1 A: is wrong [SOURCE_INVALID]',
      '  1 | one',
      '    | ^',
    ]);
  });

  it('shows the part of a long line that is meant', async () => {
    const [, line = '', caret = ''] = await shown(`${'x'.repeat(300)}!${'y'.repeat(300)}`, 'a.ts:1:301');
    expect(line.length).toBeLessThan(130);
    expect(line[caret.indexOf('^')]).toBe('!');
  });

  it('shows nothing of a mistake without a place, or in what is no file', async () => {
    expect(await shown('one', undefined, 'b.ts:1:1', 'a.ts:9:1')).toEqual([
      'A: is wrong [SOURCE_INVALID]',
      'b.ts:1:1 A: is wrong [SOURCE_INVALID]',
      'a.ts:9:1 A: is wrong [SOURCE_INVALID]',
    ]);
  });

  it('lets results and other errors through', async () => {
    project = await createProject({});
    expect(await withSourceLines(project.root, Promise.resolve(1))).toBe(1);
    await expect(withSourceLines(project.root, Promise.reject(new Error('other')))).rejects.toThrow('other');
  });
});
