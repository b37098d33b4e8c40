/** What cannot be wired is refused with the same words by both executors. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../src/compiler/index.js';
import { createHandler, isDefinitionError, type Problem } from '../../src/index.js';
import * as controllers from './refused/refused.controller.js';

const problemsOf = (error: unknown): readonly Problem[] => {
  if (!isDefinitionError(error)) throw error;
  return error.problems;
};

const line = ({ where, message, code }: Problem): string => `${where}: ${message} [${code}]`;

const compiled = async (): Promise<readonly Problem[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatewright-refused-'));
  try {
    return await build({
      root: path.join(import.meta.dirname, 'refused'),
      controllers: '*.controller.ts',
      outDir: path.join(folder, 'out'),
    }).then(
      () => [],
      (error) => problemsOf(error),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const reflective = (): readonly Problem[] =>
  Object.entries(controllers)
    .filter(([name]) => name.endsWith('Controller'))
    .flatMap(([, controller]) => {
      try {
        createHandler(controller as typeof controllers.ListController, 'get');
        return [];
      } catch (error) {
        return problemsOf(error);
      }
    });

describe('wiring that cannot be made', () => {
  it('is refused alike by both executors', async () => {
    const problems = await compiled();
    expect(reflective().map(line).sort()).toEqual(problems.map(line).sort());
    for (const { at } of problems) expect(at).toMatch(/^refused\.controller\.ts:\d+:\d+$/);
  });

  it('is told with what to do', () => {
    expect(reflective().map(line)).toMatchSnapshot();
  });
});
