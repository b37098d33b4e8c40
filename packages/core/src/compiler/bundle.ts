/** Bundle: one handler module with everything that its route needs, and nothing else. */
import path from 'node:path';
import { type OutputAsset, type OutputChunk, type RolldownOptions, rolldown } from 'rolldown';
import { type Problem, refuse } from '../errors/definition-error.js';
import { type BundleRecord, recordBundle } from './cache/bundle-record.js';
import { Resolver } from './cache/resolver.js';
import { emittedModules } from './emitted-modules.js';
import { type BundleGraph, readGraph } from './explain/bundle-graph.js';
import { bundleFailure } from './failure.js';
import { importsFrom } from './import-from.js';
import { joinPlugins } from './join-plugins.js';
import { nativeAddons } from './native-addons.js';
import type { BundleOptions } from './options.js';
import { MINIFY, resolveOptions, transformOptions } from './rolldown-options.js';
import { RUNTIME_FILE, type RuntimeModule } from './runtime-module.js';
import { SHARED_MODULE } from './shared-validation.js';
import type { SourceModule } from './source-module.js';
import type { StripOptions } from './strip.js';
import { type StrippedModule, strippedModules } from './stripped-modules.js';
import { textImports } from './text-imports.js';
import { designTypes, type ValidationLibraries } from './validation-libraries.js';
import type { LinkedDtos } from './validators/link-dtos.js';
import type { FunctionDtos } from './validators/route-dtos.js';
import { STUB_IMPORTS, WITNESS } from './validators/stub-library.js';

/** A handler to bundle. */
export interface BundleInput {
  /** The function's id. */
  readonly id: string;
  /** The handler's module, as emitted. */
  readonly code: string;
  /** Its compiled DTOs; undefined where the libraries make and validate them, or there are none. */
  readonly dtos?: LinkedDtos | undefined;
  /** Absolute path of the controller's file; imports are resolved as from there. */
  readonly controllerFile: string;
  /** Names by which modules are told that have classes of the controller, or classes to export that they do not. */
  readonly classNames: readonly string[];
  /** What to keep of each module of the project, by its file. */
  strip(file: string): StripOptions;
  /** The files for which that is not nothing, by absolute path. */
  readonly strippedFiles: readonly string[];
}

/** What all bundles of a build share. */
export interface BundleContext {
  readonly root: string;
  readonly options: BundleOptions;
  /** Folder that the functions' folders are written to; source maps are relative to it. */
  readonly functionsDir: string;
  /** Texts of modules, as the first bundle has read them. */
  readonly sources: Map<string, string>;
  /** Parsed modules, shared by all routes. */
  readonly modules: Map<string, SourceModule>;
  /** Modules stripped the same for several routes. */
  readonly stripped: Map<string, StrippedModule>;
  readonly libraries: ValidationLibraries;
  /** The DTOs of each function, by its id. */
  readonly dtos: ReadonlyMap<string, FunctionDtos>;
  readonly runtime: RuntimeModule;
  /** Names that the application imports of this package; undefined where it may import any. */
  readonly imported: ReadonlySet<string> | undefined;
  /** Takes down what a bundle is made from. */
  readonly record?: BundleRecord;
  /** Is told what a bundle holds. */
  readonly readGraph?: (graph: BundleGraph) => void;
}

/** A file of a function's folder. */
export interface BundledFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Name of the file that a function starts with; it exports `handler`. */
export const ENTRY_FILE = 'index.mjs';

/** The files of a handler. */
export interface Bundled {
  readonly files: readonly BundledFile[];
  /** Whether something in it calls `currentContext`. */
  readonly usesCurrentContext: boolean;
  /** Whether, beside compiled DTOs, something in it needs what the libraries know of classes. */
  readonly usesLibraries: boolean;
  /** Whether it holds what reads the metadata of decorated members. */
  readonly readsMetadata: boolean;
}

/** Bundles a handler. */
export async function bundleHandler(input: BundleInput, context: BundleContext): Promise<Bundled> {
  const bundled = await bundleAnnotated(input, context, input.dtos?.recalled);
  // who reads the declared types of decorated properties sees those that only the libraries' decorators stand on
  return bundled.readsMetadata && input.dtos !== undefined ? bundleAnnotated(input, context, undefined) : bundled;
}

async function bundleAnnotated(
  input: BundleInput,
  context: BundleContext,
  recalled: StripOptions['recalled'],
): Promise<Bundled> {
  // a package of the application may import what no handler and no application does
  const part = await bundleWith(input, context, { isWhole: false, recalled });
  return part ?? ((await bundleWith(input, context, { isWhole: true, recalled })) as Bundled);
}

