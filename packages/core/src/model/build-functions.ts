import type { FunctionManifest, RouteManifest } from './manifest.js';

/** Builds the functions that answer an application's routes. */
export const buildFunctions = (routes: readonly RouteManifest[]): FunctionManifest[] =>
  routes.map(({ id, lambda }) => ({ id, packaging: 'route', routes: [id], lambda }));
