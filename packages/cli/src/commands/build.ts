import { relative, resolve } from 'node:path';
import { buildProject } from '../build-project.js';
import { loadProject } from '../project.js';
import { byPath } from '../route-order.js';
import { textTable } from '../text-table.js';

/** What `gatewright build` may be told. */
export interface BuildCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Folder to write, relative to the current one. */
  readonly out?: string;
  /** False to bundle each function again. */
  readonly cache?: boolean;
}

/** Builds every route's function and prints what was written. */
export const runBuild = async ({ root: folder, out, cache = true }: BuildCommandOptions): Promise<void> => {
  const project = await loadProject(folder);
  const { config } = project;
  const outDir = out === undefined ? (config.outDir ?? '.gatewright') : resolve(out);
  const result = await buildProject(project, { outDir, ...(cache ? {} : { cache }) });
  // an authorizer's function has its own id, and no routes
  const bytes = new Map(result.functions.flatMap((each) => [each.id, ...each.routes].map((id) => [id, each.bytes])));
  const { routes, authorizers = [] } = result.manifest;
  const lines = [
    ...byPath(routes).map(({ id, method, path }) => [id, method, path]),
    ...authorizers.map(({ id, name }) => [id, 'authorizer', name]),
  ];
  const rows = lines.map(([id = '', ...what]) => [id, ...what, bytes.get(id) ?? 0, 'bytes']);
  const folderName = relative('.', result.outDir) || '.';
  const unchanged = result.cached === 0 ? '' : `, ${result.cached} of them unchanged`;
  console.log(`${textTable(rows)}\n\n${result.functions.length} functions in ${folderName}${unchanged}`);
};
