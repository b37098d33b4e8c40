import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { emitHandler } from '../../src/compiler/emit.js';
import { analyze } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import { createProject } from './project.js';

const samples = path.join(import.meta.dirname, 'samples');

/** Front doors that leave routing to the handler, and that stream. */
const DOORS: Readonly<Record<string, readonly FrontDoorName[]>> = {
  'FeedsController.ticks': ['function-url'],
  'FeedsController.caught': ['rest-api', 'alb', 'http-api'],
};

/** The reviewed handlers of typical routes; after a change of the emitter, read them again. */
describe('emitHandler', () => {
  it('emits the modules of the samples', async () => {
    const controller = await readFile(path.join(samples, 'samples.controller.ts'), 'utf8');
    const project = await createProject({ 'samples.controller.ts': controller });
    try {
      const { manifest } = await analyze({ root: project.root, controllers: '*.controller.ts' });
      const emitted = Object.fromEntries(
        manifest.routes.map((route) => [
          `${route.id}.js`,
          emitHandler(route, {
            manifest,
            frontDoors: DOORS[route.id] ?? ['http-api'],
            controller: route.controller,
            importOf: (key) => ({ module: './samples.controller.ts', export: key }),
            importOfValue: (key) => ({ module: './samples.controller.ts', export: key.replace(/\W/g, '_') }),
          }),
        ]),
      );
      for (const [name, code] of Object.entries(emitted))
        expect(code).toBe(await readFile(path.join(samples, name), 'utf8').catch(() => `no sample ${name}`));
      const files = (await readdir(samples)).filter((name) => name.endsWith('.js'));
      expect(files.sort()).toEqual(Object.keys(emitted).sort());
    } finally {
      await project.remove();
    }
  });
});
