import path from 'node:path';
import { DefinitionError } from '../../errors/definition-error.js';
import { nearestName } from '../../errors/nearest-name.js';
import type { FunctionManifest, Manifest } from '../../model/manifest.js';
import { analyzeApplication, type CompilerAnalysis } from '../analyze.js';
import type { BundleContext } from '../bundle.js';
import { bundleContext, bundleFunction, verifiedContext } from '../bundle-function.js';
import type { AnalyzeOptions, BundleOptions } from '../options.js';
import type { BundleGraph } from './bundle-graph.js';
import { describeBundle } from './describe-bundle.js';
import type { Explanation } from './explanation.js';

/**
 * Tells what the function of a route holds, by package, and why; nothing is written.
 *
 * @param id of a route or a function
 * @throws {DefinitionError} for everything that is wrong with the application, and where there is no such route
 * @example
 * const { packages } = await explain({ root: process.cwd(), controllers: 'src/*.controller.ts' }, 'UsersController.create');
 */
export async function explain(options: AnalyzeOptions & BundleOptions, id: string): Promise<Explanation> {
  const analysis = await analyzeApplication(options);
  try {
    const target = findFunction(analysis.manifest, id);
    const context = bundleContext(analysis, options, path.join(analysis.root, '.gatewright', 'functions'));
    return await explainFunction(analysis, target, await verifiedContext(context));
  } finally {
    analysis.end();
  }
}

/** Bundles a function and describes its bundle. */
export async function explainFunction(
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
): Promise<Explanation> {
  let graph: BundleGraph = new Map();
  const files = await bundleFunction(analysis, target, {
    ...context,
    readGraph: (read) => {
      graph = read;
    },
  });
  return { id: target.id, routes: target.routes, ...describeBundle({ root: analysis.root, files, graph }) };
}

function findFunction({ functions }: Manifest, id: string): FunctionManifest {
  const found = functions.find((each) => each.id === id || each.routes.includes(id));
  if (found !== undefined) return found;
  const nearest = nearestName(id, [...functions.flatMap(({ routes }) => routes), ...functions.map((each) => each.id)]);
  throw new DefinitionError([
    {
      code: 'ROUTE_UNKNOWN',
      where: JSON.stringify(id),
      message: `is the id of no route; ${nearest === undefined ? 'gatewright routes lists them' : `did you mean ${nearest}?`}`,
    },
  ]);
}
