import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildFolders } from '../../src/dev/build-folder.js';

describe('BuildFolders', () => {
  const root = mkdtempSync(join(tmpdir(), 'gatewright-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('gives each build a folder of its own and removes those that no process uses', async () => {
    const folders = new BuildFolders(root);
    await folders.clear();
    const [first, second] = [folders.next(), folders.next()];
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const left = join(root, 'node_modules/.cache/gatewright/dev', String(ended), '1');
    const foreign = join(root, 'node_modules/.cache/gatewright/dev', String(process.ppid), '1');
    for (const folder of [first, second, left, foreign]) mkdirSync(folder, { recursive: true });
    expect(first).not.toBe(second);
    await folders.clear();
    expect([first, second, left, foreign].map((folder) => existsSync(folder))).toEqual([false, false, false, true]);
  });
});
