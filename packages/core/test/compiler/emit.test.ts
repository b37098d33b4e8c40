import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { emitHandler } from '../../src/compiler/emit.js';
import { emitAuthorizer } from '../../src/compiler/emit-authorizer.js';
import { emitTogether } from '../../src/compiler/emit-together.js';
import { analyze } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import { asRoute } from '../../src/model/handled-routes.js';
import { createProject } from './project.js';

const samples = path.join(import.meta.dirname, 'samples');

/** Front doors that leave routing to the handler, and that stream. */
const DOORS: Readonly<Record<string, readonly FrontDoorName[]>> = {
  'FeedsController.ticks': ['function-url'],
  'GateController.requests': ['http-api', 'rest-api'],
  'FeedsController.caught': ['rest-api', 'alb', 'http-api'],
};

/** Controllers whose routes are in one function. */
const FUNCTION_DOORS: Readonly<Record<string, readonly FrontDoorName[]>> = {
  UsersController: ['http-api'],
  GuardedController: ['http-api', 'function-url'],
};

/** The reviewed handlers of typical routes; after a change of the emitter, read them again. */
describe('emitHandler', () => {
  it('emits the modules of the samples', async () => {
    const controller = await readFile(path.join(samples, 'samples.controller.ts'), 'utf8');
    const project = await createProject({ 'samples.controller.ts': controller });
    try {
      const { manifest } = await analyze({ root: project.root, controllers: '*.controller.ts' });
      const imports = {
        importOf: (key: string) => ({ module: './samples.controller.ts', export: key }),
        importOfValue: (key: string) => ({ module: './samples.controller.ts', export: key.replace(/\W/g, '_') }),
      };
      const emitted = Object.fromEntries(
        manifest.routes.map((route) => {
          const { id, controller } = route;
          const options = { ...imports, manifest, frontDoors: DOORS[id] ?? ['http-api'], controller };
          return [`${id}.js`, emitHandler(route, options)];
        }),
      );
      for (const authorizer of manifest.authorizers ?? []) {
        const { id, controller } = authorizer;
        const options = { ...imports, manifest, frontDoors: DOORS[id] ?? ['rest-api'], controller };
        emitted[`${id}.js`] = emitAuthorizer(asRoute(authorizer), authorizer, options);
      }
      for (const [id, frontDoors] of Object.entries(FUNCTION_DOORS)) {
        const routes = manifest.routes.filter(({ controller }) => controller === id);
        const controllerOf = ({ controller }: { readonly controller: string }) => controller;
        emitted[`${id}.js`] = emitTogether(routes, { ...imports, id, manifest, frontDoors, controllerOf });
      }
      for (const [name, code] of Object.entries(emitted))
        expect(code).toBe(await readFile(path.join(samples, name), 'utf8').catch(() => `no sample ${name}`));
      const files = (await readdir(samples)).filter((name) => name.endsWith('.js'));
      expect(files.sort()).toEqual(Object.keys(emitted).sort());
    } finally {
      await project.remove();
    }
  });
});
