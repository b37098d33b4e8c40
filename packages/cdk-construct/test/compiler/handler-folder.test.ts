import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashFolder, storeFolder } from '../../src/compiler/handler-folder.js';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gatewright-'));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function writeFolder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(base, name, path)), { recursive: true });
    writeFileSync(join(base, name, path), contents);
  }
  return join(base, name);
}

describe('hashFolder', () => {
  it('depends on names and contents of files, also in folders, and on nothing else', () => {
    const first = writeFolder('first', { 'index.mjs': 'a', 'chunks/b.mjs': 'b' });
    const same = writeFolder('same', { 'chunks/b.mjs': 'b', 'index.mjs': 'a' });
    utimesSync(join(same, 'index.mjs'), 1, 1);

    expect(hashFolder(first)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashFolder(same)).toBe(hashFolder(first));
  });

  it.each([
    ['contents', { 'index.mjs': 'b', 'chunks/b.mjs': 'b' }],
    ['a name', { 'index.mjs': 'a', 'chunks/c.mjs': 'b' }],
    ['where one file ends', { 'index.mjs': 'achunks/b.mjsb' }],
    ['a further file', { 'index.mjs': 'a', 'chunks/b.mjs': 'b', 'index.mjs.map': '' }],
  ])('changes with %s', (_, files) => {
    const first = writeFolder('first', { 'index.mjs': 'a', 'chunks/b.mjs': 'b' });

    expect(hashFolder(writeFolder('other', files))).not.toBe(hashFolder(first));
  });
});

describe('storeFolder', () => {
  it('moves a folder to the store, under its hash', () => {
    const dir = writeFolder('built', { 'index.mjs': 'a' });
    const assetHash = hashFolder(dir);

    const stored = storeFolder(dir, join(base, 'store'));

    expect(stored).toEqual({ dir: join(base, 'store', assetHash), assetHash });
    expect(readFileSync(join(stored.dir, 'index.mjs'), 'utf8')).toBe('a');
    expect(existsSync(dir)).toBe(false);
  });

  it('leaves what is stored as it is', () => {
    const stored = storeFolder(writeFolder('first', { 'index.mjs': 'a' }), join(base, 'store'));

    expect(storeFolder(writeFolder('second', { 'index.mjs': 'a' }), join(base, 'store'))).toEqual(stored);
    expect(readFileSync(join(stored.dir, 'index.mjs'), 'utf8')).toBe('a');
  });

  it('fails if a folder cannot be moved', () => {
    const dir = writeFolder('built', { 'index.mjs': 'a' });

    expect(() => storeFolder(dir, join(dir, 'store'))).toThrow();
  });
});
