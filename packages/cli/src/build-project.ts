import { type BuildOptions, type BuildResult, build } from '@gatewright/core/compiler';
import { Progress } from './progress.js';
import type { Project } from './project.js';
import { printWarnings } from './warnings.js';

/** Builds a project as its configuration says, and shows how far it is. */
export const buildProject = async (
  { root, config }: Project,
  options: Pick<BuildOptions, 'outDir'> & Partial<BuildOptions>,
): Promise<BuildResult & { readonly cached: number }> => {
  const { dev: _, ...configured } = config;
  const progress = new Progress();
  try {
    const result = await build({ ...configured, root, onProgress: progress.show, ...options });
    progress.end();
    printWarnings(result.warnings);
    return { ...result, cached: progress.cached };
  } finally {
    progress.end();
  }
};
