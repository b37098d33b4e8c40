import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkOutput, writeOutput } from '../../src/compiler/write-output.js';
import { MANIFEST_VERSION, type Manifest } from '../../src/model/manifest.js';

const manifest: Manifest = { version: MANIFEST_VERSION, controllers: [], routes: [], functions: [], classes: {} };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('checkOutput', () => {
  it('takes a folder that is not there, an empty one, and an earlier build', async () => {
    await checkOutput(path.join(folder, 'none'));
    await checkOutput(folder);
    const outDir = path.join(folder, 'out');
    await writeOutput(outDir, { manifest, functions: new Map([['A.get', [{ name: 'index.mjs', content: '' }]]]) });
    await checkOutput(outDir);
  });

  it.each(['{}', 'null', '7', 'not JSON', ''])(
    'refuses a folder whose manifest.json is %j, which no build wrote',
    async (content) => {
      await writeFile(path.join(folder, 'manifest.json'), content);
      await expect(checkOutput(folder)).rejects.toThrow(
        'has files that no build has written (manifest.json), and a build replaces its output folder; choose another folder, or empty this one [OUT_DIR_NOT_EMPTY]',
      );
    },
  );

  it('names at most three of the files that are in the way', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await writeFile(path.join(folder, name), '');
    await expect(checkOutput(folder)).rejects.toThrow('(a, b, c)');
  });

  it('refuses a file', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await expect(checkOutput(path.join(folder, 'file'))).rejects.toThrow('ENOTDIR');
  });
});

describe('writeOutput', () => {
  it('writes files in folders of their own, bytes as they are, and leaves nothing else behind', async () => {
    const outDir = path.join(folder, 'deep', 'out');
    await writeOutput(outDir, {
      manifest,
      functions: new Map([
        [
          'A.get',
          [
            { name: 'index.mjs', content: 'code' },
            { name: 'assets/a.bin', content: new Uint8Array([0, 255]) },
          ],
        ],
      ]),
    });
    expect(await readFile(path.join(outDir, 'functions/A.get/index.mjs'), 'utf8')).toBe('code');
    expect([...(await readFile(path.join(outDir, 'functions/A.get/assets/a.bin')))]).toEqual([0, 255]);
    expect(JSON.parse(await readFile(path.join(outDir, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(await readdir(path.join(folder, 'deep'))).toEqual(['out']);
  });

  it('leaves what an earlier build wrote with the same content, and writes the rest', async () => {
    const outDir = path.join(folder, 'out');
    const file = path.join(outDir, 'functions/A.get/index.mjs');
    const write = (content: string) =>
      writeOutput(outDir, { manifest, functions: new Map([['A.get', [{ name: 'index.mjs', content }]]]) });
    await write('same');
    const { ino } = await stat(file);
    await write('same');
    expect((await stat(file)).ino).toBe(ino);
    await writeFile(file, 'meddled with');
    await write('same');
    expect(await readFile(file, 'utf8')).toBe('same');
    await write('next');
    expect(await readFile(file, 'utf8')).toBe('next');
  });

  it('in the place of an earlier build moves only what has changed, and removes what is gone', async () => {
    const outDir = path.join(folder, 'out');
    const inFunctions = (name: string) => path.join(outDir, 'functions', name);
    const write = (functions: Readonly<Record<string, string>>, more: Partial<Manifest> = {}) =>
      writeOutput(outDir, {
        manifest: { ...manifest, ...more },
        functions: new Map(
          Object.entries(functions).map(([id, content]) => [
            id,
            [
              { name: 'index.mjs', content },
              { name: 'assets/deep/a.bin', content: new Uint8Array([1, 255]) },
            ],
          ]),
        ),
      });
    await write({ 'A.get': 'a', 'B.get': 'b', 'C.get': 'c' });
    const before = await stat(outDir);
    await write({ 'A.get': 'a', 'B.get': 'b', 'C.get': 'c' });
    expect((await stat(outDir)).mtimeMs).toBe(before.mtimeMs);
    const kept = await stat(inFunctions('A.get'));
    await write({ 'A.get': 'a', 'B.get': 'changed', 'D.get': 'd' }, { authorizers: [] });
    expect((await stat(inFunctions('A.get'))).ino).toBe(kept.ino);
    expect((await readdir(inFunctions(''))).sort()).toEqual(['A.get', 'B.get', 'D.get']);
    expect(await readFile(inFunctions('B.get/index.mjs'), 'utf8')).toBe('changed');
    expect([...(await readFile(inFunctions('D.get/assets/deep/a.bin')))]).toEqual([1, 255]);
    expect(JSON.parse(await readFile(path.join(outDir, 'manifest.json'), 'utf8'))).toHaveProperty('authorizers');
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('leaves no file in a function that no build has written there', async () => {
    const outDir = path.join(folder, 'out');
    const write = () =>
      writeOutput(outDir, { manifest, functions: new Map([['A.get', [{ name: 'index.mjs', content: 'a' }]]]) });
    await write();
    await writeFile(path.join(outDir, 'functions/A.get/stray.js'), '');
    await writeFile(path.join(outDir, 'functions/stray'), '');
    await write();
    expect(await readdir(path.join(outDir, 'functions/A.get'))).toEqual(['index.mjs']);
    expect(await readdir(path.join(outDir, 'functions'))).toEqual(['A.get']);
    await rm(path.join(outDir, 'functions'), { recursive: true });
    await write();
    expect(await readFile(path.join(outDir, 'functions/A.get/index.mjs'), 'utf8')).toBe('a');
  });

  it('keeps what was there when writing fails', async () => {
    const outDir = path.join(folder, 'out');
    await writeOutput(outDir, {
      manifest,
      functions: new Map([['A.get', [{ name: 'index.mjs', content: 'before' }]]]),
    });
    const files = [
      { name: 'x', content: '' },
      { name: 'x/y', content: '' },
    ];
    await expect(writeOutput(outDir, { manifest, functions: new Map([['A.get', files]]) })).rejects.toThrow(
      /EEXIST|ENOTDIR|EISDIR/,
    );
    expect(await readFile(path.join(outDir, 'functions/A.get/index.mjs'), 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['out']);
  });
});
