/** This package's part of every handler as one module, from which each bundle keeps what its route calls. */
import type { Plugin } from 'rolldown';
import { CORE_MODULES, coreFile } from './core-file.js';
import { Prebundle, type PrebundledFile } from './prebundle.js';

/** The file that the module would be: what it imports is found from there. */
const RUNTIME_FILE = coreFile('handlers.js');

/** What compiled handlers import, and what applications import of this package at run time. */
const ROOTS = ['runtime/index.js', 'runtime/http-api.js', 'runtime/rest-api.js', 'runtime/any-door.js', 'validation/index.js', 'http/http-errors.js'];

/** Makes the plugin; the module is bundled once for all bundles that it is given to. */
export function runtimeModule(): Plugin {
  const prebundle = new Prebundle(ROOTS.map(coreFile), RUNTIME_FILE);
  let files: Promise<readonly PrebundledFile[]> | undefined;
  return {
    name: 'gatewright:runtime',
    resolveId: {
      filter: { id: /[\\/]handlers\.js$|^@gatewright\/core\/(?:runtime|validation)/ },
      handler(id) {
        const name = /^@gatewright\/core\/(.+)$/.exec(id)?.[1];
        if (name === undefined) return id === RUNTIME_FILE ? id : null;
        return coreFile(name.includes('/') ? `${name}.js` : `${name}/index.js`);
      },
    },
    load: {
      filter: { id: /[\\/]handlers\.js$|[\\/]dist[\\/]esm[\\/](?:http|runtime|validation|handler)[\\/]/ },
      async handler(id) {
        if (id !== RUNTIME_FILE) {
          const code = prebundle.facade(id);
          return code === undefined ? null : { code, moduleSideEffects: false };
        }
        files ??= prebundle.bundle({ dir: CORE_MODULES, fileName: 'handlers.js', minify: false, sourcemap: true });
        const [module, map] = await files;
        return { code: String(module?.content), map: String(map?.content), moduleSideEffects: false };
      },
    },
  };
}
