/** Loads an application's controllers in a child process, from a bundle with decorator metadata, and reads what they recorded. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { DefinitionError, refuse } from '../errors/definition-error.js';
import { announcements } from './announced-modules.js';
import { checkExpressions } from './check-expressions.js';
import type { Collected } from './collect.js';
import { commonJsPackages } from './commonjs-packages.js';
import { coreFile } from './core-file.js';
import { bundleFailure, loadProblem } from './failure.js';
import { sourceLocations } from './import-meta.js';
import { environment, type LoaderProcess, type LoaderTask, takeLoader } from './loader-process.js';
import { isPackageFile } from './project-files.js';
import { resolveOptions, transformOptions } from './rolldown-options.js';
import type { SourceModule } from './source-module.js';
import { textImports } from './text-imports.js';
import { designTypes, MAPPED_TYPES, PURE_LIBRARIES, ValidationLibraries } from './validation-libraries.js';
import type { Verdict, VerificationPlan } from './validators/verify-dtos.js';

/** What loading told, and the syntax of every project file on the way. */
export interface LoadedApplication {
  readonly collected: Collected;
  readonly modules: ReadonlyMap<string, SourceModule>;
}

/** An application in a process of its own. */
export interface RunningApplication extends LoadedApplication {
  /** Compares compiled DTOs with the libraries. */
  verify(plan: VerificationPlan): Promise<Verdict[]>;
  /** Ends the process: to be called by whoever had the application loaded. */
  end(): void;
}

/** What loading may be given beside the files. */
interface LoadOptions {
  /** The module with the `@Application` class, if there is one. */
  readonly application?: string | undefined;
  /** Called when the other process loads the application, and this one would wait. */
  readonly meanwhile?: (() => void) | undefined;
}

/** Loads the modules of the files. */
export async function loadApplication(
  root: string,
  files: readonly string[],
  { application, meanwhile }: LoadOptions = {},
): Promise<RunningApplication> {
  const modules = new Map<string, SourceModule>();
  // it starts while the bundle is made
  const loader = takeLoader(root);
  try {
    const bundle = await bundleApplication(root, entryCode(files, application), modules);
    refuse(checkExpressions(root, modules));
    return {
      collected: await run(bundle, loader, { root, meanwhile }),
      modules,
      verify: (plan) => ask(loader, plan, root),
      end: () => loader.end(),
    };
  } catch (error) {
    loader.end();
    throw error;
  }
}

/** A bundle that can be run. */
interface ApplicationBundle {
  readonly code: string;
  readonly map: string;
}

const ENTRY = '\0gatewright:application';

const BUNDLE = 'application.mjs';

async function bundleApplication(
  root: string,
  code: string,
  modules: Map<string, SourceModule>,
): Promise<ApplicationBundle> {
  try {
    const build = await rolldown({
      ...resolveOptions(root),
      input: ENTRY,
      external: (id, importer = '', isResolved) =>
        isResolved &&
        isPackageFile(id) &&
        !PURE_LIBRARIES.test(id) &&
        !MAPPED_TYPES.test(id) &&
        !MAPPED_TYPES.test(importer),
      transform: transformOptions(true),
      // an interface imported like a class has no export; decorator metadata and announcements ask for it all the same
      shimMissingExports: true,
      treeshake: { moduleSideEffects: [{ test: PURE_LIBRARIES, sideEffects: false }] },
      experimental: { lazyBarrel: true, importAttributes: true },
      onLog() {},
      checks: { bundlerTimings: false },
      // of the validation libraries only what DTOs use is loaded: all of it would take 150 ms
      plugins: [
        entry(code),
        textImports(),
        commonJsPackages(),
        new ValidationLibraries(root).plugin('tagged'),
        designTypes(),
        sourceLocations(),
        announcements(modules),
      ],
    });
    // places in the map are relative to where it will be run
    const file = path.join(await realpath(tmpdir()), 'gatewright', BUNDLE);
    const { output } = await build.generate({
      file,
      format: 'esm',
      sourcemap: true,
      // places are read of it, and no code
      sourcemapExcludeSources: true,
      codeSplitting: false,
      keepNames: true,
    });
    await build.close();
    return { code: output[0].code, map: String(output[0].map) };
  } catch (error) {
    throw bundleFailure(error, root);
  }
}

/** The collector is imported first, so that decorator metadata is kept when the controllers are evaluated. */
const entryCode = (files: readonly string[], application: string | undefined): string =>
  [
    `import { answerRequests, declarations } from '\\0gatewright:collector';`,
    ...files.map((file, index) => `import * as module${index} from ${JSON.stringify(file)};`),
    ...(application === undefined ? [] : [`import * as application from ${JSON.stringify(application)};`]),
    `const modules = [${files.map((file, index) => `[${JSON.stringify(file)}, module${index}]`)}];`,
    `await answerRequests(modules, declarations${application === undefined ? '' : `, [${JSON.stringify(application)}, application]`});`,
  ].join('\n');

const COLLECTOR = [
  `import { collectDeclarations } from ${JSON.stringify(coreFile('compiler/declaration.js'))};`,
  `import { reportFailures } from ${JSON.stringify(coreFile('compiler/parent-process.js'))};`,
  'reportFailures();',
  `export { answerRequests } from ${JSON.stringify(coreFile('compiler/answer-requests.js'))};`,
  'export const declarations = collectDeclarations();',
].join('\n');

const entry = (code: string): Plugin => ({
  name: 'gatewright:application',
  resolveId: { filter: { id: /^\0gatewright:/ }, handler: (id) => id },
  load: { filter: { id: /^\0gatewright:/ }, handler: (id) => (id === ENTRY ? code : COLLECTOR) },
});

/** Runs the bundle from a folder of its own. */
async function run(
  { code, map }: ApplicationBundle,
  loader: LoaderProcess,
  { root, meanwhile }: { readonly root: string } & Pick<LoadOptions, 'meanwhile'>,
): Promise<Collected> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'gatewright-'));
  try {
    const bundle = path.join(folder, BUNDLE);
    await writeFile(bundle, code);
    await writeFile(`${bundle}.map`, map);
    // the process may have been started before the environment changed
    const collecting = ask<Collected>(loader, { bundle, environment: environment() } satisfies LoaderTask, root);
    // whoever awaits it sees why it failed
    collecting.catch(() => {});
    meanwhile?.();
    return await collecting;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the application throws is the author's to see, at the place in the author's source. */
async function ask<TAnswer extends object>(loader: LoaderProcess, request: unknown, root: string): Promise<TAnswer> {
  const answer = await loader.ask<TAnswer>(request);
  if ('error' in answer) throw new DefinitionError([loadProblem(answer.error, root)]);
  return answer;
}
