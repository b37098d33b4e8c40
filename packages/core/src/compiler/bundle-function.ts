/** Bundles the functions of an application: what they share, and each on its own. */
import { refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import { type BundleContext, type BundledFile, bundleHandler, createResolver } from './bundle.js';
import { BundleCache, type CachedFiles } from './cache/bundle-cache.js';
import type { BundleOptions } from './options.js';
import { type BundlePlan, planBundle } from './plan-bundle.js';
import { RuntimeModule } from './runtime-module.js';
import { frameworkImports } from './source-module.js';
import { ValidationLibraries } from './validation-libraries.js';
import { compileFunctions, type FunctionDtos } from './validators/route-dtos.js';
import { markStatic } from './validators/static-arguments.js';

/** What an application's bundles share. */
export async function bundleContext(
  analysis: CompilerAnalysis,
  options: BundleOptions,
  functionsDir: string,
  runtime: RuntimeModule = new RuntimeModule(),
): Promise<BundleContext> {
  const { root, modules, manifest } = analysis;
  const libraries = new ValidationLibraries(root);
  refuse(libraries.check(manifest));
  const sources = { analysis, dtos: markStatic(analysis), predicates: () => libraries.predicates };
  const dtos = await compileFunctions(sources);
  const imported = frameworkImports(modules.values());
  return {
    root,
    options,
    functionsDir,
    modules: new Map(modules),
    stripped: new Map(),
    libraries,
    runtime,
    imported,
    dtos,
  };
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
  const { compiled } = context.dtos.get(target.id) as FunctionDtos;
  const plans = [false, true].flatMap((usesCurrentContext) =>
    [compiled, undefined].map((dtos) => planBundle(analysis, target, { ...context, usesCurrentContext, dtos })),
  );
  return cache.files(target.id, plans, (record) => bundleFunction(analysis, target, { ...context, record }));
}

/**
 * Bundles a function's handler; again where the bundle holds something that asks for the current context, or for what the libraries
 * know that its DTOs were compiled without.
 */
export async function bundleFunction(
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
): Promise<readonly BundledFile[]> {
  const bundle = (plan: Omit<BundlePlan, 'options'>) =>
    bundleHandler(planBundle(analysis, target, { ...context, ...plan }), context);
  const { compiled } = context.dtos.get(target.id) as FunctionDtos;
  const first = await bundle({ dtos: compiled, usesCurrentContext: false });
  const { usesCurrentContext } = first;
  if (first.usesLibraries) return (await bundle({ dtos: undefined, usesCurrentContext })).files;
  return usesCurrentContext ? (await bundle({ dtos: compiled, usesCurrentContext })).files : first.files;
}
