/** Cached bundles on the disk, a file each: written beside their place and moved there, and believed only with their checksum. */
import { mkdirSync, readFileSync, renameSync, rmSync, type Stats, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashOf, SETTLED, stampOf } from './input-state.js';
import { ReadEntries, type StoredEntry } from './read-entries.js';

const DAY = 24 * 60 * 60 * 1000;
/** An entry that no build has used for so long is deleted. */
const UNUSED_DAYS = 14;
/** Bytes of all entries together; the ones unused for longest are deleted first. */
const LARGEST_STORE = 512 * 1024 * 1024;
const PRUNED_FILE = 'pruned';

const readEntries = new ReadEntries();

/** A folder of entries. */
export class EntryStore {
  readonly #folder: string;
  readonly #largest: number;
  #writes = 0;

  /** @param largest bytes of all entries together */
  constructor(folder: string, largest: number = LARGEST_STORE) {
    this.#folder = folder;
    this.#largest = largest;
  }

  /** Reads an entry; undefined where there is none, or what is there is not what was written. */
  read(key: string): unknown {
    return this.readWithBytes(key)?.entry;
  }

  /** Reads an entry and the bytes that were written with it. */
  readWithBytes(key: string): StoredEntry | undefined {
    const file = path.join(this.#folder, key);
    const stats = statOf(file);
    if (stats === undefined) return undefined;
    const stamp = stampOf(stats);
    const last = readEntries.get(file);
    if (last?.stamp === stamp) return last.stored;
    const stored = readEntry(file);
    if (stored === undefined) return undefined;
    markUsed(file, stats);
    if (Date.now() - stats.ctimeMs > SETTLED) readEntries.keep(file, { stamp, stored }, stats.size);
    return stored;
  }

  /**
   * Writes an entry; a disk that is full or read-only costs the next build time, and this one nothing. Synchronously, as it reads.
   *
   * @param bytes what needs not be parsed
   */
  write(key: string, entry: unknown, bytes: Uint8Array = new Uint8Array()): void {
    const body = Buffer.concat([Buffer.from(`${JSON.stringify(entry)}\n`), bytes]);
    this.#writes += 1;
    const file = path.join(this.#folder, key);
    const temporary = `${file}.${process.pid}.${this.#writes}`;
    try {
      if (this.#writes === 1) mkdirSync(this.#folder, { recursive: true });
      writeFileSync(temporary, Buffer.concat([Buffer.from(`${hashOf(body)}\n`), body]));
      renameSync(temporary, file);
    } catch {
      removeFile(temporary);
    }
  }

  /** Deletes what is of no more use, at most once a day. */
  async prune(now = Date.now()): Promise<void> {
    const marker = path.join(this.#folder, PRUNED_FILE);
    const last = await stat(marker).catch(() => undefined);
    if (last !== undefined && now - last.mtimeMs < DAY) return;
    const names = await readdir(this.#folder).catch(() => undefined);
    if (names === undefined) return;
    await writeFile(marker, '').catch(() => {});
    const entries = await Promise.all(
      names.filter((name) => name !== PRUNED_FILE).map((name) => describe(path.join(this.#folder, name))),
    );
    let kept = 0;
    for (const { file, size, usedAt } of entries.sort((left, right) => right.usedAt - left.usedAt)) {
      kept += size;
      if (kept > this.#largest || now - usedAt > UNUSED_DAYS * DAY) await rm(file, { force: true });
    }
  }
}

/** The entries of a project. */
export const bundleStore = (root: string): EntryStore =>
  new EntryStore(path.join(root, 'node_modules', '.cache', 'gatewright', 'bundles'));

function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // the folder is none
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined; // the folder is none
  }
}

/** Synchronously: a hundred small files take a third of the time, and none is there in a first build. */
function readEntry(file: string): StoredEntry | undefined {
  try {
    const content = readFileSync(file);
    const body = content.subarray(content.indexOf('\n') + 1);
    if (content.toString('latin1', 0, content.length - body.length - 1) !== hashOf(body)) return undefined;
    const end = body.indexOf('\n');
    return { entry: JSON.parse(body.toString('utf8', 0, end)), bytes: body.subarray(end + 1) };
  } catch {
    return undefined;
  }
}

/** When an entry was used is its time of change, to the day. */
function markUsed(file: string, { mtimeMs }: Stats): void {
  const now = new Date();
  try {
    if (now.getTime() - mtimeMs > DAY) utimesSync(file, now, now);
  } catch {
    // another process may have deleted it, or the disk is read-only
  }
}

async function describe(file: string): Promise<{ file: string; size: number; usedAt: number }> {
  // another process may be deleting, too
  const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
  return { file, size, usedAt: mtimeMs };
}
