import { relative, resolve } from 'node:path';
import { build } from '@gatewright/core/compiler';
import { loadProject } from '../project.js';
import { byPath } from '../route-order.js';
import { textTable } from '../text-table.js';
import { printWarnings } from '../warnings.js';

/** What `gatewright build` may be told. */
export interface BuildCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Folder to write, relative to the current one. */
  readonly out?: string;
}

/** Builds every route's function and prints what was written. */
export const runBuild = async ({ root: folder, out }: BuildCommandOptions): Promise<void> => {
  const { root, config } = await loadProject(folder);
  const { dev: _, ...options } = config;
  const outDir = out === undefined ? (config.outDir ?? '.gatewright') : resolve(out);
  const result = await build({ ...options, root, outDir });
  printWarnings(result.warnings);
  const bytes = new Map(result.functions.map((each) => [each.id, each.bytes]));
  const rows = byPath(result.manifest.routes).map(({ id, method, path }) => [
    id,
    method,
    path,
    bytes.get(id) ?? 0,
    'bytes',
  ]);
  console.log(`${textTable(rows)}\n\n${result.functions.length} functions in ${relative('.', result.outDir) || '.'}`);
};
