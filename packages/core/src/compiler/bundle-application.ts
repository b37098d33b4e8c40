/** Bundles all functions of an application, while its compiled DTOs are compared with the libraries. */
import type { FunctionManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import type { BundledFile } from './bundle.js';
import { type ApplicationContext, bundleCached, openCache, verifiedContext } from './bundle-function.js';
import { CopiedPackages } from './copied-packages.js';
import type { BuildOptions } from './options.js';

/** Functions bundled at the same time; rolldown has threads of its own. */
const CONCURRENCY = 8;

/** The files of each function, by its id, and what they were made with in the end. */
export interface BundledApplication {
  readonly files: ReadonlyMap<string, readonly BundledFile[]>;
  readonly context: ApplicationContext;
}

/** Bundles all functions; again those whose compiled DTOs differ from the libraries. */
export async function bundleApplication(
  analysis: CompilerAnalysis,
  context: ApplicationContext,
  { cache: isCached = true, nodeModules = [], onProgress }: BuildOptions,
): Promise<BundledApplication> {
  const { functions } = analysis.manifest;
  const cache = isCached ? openCache(context, analysis) : undefined;
  const packages = new CopiedPackages(analysis.root, nodeModules);
  const files = new Map<string, readonly BundledFile[]>();
  const bundleAll = async (targets: readonly FunctionManifest[], how: ApplicationContext): Promise<void> => {
    const pending = [...targets];
    const work = async (): Promise<void> => {
      for (let each = pending.shift(); each !== undefined; each = pending.shift()) {
        const bundled = await bundleCached(analysis, each, how, cache);
        files.set(each.id, [...bundled.files, ...packages.filesFor(bundled.files)]);
        onProgress?.({ id: each.id, isCached: bundled.isCached, done: files.size, total: functions.length });
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
  };
  try {
    await bundleAll(functions, context);
    const left = await context.verified;
    const verified = await verifiedContext(context);
    await bundleAll(
      functions.filter(({ id }) => left.has(id)),
      verified,
    );
    return { files, context: verified };
  } finally {
    await cache?.close();
  }
}
