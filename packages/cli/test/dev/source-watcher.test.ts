import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderOf, watchSources } from '../../src/dev/source-watcher.js';

describe('folderOf', () => {
  it.each([
    ['src/**/*.controller.ts', 'src'],
    ['src/api/*.ts', 'src/api'],
    ['*.ts', ''],
    ['{a,b}/x.ts', ''],
    ['packages/@app/src/x.controller.ts', 'packages/@app/src/x.controller.ts'],
    ['src/@(a|b)/x.ts', 'src'],
  ])('of %s is %s', (glob, folder) => {
    expect(folderOf(glob)).toBe(folder);
  });
});

describe('watchSources', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gatewright-')));
  afterAll(() => rmSync(root, { recursive: true }));

  it('tells of source files that are changed, added or removed, and of nothing else', async () => {
    const write = (name: string) => writeFileSync(join(root, name), String(Math.random()));
    for (const folder of ['src/sub', 'src/node_modules/x', 'src/.gatewright', 'out']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    const file = join(root, 'gatewright.config.ts');
    for (const name of ['gatewright.config.ts', 'src/a.ts', 'src/b.ts']) write(name);
    const seen = new Set<string>();
    const project = { root, file, config: { controllers: 'src/**/*.controller.ts' } };
    const watcher = await watchSources(project, (path) => seen.add(path.slice(root.length + 1)));
    try {
      for (const name of ['src/a.ts', 'src/sub/new.controller.ts', 'gatewright.config.ts']) write(name);
      for (const name of ['src/readme.md', 'src/node_modules/x/a.ts', 'src/.gatewright/a.ts', 'out/a.ts']) write(name);
      rmSync(join(root, 'src/b.ts'));
      const expected = ['gatewright.config.ts', 'src/a.ts', 'src/b.ts', 'src/sub/new.controller.ts'];
      for (let waited = 0; waited < 5000 && seen.size < expected.length; waited += 50) await sleep(50);
      await sleep(100);
      expect([...seen].sort()).toEqual(expected);
    } finally {
      await watcher.close();
    }
  });
});
