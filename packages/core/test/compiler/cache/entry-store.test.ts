import { appendFile, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EntryStore } from '../../../src/compiler/cache/entry-store.js';

const DAY = 24 * 60 * 60 * 1000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatewright-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const age = async (name: string, days: number): Promise<void> => {
  const then = new Date(Date.now() - days * DAY);
  await utimes(path.join(folder, name), then, then);
};

describe('EntryStore', () => {
  it('reads what it wrote, and nothing else', async () => {
    const store = new EntryStore(folder);
    expect(await store.read('a')).toBeUndefined();
    store.write('a', { text: 'first\nsecond' });
    expect(await store.read('a')).toEqual({ text: 'first\nsecond' });
    await writeFile(path.join(folder, 'a'), 'checksum\n{"text":"other"}');
    expect(await store.read('a')).toBeUndefined();
  });

  it('keeps bytes beside an entry as they are', async () => {
    const store = new EntryStore(folder);
    store.write('a', { name: '\u00e4' }, Buffer.from([0, 10, 255, 10]));
    const { entry, bytes } = store.readWithBytes('a') ?? {};
    expect(entry).toEqual({ name: '\u00e4' });
    expect([...(bytes ?? [])]).toEqual([0, 10, 255, 10]);
    await appendFile(path.join(folder, 'a'), 'x');
    expect(store.readWithBytes('a')).toBeUndefined();
  });

  it('writes nothing where it cannot', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const store = new EntryStore(path.join(folder, 'file', 'store'));
    store.write('a', 1);
    expect(await store.read('a')).toBeUndefined();
    await store.prune();
  });

  it('deletes what was not used for two weeks, once a day', async () => {
    const store = new EntryStore(folder);
    for (const name of ['new', 'used', 'old']) store.write(name, name);
    await age('used', 20);
    await age('old', 20);
    expect(await store.read('used')).toBe('used');
    await store.prune();
    expect((await readdir(folder)).sort()).toEqual(['new', 'pruned', 'used']);
    await age('new', 20);
    await store.prune();
    expect(await readdir(folder)).toContain('new');
    await store.prune(Date.now() + 2 * DAY);
    expect(await readdir(folder)).not.toContain('new');
  });

  it('deletes what was unused for longest where all of it is too large', async () => {
    const store = new EntryStore(folder, 150);
    for (const [days, name] of ['newest', 'middle', 'oldest'].entries()) {
      store.write(name, name.repeat(2));
      await age(name, days);
    }
    expect((await stat(path.join(folder, 'newest'))).size).toBeGreaterThan(50);
    await store.prune();
    expect((await readdir(folder)).sort()).toEqual(['middle', 'newest', 'pruned']);
  });
});
