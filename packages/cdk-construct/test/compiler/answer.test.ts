import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefinitionError, isDefinitionError } from '@gatewright/core';
import type { Analysis, AnalyzeOptions, BuildOptions, BuildResult } from '@gatewright/core/compiler';
import { jest } from '@jest/globals';
import type { CompileRequest } from '../../src/compiler/request.js';
import { todos } from '../manifest.js';

const analysis: Analysis = { manifest: todos, inputs: [], warnings: ['something [ODD]'] };

const analyze = jest.fn(async (_: AnalyzeOptions): Promise<Analysis> => analysis);
const build = jest.fn(async ({ outDir }: BuildOptions): Promise<BuildResult> => {
  const functions = todos.routes.map(({ id }) => {
    const dir = join(outDir, id);
    mkdirSync(dir);
    writeFileSync(join(dir, 'index.mjs'), id);
    const validation = { kind: 'none', reasons: [] } as const;
    return { id, routes: [id], dir, entry: 'index.mjs', bytes: id.length, validation };
  });
  return { ...analysis, outDir, functions };
});
jest.unstable_mockModule('@gatewright/core/compiler', () => ({ analyze, build, isDefinitionError, DefinitionError }));
const { answer } = await import('../../src/compiler/answer.js');

let request: CompileRequest;

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'gatewright-'));
  request = {
    task: 'build',
    root,
    controllers: 'src/*.ts',
    bundling: { external: ['@aws-sdk/*'] },
    frontDoor: 'rest-api',
    cors: { origin: ['*'] },
  };
});

afterEach(() => rmSync(request.root, { recursive: true, force: true }));

const store = () => join(request.root, 'node_modules/.cache/gatewright/handlers');

describe('answer', () => {
  it('only reads the controllers when asked to analyze', async () => {
    expect(await answer({ ...request, task: 'analyze' })).toEqual({
      compilation: { manifest: todos, warnings: ['something [ODD]'], folders: {} },
    });
    expect(analyze).toHaveBeenCalledWith({
      root: request.root,
      controllers: 'src/*.ts',
      cors: { origin: ['*'] },
    });
    expect(existsSync(store())).toBe(false);
  });

  it('bundles for the front door, with the options given', async () => {
    await answer(request);

    expect(build).toHaveBeenLastCalledWith({
      root: request.root,
      controllers: 'src/*.ts',
      outDir: expect.stringContaining(join(store(), 'build-')),
      frontDoors: ['rest-api'],
      cors: { origin: ['*'] },
      sourceMap: false,
      external: ['@aws-sdk/*'],
    });
  });

  it("stores each function's folder by its contents, and nothing else", async () => {
    const reply = await answer(request);
    if ('message' in reply) throw new Error(reply.message);
    const { folders, ...rest } = reply.compilation;

    expect(rest).toEqual({ manifest: todos, warnings: ['something [ODD]'] });
    expect(Object.keys(folders)).toEqual(['TodosController.create', 'TodosController.list']);
    for (const [id, { dir }] of Object.entries(folders)) expect(readFileSync(join(dir, 'index.mjs'), 'utf8')).toBe(id);
    expect(readdirSync(store()).sort()).toEqual(
      Object.values(folders)
        .map(({ assetHash }) => assetHash)
        .sort(),
    );
  });

  it('answers a mistake of the author with its message, and leaves nothing behind', async () => {
    const problem = { code: 'BODY_TYPE_MISSING', where: 'A.b', message: 'no; yes', at: 'src/a.ts:1:2' } as const;
    build.mockRejectedValueOnce(new DefinitionError([problem]));

    expect(await answer(request)).toEqual({ message: 'src/a.ts:1:2 A.b: no; yes [BODY_TYPE_MISSING]' });
    expect(readdirSync(store())).toEqual([]);
  });

  it('answers anything else that is thrown with its stack', async () => {
    build.mockRejectedValueOnce(new TypeError('broken')).mockRejectedValueOnce('no error at all');

    expect(await answer(request)).toEqual({ message: expect.stringMatching(/^TypeError: broken\n +at /) });
    expect(await answer(request)).toEqual({ message: 'no error at all' });
  });
});
