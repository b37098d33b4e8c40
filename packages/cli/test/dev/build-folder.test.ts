import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildFolder } from '../../src/dev/build-folder.js';

describe('BuildFolder', () => {
  const root = mkdtempSync(join(tmpdir(), 'gatewright-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('is a folder of the process and removes those that no process uses', async () => {
    const folder = new BuildFolder(root);
    await folder.clear();
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const left = join(root, 'node_modules/.cache/gatewright/dev', String(ended), 'build');
    const foreign = join(root, 'node_modules/.cache/gatewright/dev', String(process.ppid), 'build');
    for (const each of [folder.path, left, foreign]) mkdirSync(each, { recursive: true });
    await folder.clear();
    expect([folder.path, left, foreign].map((each) => existsSync(each))).toEqual([false, false, true]);
  });
});
