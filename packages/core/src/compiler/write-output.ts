import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../errors/definition-error.js';
import type { Manifest } from '../model/manifest.js';
import type { BundledFile } from './bundle.js';

/** The file by which a folder is known to be a build's. */
const MANIFEST_FILE = 'manifest.json';

/** Refuses a folder that holds anything but an earlier build, since a build replaces it as a whole. */
export async function checkOutput(outDir: string): Promise<void> {
  const entries = (await readdir(outDir).catch(ignoreMissing)) ?? [];
  if (entries.length === 0 || (await isBuild(outDir, entries))) return;
  refuse([
    {
      code: 'OUT_DIR_NOT_EMPTY',
      where: outDir,
      message: `has files that no build has written (${entries.slice(0, 3).join(', ')}), and a build replaces its output folder; choose another folder, or empty this one`,
    },
  ]);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function isBuild(outDir: string, entries: readonly string[]): Promise<boolean> {
  if (!entries.every((entry) => entry === MANIFEST_FILE || entry === 'functions')) return false;
  const manifest = await readFile(path.join(outDir, MANIFEST_FILE), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return typeof manifest === 'object' && manifest !== null && 'routes' in manifest;
}

/** Synchronously: threads that create files in one folder wait for each other, and take twice the time. */
function writeFunction(folder: string, files: readonly BundledFile[], previous: string): void {
  const folders = new Set([folder, ...files.map(({ name }) => path.dirname(path.join(folder, name)))]);
  for (const each of folders) mkdirSync(each, { recursive: true });
  for (const { name, content } of files) {
    const file = path.join(folder, name);
    if (!linkUnchanged(path.join(previous, name), content, file)) writeFileSync(file, content);
  }
}

/** Takes a file of the earlier build that has this content; writing takes ten times as long. */
function linkUnchanged(earlier: string, content: BundledFile['content'], file: string): boolean {
  try {
    if (!readFileSync(earlier).equals(Buffer.from(content))) return false;
    linkSync(earlier, file);
    return true;
  } catch {
    // there is none, or the file system has no links
    return false;
  }
}

/** What a build writes. */
export interface Output {
  readonly manifest: Manifest;
  readonly functions: ReadonlyMap<string, readonly BundledFile[]>;
}

/**
 * Writes a build beside its place and then moves it there, so that no folder is ever half written.
 *
 * @param earlier folder of a build whose unchanged files are taken
 */
export async function writeOutput(
  outDir: string,
  { manifest, functions }: Output,
  earlier: string = outDir,
): Promise<void> {
  const next = `${outDir}.${process.pid}.next`;
  const previous = `${outDir}.${process.pid}.previous`;
  try {
    for (const [id, files] of functions)
      writeFunction(path.join(next, 'functions', id), files, path.join(earlier, 'functions', id));
    // there may be no function
    mkdirSync(next, { recursive: true });
    await writeFile(path.join(next, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(outDir, previous).catch(ignoreMissing);
    await rename(next, outDir);
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(previous, { recursive: true, force: true });
  }
}
