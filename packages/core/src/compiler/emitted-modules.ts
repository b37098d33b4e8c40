import path from 'node:path';
import { editedModule } from './edited-module.js';
import type { ModulePlugin } from './join-plugins.js';
import type { RuntimePart } from './runtime-module.js';

/** How emitted modules are loaded. */
export interface EmittedModulesOptions extends Pick<RuntimePart, 'link'> {
  readonly sourceMap: boolean;
}

/** The emitted modules, which stand beside the controller in no files; code by absolute path. */
export const emittedModules = (
  modules: ReadonlyMap<string, string>,
  { link, sourceMap }: EmittedModulesOptions,
): ModulePlugin => ({
  name: 'gatewright:emitted-modules',
  resolveId: {
    filter: { id: /\.(?:handler|dtos)\.js$/ },
    handler: (id, importer) => {
      const file = importer === undefined ? id : path.resolve(path.dirname(importer), id);
      return modules.has(file) ? file : null;
    },
  },
  load: {
    filter: { id: /\.(?:handler|dtos)\.js$/ },
    handler: async (id) => {
      const code = modules.get(id);
      return code === undefined ? null : { ...editedModule(id, await link(code), sourceMap), moduleType: 'js' };
    },
  },
});
