/**
 * Build: analyze -> emit -> bundle -> write. One process for all routes; each route is bundled on its own, so that what one
 * needs is never carried by another (docs/design/bundle-per-route.md). Nothing is written unless everything succeeded.
 */
import path from 'node:path';
import { refuse } from '../errors/definition-error.js';
import type { FunctionManifest, RouteManifest } from '../model/manifest.js';
import { analyzeApplication, type CompilerAnalysis } from './analyze.js';
import {
  type BundleContext,
  type BundledFile,
  type BundleInput,
  bundleHandler,
  codeBytes,
  ENTRY_FILE,
} from './bundle.js';
import { emitHandler } from './emit.js';
import { emitTogether } from './emit-together.js';
import { findClass } from './find-class.js';
import { type FoundValue, findValue } from './find-value.js';
import type { ClassImport, EmitOptions, ValueImport } from './handler-module.js';
import { addedExport, importOf, providedValue } from './imports.js';
import type { BuildOptions, BuildResult, BundleOptions } from './options.js';
import { reachableMembers } from './reachable-members.js';
import { RuntimeModule } from './runtime-module.js';
import type { Expression, StripOptions } from './strip.js';
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
  const files = new Map<string, readonly BundledFile[]>();
  const pending = [...manifest.functions];
  const work = async (): Promise<void> => {
    for (let each = pending.shift(); each !== undefined; each = pending.shift())
      files.set(each.id, await bundleFunction(analysis, each, context));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  await writeOutput(outDir, manifest, files);
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

/** The handler of a function, and what to keep of the modules it is made from. */
function planBundle(
  analysis: CompilerAnalysis,
  { id, routes: ids, packaging }: FunctionManifest,
  options: BundleOptions,
  usesCurrentContext: boolean,
): BundleInput {
  const { collected, manifest } = analysis;
  const routes = manifest.routes.filter((route) => ids.includes(route.id));
  const [first] = routes as [RouteManifest];
  const controllerFile = (collected.exports[controllerOf(analysis, first)] as ClassImport).module;
  const exports = new Map<string, Map<string, string>>();
  const values = new Map<string, Map<string, Expression>>();
  const importOfValue = (key: string): ValueImport => {
    const found = findValue(analysis, key) as FoundValue;
    const { module, name, node, access } = found;
    values.set(module.file, (values.get(module.file) ?? new Map()).set(name, found));
    return {
      module: relativeModule(controllerFile, module.file),
      export: name,
      ...(node.type === 'Identifier' && access === undefined ? { name: node.name } : {}),
      ...(access === undefined ? {} : { access }),
    };
  };
  const emitOptions: Omit<EmitOptions, 'controller'> = {
    manifest,
    frontDoors: options.frontDoors ?? ['http-api', 'rest-api'],
    usesCurrentContext,
    importOf: (key) => {
      const provided = providedValue(analysis, key);
      if (provided !== undefined) return importOfValue(provided);
      const from = importOf(analysis, key);
      const binding = findClass(analysis, key)?.source.binding;
      if (binding !== undefined && from.export === addedExport(binding))
        exports.set(from.module, (exports.get(from.module) ?? new Map()).set(binding, from.export));
      return { ...from, module: relativeModule(controllerFile, from.module) };
    },
    importOfValue,
  };
  const code =
    packaging === 'route'
      ? emitHandler(first, { ...emitOptions, controller: controllerOf(analysis, first) })
      : emitTogether(routes, { ...emitOptions, id, controllerOf: (route) => controllerOf(analysis, route) });
  const members = keptMembers(analysis, routes);
  const strip = (file: string): StripOptions => ({
    members: members.get(file) ?? new Map(),
    exports: exports.get(file) ?? new Map(),
    values: values.get(file) ?? new Map(),
  });
  const addedExports = [...exports.values()].flatMap((names) => [...names.keys()]);
  return { id, code, addedExports, controllerFile, strip };
}

/** The key of a route's controller; two controllers of one name were refused. */
const controllerOf = ({ collected }: CompilerAnalysis, route: RouteManifest): string =>
  Object.keys(collected.exports).find((key) => collected.application.classes[key]?.name === route.controller) as string;

/** A module as seen from beside the controller, so that a handler's code is the same wherever the project lies. */
function relativeModule(from: string, module: string): string {
  if (!path.isAbsolute(module)) return module;
  const relative = path.relative(path.dirname(from), module).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** The members to keep of the controllers' classes and their base classes, by file and the class's offset. */
function keptMembers(
  analysis: CompilerAnalysis,
  routes: readonly RouteManifest[],
): Map<string, StripOptions['members']> {
  const members = new Map<string, Map<number, ReadonlySet<string> | 'all'>>();
  for (const route of routes) {
    const keys = analysis.collected.lineages[controllerOf(analysis, route)] as readonly string[];
    const lineage = keys.flatMap((key) => findClass(analysis, key) ?? []);
    // what a base class of a package calls on this is not known
    const kept = lineage.length < keys.length ? 'all' : reachableMembers(lineage, route.controllerMethod);
    for (const { module, source } of lineage) {
      const classes = members.get(module.file) ?? new Map();
      members.set(module.file, classes.set(source.node.start, together(classes.get(source.node.start), kept)));
    }
  }
  return members;
}

/** The members that either needs. */
const together = (
  some: ReadonlySet<string> | 'all' | undefined,
  others: ReadonlySet<string> | 'all',
): ReadonlySet<string> | 'all' => (some === 'all' || others === 'all' ? 'all' : new Set([...(some ?? []), ...others]));
