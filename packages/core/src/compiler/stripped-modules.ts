import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BundleContext, BundleInput } from './bundle.js';
import { CORE_MODULES } from './core-file.js';
import { type EditedModule, editedModule } from './edited-module.js';
import type { ModulePlugin } from './join-plugins.js';
import { PROJECT_FILE } from './project-files.js';
import { parseModule, type SourceModule } from './source-module.js';
import { type StripOptions, stripModule } from './strip.js';

/** A module after stripping. */
export interface StrippedModule {
  /** Undefined when it is left as it is. */
  readonly result: EditedModule | undefined;
}

/** Only modules that import what decorates classes, or declare a class that is to be exported, have anything to strip. */
const DECORATED = /['"](?:@gatewright\/core|class-validator|class-transformer)['"]/;

/** The project's modules, without what a function's bundle does not need of them. */
export const strippedModules = (
  input: BundleInput,
  { sources, modules, stripped, options: { sourceMap = true } }: BundleContext,
  recalled: StripOptions['recalled'],
): ModulePlugin => ({
  name: 'gatewright:strip',
  load: {
    filter: { id: PROJECT_FILE },
    handler(id) {
      if (!path.isAbsolute(id) || id.startsWith(CORE_MODULES)) return null;
      const source = sources.get(id) ?? readFileSync(id, 'utf8').replace(/^\uFEFF/, '');
      sources.set(id, source);
      if (!DECORATED.test(source) && !input.classNames.some((name) => source.includes(name))) return null;
      const kept = input.strip(id);
      const strip = (): StrippedModule => stripSource(source, id, { ...kept, recalled }, { modules, sourceMap });
      const isPlain = [kept.members, kept.exports, kept.values, kept.recorded].every(({ size }) => size === 0);
      return (isPlain ? once(stripped, plainKey(id, recalled), strip) : strip()).result;
    },
  },
});

/** Of a module from which no function needs anything in particular, all make the same. */
const plainKey = (id: string, recalled: StripOptions['recalled']): string =>
  [id, ...(recalled === undefined ? ['*'] : [...recalled].sort())].join('\0');

function once(known: Map<string, StrippedModule>, key: string, make: () => StrippedModule): StrippedModule {
  const module = known.get(key) ?? make();
  known.set(key, module);
  return module;
}

function stripSource(
  source: string,
  id: string,
  options: StripOptions,
  { modules, sourceMap }: { readonly modules: Map<string, SourceModule>; readonly sourceMap: boolean },
): StrippedModule {
  let module = modules.get(id);
  if (module === undefined || module.code !== source) {
    module = parseModule(id, source);
    modules.set(id, module);
  }
  const code = stripModule(module, options);
  return { result: code && editedModule(id, code, sourceMap) };
}
