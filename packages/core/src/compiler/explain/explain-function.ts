import path from 'node:path';
import { DefinitionError } from '../../errors/definition-error.js';
import { nearestName } from '../../errors/nearest-name.js';
import type { FunctionManifest, Manifest } from '../../model/manifest.js';
import type { CompilerAnalysis } from '../analyze.js';
import type { BundleContext } from '../bundle.js';
import { bundleContext, bundleFunction, verifiedContext } from '../bundle-function.js';
import type { BundleOptions } from '../options.js';
import type { BundleGraph } from './bundle-graph.js';
import { describeBundle } from './describe-bundle.js';
import type { Explanation } from './explanation.js';

/** Explains the function of a route. */
export async function explainRoute(
  analysis: CompilerAnalysis,
  id: string,
  options: BundleOptions,
): Promise<Explanation> {
  const target = findFunction(analysis.manifest, id);
  const context = bundleContext(analysis, options, path.join(analysis.root, '.gatewright', 'functions'));
  return explainFunction(analysis, target, await verifiedContext(context));
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
