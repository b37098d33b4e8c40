import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Project } from '../project.js';

/** Folders whose files are never an application's sources. */
const FOREIGN_FOLDERS = /(?:^|[\\/])(?:node_modules|\.[^\\/.]+[^\\/]*|cdk\.out)(?:[\\/]|$)/;
const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|json)$/;

/** Tells when a source file of the project was changed, added or removed; resolves when it watches. */
export const watchSources = async (project: Project, onChange: (path: string) => void): Promise<FSWatcher> => {
  const { root, file, config } = project;
  const globs = [config.controllers, config.application ?? []].flat();
  const outDir = join(root, config.outDir ?? '.gatewright');
  // Only paths that exist: given one that does not, chokidar 5 overlooks others in the same folder.
  const settings = [file, join(root, 'tsconfig.json')].filter(existsSync);
  const folders = globs.map((glob) => join(root, folderOf(glob))).map((folder) => (existsSync(folder) ? folder : root));
  const watcher = watch([...settings, ...folders], {
    ignoreInitial: true,
    ignored: (path, stats) => {
      const inside = relative(root, path);
      if (path === outDir || path.startsWith(outDir + sep) || FOREIGN_FOLDERS.test(inside)) return true;
      return stats?.isFile() === true && !SOURCE_FILE.test(path);
    },
  });
  watcher.on('all', (event, path) => {
    if (['add', 'change', 'unlink'].includes(event)) onChange(path);
  });
  watcher.on('error', (error) => console.error(`cannot watch for changes: ${String(error)}`));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
};

/** The folder that everything a glob matches is in: `src` of `src/**\/*.controller.ts`. */
export const folderOf = (glob: string): string => {
  const segments = glob.split('/');
  const firstPattern = segments.findIndex((segment) => /[*?[\]{}]|[!@+]\(/.test(segment));
  return segments.slice(0, firstPattern < 0 ? segments.length : firstPattern).join('/');
};