/** Bundles a handler with the part of the run time that is its own, or all of it; undefined where the part was not enough. */
async function bundleWith(
  input: BundleInput,
  context: BundleContext,
  { isWhole, recalled }: { readonly isWhole: boolean } & Pick<StripOptions, 'recalled'>,
): Promise<Bundled | undefined> {
  const { root, options, functionsDir } = context;
  const { minify = true, sourceMap = true } = options;
  const entry = path.join(path.dirname(input.controllerFile), `${input.id}.handler.js`);
  const { dtos } = input;
  const emitted = new Map([[entry, input.code]]);
  if (dtos !== undefined) emitted.set(path.join(path.dirname(entry), dtos.specifier), dtos.code);
  const { record } = context;
  const addons: Problem[] = [];
  const modules = dtos === undefined ? [input.code] : [input.code, dtos.code, STUB_IMPORTS];
  const runtime = context.runtime.part(isWhole ? 'whole' : { modules, imported: context.imported, isMinified: minify });
  try {
    const build = await rolldown({
      ...importOptions(context),
      input: entry,
      // what dynamic imports share with the handler stays in its file
      preserveEntrySignatures: 'allow-extension',
      // what CommonJS code expects, as an ES module has it
      transform: {
        ...transformOptions(true),
        define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
      },
      experimental: { lazyBarrel: true, importAttributes: true },
      onLog() {},
      checks: { bundlerTimings: false },
      plugins: [
        joinPlugins([
          ...(record === undefined ? [] : [recordBundle(record, emitted)]),
          emittedModules(emitted, { link: runtime.link, sourceMap }),
          importsFrom(),
          textImports(),
          nativeAddons(addons, context),
          runtime.plugin,
          context.libraries.plugin(dtos ?? 'shared'),
          strippedModules(input, context, recalled),
        ]),
        dtos === undefined && designTypes(),
        context.readGraph && readGraph(entry, context.readGraph),
      ],
    });
    const how = minify ? MINIFY : 'dce-only';
    const { output } = await build.generate({
      dir: path.join(functionsDir, input.id),
      minify: how,
      sourcemap: sourceMap,
      format: 'esm',
      entryFileNames: ENTRY_FILE,
      chunkFileNames: '[name]-[hash].mjs',
    });
    await build.close();
    refuse(addons);
    if (runtime.isExceeded()) return undefined;
    const validates = output.some((file) => file.type === 'chunk' && file.imports.includes(SHARED_MODULE));
    const files = [
      ...output.map((file) => ({ name: file.fileName, content: file.type === 'chunk' ? file.code : file.source })),
      ...(validates ? [await context.libraries.shared.file(how)] : []),
    ];
    return {
      files,
      // what no module imports is in the whole run time only
      usesCurrentContext: (isWhole || isImported('currentContext', context)) && output.some(usesCurrentContext),
      usesLibraries: dtos !== undefined && output.some((file) => holdsModule(file, WITNESS)),
      readsMetadata: output.some((file) => holdsModule(file, METADATA)),
    };
  } catch (error) {
    throw bundleFailure(error, root);
  }
}

/** How imports are resolved. */
const importOptions = ({ root, options }: BundleContext): RolldownOptions => ({
  ...resolveOptions(root, ['module', 'main']),
  external: [...(options.external ?? []), ...(options.nodeModules ?? [])].map(externalPattern),
});

/** Resolves imports as the bundles do. */
export const createResolver = (context: BundleContext): Resolver =>
  new Resolver(importOptions(context), [
    textImports(),
    context.runtime.part('whole').plugin,
    context.libraries.plugin('shared'),
  ]);

/** Whether the application may import a name of this package. */
const isImported = (name: string, { imported }: BundleContext): boolean => imported?.has(name) ?? true;

const usesCurrentContext = (file: OutputChunk | OutputAsset): boolean =>
  file.type === 'chunk' &&
  (file.modules[RUNTIME_FILE]?.renderedExports ?? []).some((name) => name.endsWith('_currentContext'));

const holdsModule = (file: OutputChunk | OutputAsset, pattern: RegExp): boolean =>
  file.type === 'chunk' &&
  (file.imports.some((id) => pattern.test(id)) ||
    file.moduleIds.some((id) => pattern.test(id) && (file.modules[id]?.renderedLength ?? 0) > 0));

/** Packages that keep the metadata of decorated members for whoever asks. */
const METADATA = /(?:^|[\\/])(?:reflect-metadata|@abraham[\\/]reflection|esnext\.reflect\.[\w.-]+)(?:$|[\\/])/;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `name`, `@scope/*` or `name/*`, with everything below it. */
const externalPattern = (pattern: string): RegExp =>
  pattern.endsWith('/*')
    ? new RegExp(`^${escapePattern(pattern.slice(0, -1))}`)
    : new RegExp(`^${escapePattern(pattern)}(?:/|$)`);

/** Size of a function's code in bytes, source maps left out. */
export const codeBytes = (files: readonly BundledFile[]): number =>
  files.filter(({ name }) => !name.endsWith('.map')).reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
