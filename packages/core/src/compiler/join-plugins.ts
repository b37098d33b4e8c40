/**
 * Several plugins as one, which the bundler asks once for an import and once for a module. The filters of a plugin are compiled again for
 * each bundle, and each question waits for the one thread that runs JavaScript: that took more time than a small bundle itself.
 */
import type { FunctionPluginHooks, Plugin } from 'rolldown';

/** A hook of a plugin, and the ids that it is asked for. */
interface FilteredHook<THandler> {
  readonly filter: { readonly id: RegExp | { readonly exclude: RegExp } };
  readonly handler: THandler;
}

type Promised<THook> = THook extends (this: infer TContext, ...parameters: infer TParameters) => infer TResult
  ? (this: TContext, ...parameters: TParameters) => TResult | Promise<Awaited<TResult>>
  : never;

/** A plugin that finds and loads modules whose ids its filters match. */
export interface ModulePlugin {
  readonly name: string;
  readonly resolveId?: FilteredHook<Promised<FunctionPluginHooks['resolveId']>>;
  readonly load?: FilteredHook<Promised<FunctionPluginHooks['load']>>;
}

/** Joins plugins; what one of them answers, those after it are not asked. */
export function joinPlugins(plugins: readonly ModulePlugin[]): Plugin {
  const resolvers = plugins.flatMap(({ resolveId = [] }) => resolveId);
  const loaders = plugins.flatMap(({ load = [] }) => load);
  return {
    name: 'gatewright:modules',
    async resolveId(id, importer, extra) {
      for (const { filter, handler } of resolvers)
        if (matches(filter, id)) {
          const found = await handler.call(this, id, importer, extra);
          if (found !== null && found !== undefined) return found;
        }
      return null;
    },
    async load(id, extra) {
      for (const { filter, handler } of loaders)
        if (matches(filter, id)) {
          const loaded = await handler.call(this, id, extra);
          if (loaded !== null && loaded !== undefined) return loaded;
        }
      return null;
    },
  };
}

const matches = ({ id: pattern }: FilteredHook<unknown>['filter'], id: string): boolean =>
  pattern instanceof RegExp ? pattern.test(id) : !pattern.exclude.test(id);
