import path from 'node:path';
import { tsconfigFiles } from '../../../src/compiler/cache/tsconfig-files.js';
import { createProject, type Project } from '../project.js';

let project: Project;
afterEach(() => project.remove());

const files = async (sources: Readonly<Record<string, string>>): Promise<string[] | undefined> => {
  project = await createProject(sources);
  return tsconfigFiles(path.join(project.root, 'tsconfig.json'))?.map((file) =>
    path.relative(project.root, file).split(path.sep).join('/'),
  );
};

describe('tsconfigFiles', () => {
  it('lists what is extended and what is referred to', async () => {
    expect(
      await files({
        'tsconfig.json':
          '\uFEFF{ // comment\n "extends": ["./base", "@tsconfig/node", "plain"], "references": [{ "path": "lib" }, { "path": "./one.json" }], }',
        'base.json': '{ "extends": "./tsconfig.json" }',
        'node_modules/@tsconfig/node/tsconfig.json': '{}',
        'node_modules/plain/package.json': '{ "exports": { "./tsconfig.json": "./inner.json" } }',
        'node_modules/plain/inner.json': '{}',
        'lib/tsconfig.json': '{}',
        'one.json': '{ "extends": "./base.json", "references": [null] }',
      }),
    ).toEqual([
      'tsconfig.json',
      'base.json',
      'node_modules/@tsconfig/node/tsconfig.json',
      'node_modules/plain/inner.json',
      'lib/tsconfig.json',
      'one.json',
    ]);
  });

  it.each([
    ['is no JSON', '{ "extends": '],
    ['is no object', '[]'],
    ['is empty', ''],
    ['extends what is not there', '{ "extends": "./none.json" }'],
    ['extends a package that is not there', '{ "extends": "none" }'],
    ['refers to what is not there', '{ "references": [{ "path": "./none" }] }'],
  ])('knows nothing of one that %s', async (_, text) => {
    expect(await files({ 'tsconfig.json': text })).toBeUndefined();
  });
});
