/**
 * Build: analyze -> emit -> bundle -> write. One process for all routes; each route is bundled on its own, so that what one
 * needs is never carried by another (docs/design/bundle-per-route.md). Nothing is written unless everything succeeded.
 */
import path from 'node:path';
import { refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import { analyzeApplication, type CompilerAnalysis } from './analyze.js';
import {
  type BundleContext,
  type BundledFile,
  bundleHandler,
  codeBytes,
  createResolver,
  ENTRY_FILE,
} from './bundle.js';
import { BundleCache, type CachedFiles } from './cache/bundle-cache.js';
import type { BuildOptions, BuildResult } from './options.js';
import { planBundle } from './plan-bundle.js';
import { RuntimeModule } from './runtime-module.js';
import { ValidationLibraries } from './validation-libraries.js';
import { checkOutput, writeOutput } from './write-output.js';

/** Functions bundled at the same time; rolldown has threads of its own. */
const CONCURRENCY = 8;

/**
 * Builds an application: its manifest and a folder for each function.
 *
 * @throws {DefinitionError} for everything that is wrong with the application, at once; nothing is written then
 * @example
 * await build({ root: process.cwd(), controllers: 'src/*.controller.ts', outDir: 'dist' });
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const outDir = path.resolve(options.root, options.outDir);
  await checkOutput(outDir);
  // it needs nothing of the analysis, which waits for another process
  const runtime = new RuntimeModule();
  const analysis = await analyzeApplication(options);
  const { manifest } = analysis;
  const libraries = new ValidationLibraries(analysis.root);
  refuse(libraries.check(manifest));
  const functionsDir = path.join(outDir, 'functions');
  const context = {
    root: analysis.root,
    options,
    functionsDir,
    modules: new Map(analysis.modules),
    stripped: new Map(),
    libraries,
    runtime,
  };
  const cache = options.cache === false ? undefined : openCache(context, analysis.modules);
  const files = new Map<string, readonly BundledFile[]>();
  const pending = [...manifest.functions];
  const work = async (): Promise<void> => {
    for (let each = pending.shift(); each !== undefined; each = pending.shift()) {
      const { id } = each;
      const bundled = await bundleCached(analysis, each, context, cache);
      files.set(id, bundled.files);
      options.onProgress?.({ id, isCached: bundled.isCached, done: files.size, total: manifest.functions.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    await writeOutput(outDir, manifest, files);
  } finally {
    await cache?.close();
  }
  return {
    manifest,
    inputs: analysis.inputs,
    warnings: analysis.warnings,
    outDir,
    functions: manifest.functions.map(({ id, routes }) => ({
      id,
      routes,
      dir: path.join(functionsDir, id),
      entry: ENTRY_FILE,
      bytes: codeBytes(files.get(id) as readonly BundledFile[]),
    })),
  };
}

/** The bundles of earlier builds. */
const openCache = (context: BundleContext, modules: CompilerAnalysis['modules']): BundleCache =>
  new BundleCache({ ...context, modules, createResolver: () => createResolver(context) });

/** The files of a function, from an earlier build if they would be the same. */
async function bundleCached(
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
async function bundleFunction(
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
