/** Files of an earlier build that are as this build would write them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BundledFile } from './bundle.js';

/** Whether a folder holds these files and nothing else. */
export function holdsFiles(folder: string, files: readonly BundledFile[]): boolean {
  try {
    const expected = new Set(files.flatMap(({ name }) => [path.normalize(name), ...foldersOf(path.normalize(name))]));
    const found = readdirSync(folder, { recursive: true }) as string[];
    return (
      found.length === expected.size && files.every(({ name, content }) => isSame(path.join(folder, name), content))
    );
  } catch {
    return false; // there is none, or something else in its place
  }
}

function foldersOf(name: string): string[] {
  const folder = path.dirname(name);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}

const isSame = (file: string, content: BundledFile['content']): boolean =>
  readFileSync(file).equals(typeof content === 'string' ? Buffer.from(content) : content);
