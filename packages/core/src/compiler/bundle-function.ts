/** Bundles the functions of an application: what they share, and each on its own. */
import { refuse } from '../errors/definition-error.js';
import type { FunctionManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import { type BundleContext, type BundledFile, type BundleInput, bundleHandler, createResolver } from './bundle.js';
import { BundleCache, type BundlePlans, type CachedFiles, type PlanKind } from './cache/bundle-cache.js';
import type { BundleOptions } from './options.js';
import { type FunctionParts, functionParts, planBundle } from './plan-bundle.js';
import { RuntimeModule } from './runtime-module.js';
import { frameworkImports } from './source-module.js';
import { ValidationLibraries } from './validation-libraries.js';
import type { CompiledDtos } from './validators/compile-dtos.js';
import { compileFunctions, type FunctionDtos, verifyFunctions } from './validators/route-dtos.js';
import { markStatic } from './validators/static-arguments.js';

/** What an application's bundles share. */
export interface ApplicationContext extends BundleContext {
  /**
   * Ends when compiled DTOs were compared with the libraries: the functions whose DTOs are left to these after all, by their ids.
   * That nothing differs is what bundles are made with meanwhile.
   */
  readonly verified: Promise<ReadonlyMap<string, FunctionDtos>>;
}

/** Compiles the DTOs of an application, and begins to compare them with the libraries. */
export function bundleContext(
  analysis: CompilerAnalysis,
  options: BundleOptions,
  functionsDir: string,
  runtime: RuntimeModule = new RuntimeModule(),
): ApplicationContext {
  const { root, modules, manifest } = analysis;
  const libraries = new ValidationLibraries(root);
  refuse(libraries.check(manifest));
  const sources = {
    analysis,
    dtos: markStatic(analysis),
    predicates: () => libraries.predicates,
    core: runtime.core,
  };
  const dtos = compileFunctions(sources);
  const verified = verifyFunctions(dtos, sources);
  // whoever awaits it sees why it failed
  verified.catch(() => {});
  return {
    root,
    options,
    functionsDir,
    sources: new Map(),
    modules: new Map(modules),
    stripped: new Map(),
    libraries,
    runtime,
    imported: frameworkImports(modules.values()),
    dtos,
    verified,
  };
}

/** The context with what verification has left to the libraries. */
export const verifiedContext = async (context: ApplicationContext): Promise<ApplicationContext> => ({
  ...context,
  dtos: new Map([...context.dtos, ...(await context.verified)]),
});

/** The bundles of earlier builds. */
export const openCache = (context: BundleContext, { modules }: CompilerAnalysis): BundleCache =>
  new BundleCache({
    ...context,
    modules,
    core: context.runtime.core,
    createResolver: () => createResolver(context),
  });

/** The files of a function, from an earlier build if they would be the same. */
export async function bundleCached(
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
  cache: BundleCache | undefined,
): Promise<CachedFiles> {
  if (cache === undefined) return { files: await bundleFunction(analysis, target, context), isCached: false };
  const plans = new FunctionPlans(analysis, target, context);
  return cache.files(target.id, plans, (record) => bundlePlanned(plans, { ...context, record }));
}

/** The plans of a function's bundle, each made once. */
class FunctionPlans implements BundlePlans {
  readonly #parts: FunctionParts;
  readonly #options: BundleOptions;
  readonly #compiled: CompiledDtos | undefined;
  readonly #made: { readonly kind: PlanKind; readonly plan: BundleInput }[] = [];

  constructor(
    readonly analysis: CompilerAnalysis,
    target: FunctionManifest,
    { options, dtos }: BundleContext,
  ) {
    this.#parts = functionParts(analysis, target);
    this.#options = options;
    this.#compiled = (dtos.get(target.id) as FunctionDtos).compiled;
  }

  get first(): BundleInput {
    return this.plan({ usesCurrentContext: false, isCompiled: true });
  }

  plan(kind: PlanKind): BundleInput {
    const { usesCurrentContext, isCompiled } = kind;
    const made = this.#made.find((each) => isSame(each.kind, kind));
    if (made !== undefined) return made.plan;
    const dtos = isCompiled ? this.#compiled : undefined;
    const plan = planBundle(this.analysis, this.#parts, { options: this.#options, usesCurrentContext, dtos });
    this.#made.push({ kind, plan });
    return plan;
  }

  others(): PlanKind[] {
    return this.#made.slice(1).map(({ kind }) => kind);
  }
}

const isSame = (one: PlanKind, other: PlanKind): boolean =>
  one.usesCurrentContext === other.usesCurrentContext && one.isCompiled === other.isCompiled;

/**
 * Bundles a function's handler; again where the bundle holds something that asks for the current context, or for what the libraries
 * know that its DTOs were compiled without.
 */
export const bundleFunction = (
  analysis: CompilerAnalysis,
  target: FunctionManifest,
  context: BundleContext,
): Promise<readonly BundledFile[]> => bundlePlanned(new FunctionPlans(analysis, target, context), context);

async function bundlePlanned(plans: FunctionPlans, context: BundleContext): Promise<readonly BundledFile[]> {
  const { files, usesCurrentContext, usesLibraries } = await bundleHandler(plans.first, context);
  if (!usesCurrentContext && !usesLibraries) return files;
  return (await bundleHandler(plans.plan({ usesCurrentContext, isCompiled: !usesLibraries }), context)).files;
}
