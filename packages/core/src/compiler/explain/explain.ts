import { analyzeApplication } from '../analyze.js';
import type { AnalyzeOptions, BundleOptions } from '../options.js';
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
    // who only analyses or builds an application loads nothing of it
    const { explainRoute } = await import('./explain-function.js');
    return await explainRoute(analysis, id, options);
  } finally {
    analysis.end();
  }
}
