/**
 * This package's part of every handler as one module, from which each bundle keeps what its route calls. All of it is 90 KB, which
 * took most of a bundle's time, so a bundle gets a module of what its handler imports and what applications may; handlers that
 * import the same share it.
 */
import { type Plugin, rolldown } from 'rolldown';
import { parseSync } from 'rolldown/utils';
import { coreFile } from './core-file.js';
import { Prebundle } from './prebundle.js';

/** The file that the module would be: what it imports is found from there. */
export const RUNTIME_FILE: string = coreFile('handlers.js');

/** All of the module, where a bundle asks for more than was expected. */
const WHOLE = `${RUNTIME_FILE}?whole`;

/** What applications import of this package at run time. */
const PUBLIC = [
  'http/cookie.js',
  'http/current-context.js',
  'http/http-context.js',
  'http/http-error.js',
  'http/http-errors.js',
  'http/replies.js',
  'http/validation-failed.js',
  'runtime/resource.js',
].map(coreFile);

/** What compiled handlers import, and what applications do. */
const ROOTS = [
  ...[
    'runtime/index.js',
    'runtime/http-api.js',
    'runtime/rest-api.js',
    'runtime/function-url.js',
    'runtime/alb.js',
    'validation/index.js',
    'validation/compiled.js',
  ].map(coreFile),
  ...PUBLIC,
];

/** The module as one bundle sees it. */
export interface RuntimePart {
  readonly plugin: Plugin;
  /** Whether the bundle asked for something that is not in its part. */
  readonly isExceeded: () => boolean;
}

/** The module, bundled once for all bundles of a build. */
export class RuntimeModule {
  readonly #prebundle = new Prebundle(ROOTS, RUNTIME_FILE, WHOLE);
  readonly #code: Promise<string>;
  readonly #parts = new Map<string, Promise<string>>();

  constructor() {
    this.#code = this.#prebundle.bundle('handlers.js', false);
    // whoever awaits it sees why it failed
    this.#code.catch(() => {});
  }

  /** The module for a handler's bundle: what the handler's modules import, or all of it. */
  part(modules: readonly string[], isWhole: boolean): RuntimePart {
    const names = isWhole ? undefined : this.#namesOf(modules);
    let isExceeded = false;
    const plugin: Plugin = {
      name: 'gatewright:runtime',
      resolveId: {
        filter: { id: /[\\/]handlers\.js(?:\?whole)?$|^@gatewright\/core\/(?:runtime|validation)/ },
        handler: (id) => resolveRuntime(id) ?? (id === RUNTIME_FILE || id === WHOLE ? id : null),
      },
      load: {
        filter: { id: /[\\/]handlers\.js(?:\?whole)?$|[\\/]dist[\\/]esm[\\/](?:http|runtime|validation)[\\/]/ },
        handler: async (id) => {
          isExceeded ||= id === WHOLE;
          if (id === WHOLE || id === RUNTIME_FILE) {
            const code = await (id === WHOLE || names === undefined ? this.#code : this.#partOf(names));
            // maps are for the author's code
            return { code, map: null, moduleSideEffects: false };
          }
          const code = this.#prebundle.facade(id, names);
          return code === undefined ? null : { code, moduleSideEffects: false };
        },
      },
    };
    return { plugin, isExceeded: () => isExceeded };
  }

  /** The names that the module exports for a handler's modules. */
  #namesOf(modules: readonly string[]): ReadonlySet<string> {
    const imports = modules.flatMap((code) => parseSync('handler.js', code).module.staticImports);
    const imported = imports.flatMap(({ moduleRequest, entries }) => {
      const id = resolveRuntime(moduleRequest.value);
      return id === undefined
        ? []
        : entries.flatMap(({ importName }) => this.#prebundle.alias(id, importName.name as string) ?? []);
    });
    return new Set([...imported, ...PUBLIC.flatMap((id) => this.#prebundle.aliases(id))].sort());
  }

  #partOf(names: ReadonlySet<string>): Promise<string> {
    const list = [...names].join(', ');
    const known = this.#parts.get(list) ?? this.#code.then((code) => shake(code, list));
    this.#parts.set(list, known);
    return known;
  }
}

/** The file of a module that a handler imports by the package's name. */
function resolveRuntime(id: string): string | undefined {
  const name = /^@gatewright\/core\/((?:runtime|validation).*)$/.exec(id)?.[1];
  return name === undefined ? undefined : coreFile(name.includes('/') ? `${name}.js` : `${name}/index.js`);
}

const ENTRY = '\0gatewright:part';

/** What a list of a module's exports needs of it. */
async function shake(code: string, list: string): Promise<string> {
  const build = await rolldown({
    input: ENTRY,
    platform: 'node',
    tsconfig: false,
    external: /^[^./\\\0]/,
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: 'gatewright:part',
        resolveId: { filter: { id: /[\\/]handlers\.js$|^\0gatewright:/ }, handler: (id) => id },
        load: {
          filter: { id: /[\\/]handlers\.js$|^\0gatewright:/ },
          handler: (id) => (id === ENTRY ? `export { ${list} } from ${JSON.stringify(RUNTIME_FILE)};` : code),
        },
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: false });
  await build.close();
  return output[0].code;
}
