import { analyze } from '@gatewright/core/compiler';
import { loadProject } from '../project.js';
import { byPath } from '../route-order.js';
import { textTable } from '../text-table.js';
import { printWarnings } from '../warnings.js';

/** What `gatewright routes` may be told. */
export interface RoutesCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Print the manifest's routes as JSON. */
  readonly json?: boolean;
}

/** Prints the application's routes, as a table or as JSON. */
export const runRoutes = async ({ root: folder, json = false }: RoutesCommandOptions): Promise<void> => {
  const { root, config } = await loadProject(folder);
  const { manifest, warnings } = await analyze({
    root,
    controllers: config.controllers,
    application: config.application,
  });
  printWarnings(warnings);
  const rows = byPath(manifest.routes).map(({ method, path, id, source }) => [
    method,
    path,
    id,
    `${source.file}:${source.line}`,
  ]);
  console.log(json ? JSON.stringify(manifest.routes, null, 2) : textTable(rows));
};
