/** Bundles the functions of an application: what they share, and each on its own. */
import { refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import { type BundleContext, type BundledFile, bundleHandler, createResolver } from './bundle.js';
import { BundleCache, type CachedFiles } from './cache/bundle-cache.js';
import type { BundleOptions } from './options.js';
import { planBundle } from './plan-bundle.js';
import { RuntimeModule } from './runtime-module.js';
import { ValidationLibraries } from './validation-libraries.js';

/** What an application's bundles share. */
export function bundleContext(
  analysis: CompilerAnalysis,
  options: BundleOptions,
  functionsDir: string,
  runtime: RuntimeModule = new RuntimeModule(),
): BundleContext {
  const { root, modules, manifest } = analysis;
  const libraries = new ValidationLibraries(root);
  refuse(libraries.check(manifest));
  return { root, options, functionsDir, modules: new Map(modules), stripped: new Map(), libraries, runtime };
}

/** The bundles of earlier builds. */
export const openCache = (context: BundleContext, { modules }: CompilerAnalysis): BundleCache =>
  new BundleCache({ ...context, modules, createResolver: () => createResolver(context) });

/** The files of a function, from an earlier build if they would be the same. */
export async function bundleCached(
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
  cache: BundleCache | undefined,
): Promise<CachedFiles> {
  if (cache === undefined) return { files: await bundleFunction(analysis, target, context), isCached: false };
  const plans = [false, true].map((usesContext) => planBundle(analysis, target, context.options, usesContext));
  return cache.files(target.id, plans, (record) => bundleFunction(analysis, target, { ...context, record }));
}

/** Bundles a function's handler; a second time where the first bundle holds something that asks for the current context. */
export async function bundleFunction(
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
): Promise<readonly BundledFile[]> {
  const { files, usesCurrentContext } = await bundleHandler(
    planBundle(analysis, target, context.options, false),
    context,
  );
  if (!usesCurrentContext) return files;
  return (await bundleHandler(planBundle(analysis, target, context.options, true), context)).files;
}
