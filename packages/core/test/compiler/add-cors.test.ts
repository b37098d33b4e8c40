import { addCors } from '../../src/compiler/add-cors.js';
import type { LayerManifest, Manifest, RouteManifest } from '../../src/model/manifest.js';

const manifestWith = (layers: readonly LayerManifest[]) =>
  ({
    version: 2,
    controllers: [],
    routes: [{ id: 'A.a', layers } as RouteManifest],
    functions: [],
    classes: {},
  }) satisfies Manifest;

describe('addCors', () => {
  const etag: LayerManifest = { kind: 'etag' };

  it('puts CORS around everything else that runs around a route', () => {
    const { routes } = addCors(manifestWith([etag]), { origin: ['https://a.test'], credentials: true });

    expect(routes[0]?.layers).toEqual([
      { kind: 'cors', options: { json: { origin: ['https://a.test'], credentials: true } } },
      etag,
    ]);
  });

  it("leaves a route's own @Cors alone", () => {
    const own: LayerManifest = { kind: 'cors', options: { json: { origin: 'https://b.test' } } };

    expect(addCors(manifestWith([etag, own]), { origin: ['*'] }).routes[0]?.layers).toEqual([etag, own]);
  });

  it('changes nothing unless asked', () => {
    const manifest = manifestWith([etag]);

    expect(addCors(manifest, undefined)).toBe(manifest);
  });
});
