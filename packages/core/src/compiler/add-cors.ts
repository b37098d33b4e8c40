import type { Manifest } from '../model/manifest.js';
import type { CorsAnswers } from './options.js';

/** Puts CORS headers on the answers of all routes that have no `@Cors` of their own. */
export const addCors = (manifest: Manifest, cors: CorsAnswers | undefined): Manifest => {
  if (cors === undefined) return manifest;
  const layer = { kind: 'cors' as const, options: { json: cors } };
  return {
    ...manifest,
    routes: manifest.routes.map((route) =>
      route.layers.some(({ kind }) => kind === 'cors') ? route : { ...route, layers: [layer, ...route.layers] },
    ),
  };
};
