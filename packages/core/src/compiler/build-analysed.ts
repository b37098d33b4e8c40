/** The part of a build after analysis: it is loaded while another process runs the application. */
import path from 'node:path';
import { type Problem, refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import { type BundleContext, type BundledFile, codeBytes, ENTRY_FILE } from './bundle.js';
import { bundleApplication } from './bundle-application.js';
import { bundleContext } from './bundle-function.js';
import { bundleStore } from './cache/entry-store.js';
import { checkBudgets, excessProblem, findExcess } from './explain/budgets.js';
import { explainFunction } from './explain/explain-function.js';
import type { BuildOptions, BuildResult, FunctionValidation } from './options.js';
import { RuntimeModule } from './runtime-module.js';
import { SHARED_FILE } from './shared-validation.js';
import { type FunctionDtos, warnOfDifferences } from './validators/route-dtos.js';
import { writeOutput } from './write-output.js';

/** Begins to make what all bundles share. */
export const createRuntime = ({ root, cache = true }: BuildOptions): RuntimeModule =>
  new RuntimeModule(cache ? bundleStore(root) : undefined);

/** Bundles the functions of an analysed application and writes them; the output folder's path is absolute. */
export async function buildAnalysed(
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
