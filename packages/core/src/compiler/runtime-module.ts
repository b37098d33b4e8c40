/** This package's part of every handler as one module, from which each bundle keeps what its route calls. */
import type { Plugin } from 'rolldown';
import { coreFile } from './core-file.js';
import { Prebundle } from './prebundle.js';

/** The file that the module would be: what it imports is found from there. */
export const RUNTIME_FILE: string = coreFile('handlers.js');

/** What compiled handlers import, and what applications import of this package at run time. */
const ROOTS = [
  'runtime/index.js',
  'runtime/http-api.js',
  'runtime/rest-api.js',
  'runtime/function-url.js',
  'runtime/alb.js',
  'validation/index.js',
  'http/current-context.js',
  'http/http-errors.js',
  'http/replies.js',
];

/** The module, bundled once for all bundles of a build. */
export class RuntimeModule {
  readonly #prebundle = new Prebundle(ROOTS.map(coreFile), RUNTIME_FILE);
  readonly #code: Promise<string>;

  constructor() {
    this.#code = this.#prebundle.bundle('handlers.js', false);
    // whoever awaits it sees why it failed
    this.#code.catch(() => {});
  }

  readonly plugin: Plugin = {
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
      filter: { id: /[\\/]handlers\.js$|[\\/]dist[\\/]esm[\\/](?:http|runtime|validation)[\\/]/ },
      handler: async (id) => {
        if (id !== RUNTIME_FILE) {
          const code = this.#prebundle.facade(id);
          return code === undefined ? null : { code, moduleSideEffects: false };
        }
        // maps are for the author's code
        return { code: await this.#code, map: null, moduleSideEffects: false };
      },
    },
  };
}
