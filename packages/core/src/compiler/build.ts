/**
 * Build: analyze -> emit -> bundle -> write. One process for all routes; each route is bundled on its own, so that what one
 * needs is never carried by another (docs/design/bundle-per-route.md). Nothing is written unless everything succeeded.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { analyzeApplication } from './analyze.js';
import { prepareLoader } from './loader-process.js';
import type { BuildOptions, BuildResult } from './options.js';
import { withSourceLines } from './source-line.js';
import { checkOutput } from './write-output.js';

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
  let started: ReturnType<typeof startBundling> | undefined;
  const bundling = (): ReturnType<typeof startBundling> => {
    started ??= startBundling(options);
    // whoever awaits it sees why it failed
    started.catch(() => {});
    return started;
  };
  // it needs nothing of the analysis, which waits for another process
  const analysis = await analyzeApplication(options, bundling);
  try {
    const { buildAnalysed, runtime } = await bundling();
    return await buildAnalysed(analysis, { ...options, outDir }, runtime);
  } finally {
    analysis.end();
  }
}

async function startBundling(options: BuildOptions) {
  const { buildAnalysed, createRuntime } = await import('./build-analysed.js');
  return { buildAnalysed, runtime: createRuntime(options) };
}
