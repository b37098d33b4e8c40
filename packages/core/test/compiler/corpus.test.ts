import path from 'node:path';
import { jest } from '@jest/globals';
import { type BuildResult, build } from '../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../src/index.js';
import { httpApiEvent } from '../../src/testing/index.js';
import { CORPUS, type CorpusCase } from './corpus-cases.js';
import { createProject, type Project } from './project.js';

let project: Project;
let result: BuildResult;

/** Packages are installed in the project, everything else is in the folder of its case. */
const fileName = (file: string, index: number): string =>
  file.startsWith('node_modules/') ? file : `src/${index}/${file}`;

beforeAll(async () => {
  project = await createProject({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { target: 'es2022', paths: { '@alias/*': CORPUS.map((_, index) => `./src/${index}/lib/*`) } },
    }),
  });
  for (const [index, { files }] of CORPUS.entries())
    await project.write(Object.fromEntries(Object.entries(files).map(([file, code]) => [fileName(file, index), code])));
  result = await build({ root: project.root, controllers: 'src/*/it.controller.*', outDir: 'out' });
}, 120_000);

afterAll(() => project.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

const answerOf = async ({ route: id, request }: CorpusCase): Promise<{ status: number | undefined; body: unknown }> => {
  const route = result.manifest.routes.find((entry) => entry.id === id);
  const built = result.functions.find((entry) => entry.id === id);
  if (route === undefined || built === undefined) throw new Error(`no route ${id}`);
  const { handler } = (await import(path.join(built.dir, built.entry))) as { readonly handler: ReflectiveHandler };
  const { method, path: template } = route;
  const { statusCode, headers, body } = await handler(
    httpApiEvent({ ...request, method }, { route: { method, path: template } }),
  );
  return { status: statusCode, body: /json$/.test(String(headers?.['content-type'])) ? JSON.parse(body ?? '') : body };
};

describe('odd TypeScript', () => {
  it.each(CORPUS.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(await answerOf(entry)).toEqual({ status: entry.status ?? 200, body: entry.body });
    expect(errors.mock.calls).toEqual([]);
  });
});

it('warns of enums that nothing is held to, and of nothing else', () => {
  expect(result.warnings).toEqual([
    expect.stringMatching(/EnumsController.get .*write @Query\('color', \{ enum: Color \}\)$/),
    expect.stringMatching(/EnumsController.get .*write @Query\('size', \{ enum: Size \}\)$/),
  ]);
});
