/**
 * Build: analyze -> emit -> bundle -> write. One process for all routes; each route is bundled on its own, so that what one
 * needs is never carried by another (docs/design/bundle-per-route.md). Nothing is written unless everything succeeded.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { type Problem, refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import { analyzeApplication, type CompilerAnalysis } from './analyze.js';
import { type BundleContext, type BundledFile, codeBytes, ENTRY_FILE } from './bundle.js';
import { bundleApplication } from './bundle-application.js';
import { bundleContext } from './bundle-function.js';
import { bundleStore } from './cache/entry-store.js';
import { checkBudgets, excessProblem, findExcess } from './explain/budgets.js';
import { explainFunction } from './explain/explain.js';
import { prepareLoader } from './loader-process.js';
import type { BuildOptions, BuildResult, FunctionValidation } from './options.js';
import { RuntimeModule } from './runtime-module.js';
import { SHARED_FILE } from './shared-validation.js';
import { withSourceLines } from './source-line.js';
import { type FunctionDtos, warnOfDifferences } from './validators/route-dtos.js';
import { checkOutput, writeOutput } from './write-output.js';

/**
 * Builds an application: its manifest and a folder for each function.
 *
 * @throws {DefinitionError} for everything that is wrong with the application, at once; nothing is written then
 * @example
 * await build({ root: process.cwd(), controllers: 'src/*.controller.ts', outDir: 'dist' });
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  try {
    return await withSourceLines(options.root, buildApplication(options));
  } finally {
    if (options.isRepeated) prepareLoader(realpathSync(options.root));
  }
}

async function buildApplication(options: BuildOptions): Promise<BuildResult> {
  const outDir = path.resolve(options.root, options.outDir);
  await checkOutput(outDir);
  const store = options.cache === false ? undefined : bundleStore(options.root);
  let runtime: RuntimeModule | undefined;
  const makeRuntime = (): RuntimeModule => {
    runtime ??= new RuntimeModule(store);
    return runtime;
  };
  // it needs nothing of the analysis, which waits for another process
  const analysis = await analyzeApplication(options, makeRuntime);
  return buildAnalysed(analysis, { ...options, outDir }, makeRuntime()).finally(analysis.end);
}

async function buildAnalysed(
  analysis: CompilerAnalysis,
  options: BuildOptions,
  runtime: RuntimeModule,
): Promise<BuildResult> {
  const { manifest } = analysis;
  const { outDir } = options;
  const ids = manifest.functions.map(({ id }) => id);
  refuse(checkBudgets(options.budgets ?? {}, ids));
  const functionsDir = path.join(outDir, 'functions');
  const context = bundleContext(analysis, options, functionsDir, runtime);
  const bundled = await bundleApplication(analysis, context, options);
  // nobody asks it any more; it ends while the files are written
  analysis.end();
  const { files } = bundled;
  await refuseExcess(analysis, bundled.context, files);
  await writeOutput(outDir, { manifest, functions: files });
  return {
    manifest,
    inputs: analysis.inputs,
    warnings: [...analysis.warnings, ...warnOfDifferences(bundled.context.dtos)],
    outDir,
    functions: manifest.functions.map((target) => ({
      id: target.id,
      routes: target.routes,
      dir: path.join(functionsDir, target.id),
      entry: ENTRY_FILE,
      bytes: codeBytes(files.get(target.id) as readonly BundledFile[]),
      validation: validationOf(target, bundled.context, files.get(target.id) as readonly BundledFile[]),
    })),
  };
}

/** Refuses functions that are larger than their budgets. */
async function refuseExcess(
  analysis: CompilerAnalysis,
  context: BundleContext,
  files: ReadonlyMap<string, readonly BundledFile[]>,
): Promise<void> {
  const sizes = [...files].map(([id, list]) => ({ id, bytes: codeBytes(list) }));
  const problems: Problem[] = [];
  for (const excess of findExcess(context.options.budgets ?? {}, sizes)) {
    const target = analysis.manifest.functions.find(({ id }) => id === excess.id) as FunctionManifest;
    problems.push(excessProblem(excess, await explainFunction(analysis, target, context)));
  }
  refuse(problems);
}

/** How the DTOs of a function's routes are validated; what was compiled may have been given up for what else needs the libraries. */
function validationOf(
  { id }: FunctionManifest,
  { dtos }: BundleContext,
  files: readonly BundledFile[],
): FunctionValidation {
  const { validation } = dtos.get(id) as FunctionDtos;
  if (validation.kind === 'library' || !files.some(({ name }) => name === SHARED_FILE)) return validation;
  const reason = 'its own code, or a package, calls class-validator or class-transformer';
  return { kind: 'library', reasons: [{ dto: id, reason }] };
}
