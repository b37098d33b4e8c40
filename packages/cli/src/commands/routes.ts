import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildResult, RouteManifest } from '@gatewright/core/compiler';
import { buildProject } from '../build-project.js';
import { type FunctionSize, functionSize } from '../function-size.js';
import { type Measurement, measureRoute } from '../measure/measure-route.js';
import { loadProject, type Project } from '../project.js';
import { byPath } from '../route-order.js';
import { textTable } from '../text-table.js';

/** What `gatewright routes` may be told. */
export interface RoutesCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Print JSON. */
  readonly json?: boolean;
  /** Start each function, and call it once. */
  readonly measure?: boolean;
}

/** A route with its function, unless the gateway answers it without one. */
interface ListedRoute extends RouteManifest {
  readonly function?: FunctionSize & { readonly measured?: Measurement };
}

/** Prints the application's routes with the sizes of their functions, as a table or as JSON. */
export const runRoutes = async ({ root, json = false, measure = false }: RoutesCommandOptions): Promise<void> => {
  const project = await loadProject(root);
  const outDir = join(project.root, 'node_modules', '.cache', 'gatewright', `routes-${process.pid}`);
  try {
    // sizes are asked for where a budget is exceeded, too
    const result = await buildProject(project, { outDir, budgets: {} });
    const routes = await listRoutes(project, result, measure);
    console.log(json ? JSON.stringify(routes, null, 2) : routeTable(routes));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
};

const listRoutes = async (project: Project, result: BuildResult, measure: boolean): Promise<ListedRoute[]> => {
  const functions = new Map(result.functions.flatMap((each) => each.routes.map((id) => [id, each] as const)));
  const routes = result.manifest.routes.map((route) => ({ route, built: functions.get(route.id) }));
  if (!measure)
    return routes.map(({ route, built }) =>
      built === undefined ? route : { ...route, function: functionSize(built) },
    );
  const { dev, frontDoors } = project.config;
  const services = await dev?.start?.();
  try {
    const environment = { ...dev?.environment, ...services?.environment };
    const measured: ListedRoute[] = [];
    for (const { route, built } of routes) {
      if (built === undefined) {
        measured.push(route);
        continue;
      }
      const measurement = await measureRoute(route, built, { environment, frontDoor: frontDoors?.[0] ?? 'http-api' });
      if ('failure' in measurement) console.error(`warning: ${route.id} cannot be measured: ${measurement.failure}`);
      measured.push({ ...route, function: { ...functionSize(built), measured: measurement } });
    }
    return measured;
  } finally {
    await services?.stop?.();
  }
};

const routeTable = (routes: readonly ListedRoute[]): string => {
  const isMeasured = routes.some(({ function: built }) => built?.measured !== undefined);
  const heading = [
    '',
    '',
    'function',
    'bytes',
    'gzip',
    'validation',
    ...(isMeasured ? ['init', 'first call'] : []),
    '',
  ];
  const rows = byPath(routes).map(({ method, path, source, integration, function: built }) => [
    method,
    path,
    built?.id ?? `- (${integration.type})`,
    built?.bytes ?? '-',
    built?.gzip ?? '-',
    built?.validation.kind ?? '-',
    ...(isMeasured ? measuredCells(built?.measured) : []),
    `${source.file}:${source.line}`,
  ]);
  return textTable([heading, ...rows]);
};

const measuredCells = (measured: Measurement | undefined): string[] =>
  measured === undefined || 'failure' in measured
    ? ['-', '-']
    : [measured.initMilliseconds, measured.firstCallMilliseconds].map((value) => `${value.toFixed(1)} ms`);
