import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../errors/definition-error.js';
import type { Manifest } from '../model/manifest.js';
import type { BundledFile } from './bundle.js';
import { holdsFiles } from './earlier-files.js';

/** The file by which a folder is known to be a build's. */
const MANIFEST_FILE = 'manifest.json';
const FUNCTIONS_FOLDER = 'functions';

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
  if (!entries.every((entry) => entry === MANIFEST_FILE || entry === FUNCTIONS_FOLDER)) return false;
  const manifest = await readFile(path.join(outDir, MANIFEST_FILE), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return typeof manifest === 'object' && manifest !== null && 'routes' in manifest;
}

/** Synchronously: threads that create files in one folder wait for each other, and take twice the time. */
function writeFunction(folder: string, files: readonly BundledFile[]): void {
  const folders = new Set([folder, ...files.map(({ name }) => path.dirname(path.join(folder, name)))]);
  for (const each of folders) mkdirSync(each, { recursive: true });
  for (const { name, content } of files) writeFileSync(path.join(folder, name), content);
}

/** What a build writes. */
export interface Output {
  readonly manifest: Manifest;
  readonly functions: ReadonlyMap<string, readonly BundledFile[]>;
}

/**
 * Writes a build beside its place and then moves it there, so that no folder is ever half written. In the place of an earlier build only
 * the functions that have changed are moved.
 */
export async function writeOutput(outDir: string, output: Output): Promise<void> {
  const next = `${outDir}.${process.pid}.next`;
  const previous = `${outDir}.${process.pid}.previous`;
  try {
    const isBuilt = [MANIFEST_FILE, FUNCTIONS_FOLDER].every((name) => existsSync(path.join(outDir, name)));
    if (isBuilt) update(outDir, output, { next, previous });
    else {
      writeFunctions(next, output.functions);
      writeFileSync(path.join(next, MANIFEST_FILE), manifestText(output));
      await rename(outDir, previous).catch(ignoreMissing);
      await rename(next, outDir);
    }
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(previous, { recursive: true, force: true });
  }
}

const manifestText = ({ manifest }: Output): string => `${JSON.stringify(manifest, null, 2)}\n`;

function writeFunctions(folder: string, functions: Output['functions']): void {
  // there may be no function
  mkdirSync(path.join(folder, FUNCTIONS_FOLDER), { recursive: true });
  for (const [id, files] of functions) writeFunction(path.join(folder, FUNCTIONS_FOLDER, id), files);
}

/** Puts what has changed in the place of what was there, all of it written before. */
function update(
  outDir: string,
  output: Output,
  { next, previous }: Readonly<Record<'next' | 'previous', string>>,
): void {
  const inFunctions = (folder: string, id: string): string => path.join(folder, FUNCTIONS_FOLDER, id);
  const present = new Set(readdirSync(path.join(outDir, FUNCTIONS_FOLDER)));
  const changed = [...output.functions].filter(
    ([id, files]) => !present.has(id) || !holdsFiles(inFunctions(outDir, id), files),
  );
  const gone = [...present].filter((id) => !output.functions.has(id));
  const text = manifestText(output);
  const isSameManifest = readFileSync(path.join(outDir, MANIFEST_FILE), 'utf8') === text;
  if (changed.length + gone.length === 0 && isSameManifest) return;
  writeFunctions(next, new Map(changed));
  writeFileSync(path.join(next, MANIFEST_FILE), text);
  mkdirSync(path.join(previous, FUNCTIONS_FOLDER), { recursive: true });
  // where names differ only in case, they may be one folder
  for (const id of [...gone, ...changed.map(([id]) => id).filter((id) => present.has(id))])
    renameSync(inFunctions(outDir, id), inFunctions(previous, id));
  for (const [id] of changed) renameSync(inFunctions(next, id), inFunctions(outDir, id));
  renameSync(path.join(next, MANIFEST_FILE), path.join(outDir, MANIFEST_FILE));
}
