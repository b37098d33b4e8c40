/**
 * This package's part of every handler as one module, from which each bundle keeps what its route calls. All of it is 90 KB, which
 * took most of a bundle's time, so a bundle gets a module of what its handler imports and what its application does; handlers that
 * import the same share it.
 */
import MagicString from 'magic-string';
import { rolldown, VERSION } from 'rolldown';
import type { EntryStore } from './cache/entry-store.js';
import { hashFolder, hashOf } from './cache/input-state.js';
import { kept } from './cache/kept.js';
import { CORE_MODULES, coreFile } from './core-file.js';
import type { ModulePlugin } from './join-plugins.js';
import { moduleClosure } from './library-modules.js';
import { Prebundle } from './prebundle.js';
import { COMPRESS, type Minify } from './rolldown-options.js';

/** The file that the module would be: what it imports is found from there. */
export const RUNTIME_FILE: string = coreFile('handlers.js');

/** All of the module, where a bundle asks for more than was expected. */
const WHOLE = `${RUNTIME_FILE}?whole`;

/** What applications may import of this package at run time. */
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

/** What compiled handlers import, and what applications may. */
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

/** Maps are for the author's code; with this package's in them they would be twice as large. */
const NO_MAP = { mappings: '' };

/** The module as one bundle sees it. */
export interface RuntimePart {
  readonly plugin: ModulePlugin;
  /** Lets what a handler imports of this package come from the module, by one step. */
  readonly link: (code: string) => Promise<MagicString>;
  /** Whether the bundle asked for something that is not in its part. */
  readonly isExceeded: () => boolean;
}

/** What a handler's bundle asks for. */
export interface RuntimeRequest {
  /** The code of the handler's modules. */
  readonly modules: readonly string[];
  /** Names that the application imports of this package; undefined where it may import any. */
  readonly imported: ReadonlySet<string> | undefined;
  /** Whether the bundle is minified: what it gets is compressed before, once for all that get the same. */
  readonly isMinified: boolean;
}

/** What is kept of the module between builds. */
interface RuntimeContent {
  readonly modules: readonly (readonly [id: string, names: readonly string[]])[];
  readonly code: string;
}

/** The module, bundled once for all bundles. */
export class RuntimeModule {
  /** Hash of this package's modules as the build found them. */
  readonly core: string = hashFolder(CORE_MODULES);
  readonly #key = hashOf(JSON.stringify([CORE_MODULES, this.core, VERSION]));
  readonly #store: EntryStore | undefined;
  readonly #content: Promise<{ readonly prebundle: Prebundle; readonly code: string }>;

  /** @param store where it is kept for later builds */
  constructor(store?: EntryStore) {
    this.#store = store;
    this.#content = kept(this.#key, store, bundleRuntime).then(({ modules, code }) => ({
      prebundle: new Prebundle(new Map(modules), RUNTIME_FILE, WHOLE),
      code,
    }));
    // whoever awaits it sees why it failed
    this.#content.catch(() => {});
  }

  /** The module for a handler's bundle: what it asks for, or all of it. */
  part(request: RuntimeRequest | 'whole'): RuntimePart {
    let names: ReadonlySet<string> | undefined;
    let isExceeded = false;
    const load = async (id: string): Promise<string | undefined> => {
      const { prebundle, code } = await this.#content;
      if (request !== 'whole') names ??= namesOf(prebundle, request);
      if (id !== RUNTIME_FILE && id !== WHOLE) return prebundle.facade(id, names);
      if (id === WHOLE || request === 'whole') return code;
      return this.#partOf(code, names as ReadonlySet<string>, request);
    };
    const plugin: ModulePlugin = {
      name: 'gatewright:runtime',
      resolveId: {
        filter: { id: /[\\/]handlers\.js(?:\?whole)?$|^@gatewright\/core\/(?:runtime|validation)/ },
        handler: (id) => resolveRuntime(id) ?? (id === RUNTIME_FILE || id === WHOLE ? id : null),
      },
      load: {
        filter: { id: /[\\/]handlers\.js(?:\?whole)?$|[\\/]dist[\\/]esm[\\/](?:http|runtime|validation)[\\/]/ },
        handler: async (id) => {
          isExceeded ||= id === WHOLE;
          const code = await load(id);
          return code === undefined ? null : { code, map: NO_MAP, moduleSideEffects: false };
        },
      },
    };
    return {
      plugin,
      link: async (code) => linkImports(code, (await this.#content).prebundle),
      isExceeded: () => isExceeded,
    };
  }

  #partOf(code: string, names: ReadonlySet<string>, { isMinified }: RuntimeRequest): Promise<string> {
    const list = [...names].join(', ');
    const minify = isMinified && COMPRESS;
    const key = hashOf(JSON.stringify([this.#key, list, minify]));
    return kept(key, this.#store, () => shake(code, list, minify));
  }
}

async function bundleRuntime(): Promise<RuntimeContent> {
  const modules = new Map<string, readonly string[]>();
  for (const root of ROOTS) moduleClosure(root, modules);
  const code = await new Prebundle(modules, RUNTIME_FILE, WHOLE).bundle('handlers.js', false);
  return { modules: [...modules], code };
}

/** The names that the module exports for a bundle. */
function namesOf(prebundle: Prebundle, { modules, imported }: RuntimeRequest): ReadonlySet<string> {
  const needed = modules.flatMap((code) =>
    importsOf(code, prebundle).flatMap(({ names }) => names.map(({ alias }) => alias)),
  );
  const isImported = (id: string): boolean =>
    imported === undefined || prebundle.names(id).some((name) => imported.has(name));
  return new Set([...needed, ...PUBLIC.filter(isImported).flatMap((id) => prebundle.aliases(id))].sort());
}

/** A statement that imports something of the module. */
interface RuntimeImport {
  readonly start: number;
  readonly end: number;
  readonly names: readonly { readonly local: string; readonly alias: string }[];
}

/** An import as handlers are emitted: a statement on a line of its own. */
const IMPORT = /^import \{ (.+) \} from "(@gatewright\/core\/(?:runtime|validation)[^"]*)";$/gm;

/** What a handler's code imports of the module. */
const importsOf = (code: string, prebundle: Prebundle): RuntimeImport[] =>
  [...code.matchAll(IMPORT)].flatMap(({ index, 0: statement, 1: list = '', 2: specifier = '' }) => {
    const id = resolveRuntime(specifier) as string;
    const specifiers = list.split(', ').map((each) => each.split(' as ') as [string, string?]);
    const names = specifiers.flatMap(([name, local = name]) => {
      const alias = prebundle.alias(id, name);
      return alias === undefined ? [] : [{ local, alias }];
    });
    // what the module lacks the bundler reports
    return names.length < specifiers.length ? [] : [{ start: index, end: index + statement.length, names }];
  });

/** One statement, since the bundler asks where each of them leads. */
function linkImports(code: string, prebundle: Prebundle): MagicString {
  const linked = new MagicString(code);
  const imports = importsOf(code, prebundle);
  const list = imports.flatMap(({ names }) => names.map(({ local, alias }) => `${alias} as ${local}`)).join(', ');
  for (const [position, { start, end }] of imports.entries())
    if (position === 0) linked.overwrite(start, end, `import { ${list} } from ${JSON.stringify(RUNTIME_FILE)};`);
    else linked.remove(start, end);
  return linked;
}

/** The file of a module that a handler imports by the package's name. */
function resolveRuntime(id: string): string | undefined {
  const name = /^@gatewright\/core\/((?:runtime|validation).*)$/.exec(id)?.[1];
  return name === undefined ? undefined : coreFile(name.includes('/') ? `${name}.js` : `${name}/index.js`);
}

const ENTRY = '\0gatewright:part';

/** What a list of a module's exports needs of it. */
async function shake(code: string, list: string, minify: Minify): Promise<string> {
  const build = await rolldown({
    input: ENTRY,
    // comments tell places from there
    cwd: CORE_MODULES,
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
  const { output } = await build.generate({ format: 'esm', minify });
  await build.close();
  return output[0].code;
}
