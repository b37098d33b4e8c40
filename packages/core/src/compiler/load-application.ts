/** Loads an application's controllers in a child process, from a bundle with decorator metadata, and reads what they recorded. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MagicString from 'magic-string';
import { type Plugin, rolldown } from 'rolldown';
import { DefinitionError, refuse } from '../errors/definition-error.js';
import { checkExpressions } from './check-expressions.js';
import type { Collected, LoadFailure } from './collect.js';
import { commonJsPackages } from './commonjs-packages.js';
import { coreFile } from './core-file.js';
import { bundleFailure, loadProblem } from './failure.js';
import { sourceLocations } from './import-meta.js';
import { announceProviders, insertDeclarations } from './insert-declarations.js';
import { isPackageFile, PROJECT_FILE } from './project-files.js';
import { resolveOptions, transformOptions } from './rolldown-options.js';
import { parseModule, type SourceModule } from './source-module.js';
import { textImports } from './text-imports.js';
import { MAPPED_TYPES, PURE_LIBRARIES, ValidationLibraries } from './validation-libraries.js';

/** What loading told, and the syntax of every project file on the way. */
export interface LoadedApplication {
  readonly collected: Collected;
  readonly modules: ReadonlyMap<string, SourceModule>;
}

/**
 * Loads the modules of the files.
 *
 * @param application the module with the `@Application` class, if there is one
 */
export async function loadApplication(
  root: string,
  files: readonly string[],
  application?: string,
): Promise<LoadedApplication> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatewright-'));
  try {
    const modules = new Map<string, SourceModule>();
    const bundle = path.join(folder, 'application.mjs');
    await writeBundle(root, entryCode(files, application), bundle, modules);
    refuse(checkExpressions(root, modules));
    const output = path.join(folder, 'collected.json');
    return { collected: await run(bundle, output, root), modules };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ENTRY = '\0gatewright:application';

async function writeBundle(
  root: string,
  code: string,
  file: string,
  modules: Map<string, SourceModule>,
): Promise<void> {
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
      // of the validation libraries only what DTOs use is loaded: all of it would take 150 ms
      plugins: [
        entry(code),
        textImports(),
        commonJsPackages(),
        new ValidationLibraries(root).plugin('tagged'),
        sourceLocations(),
        declarations(modules),
      ],
    });
    await build.write({ file, format: 'esm', sourcemap: true, codeSplitting: false, keepNames: true });
    await build.close();
  } catch (error) {
    throw bundleFailure(error, root);
  }
}

/** The collector is imported first, so that decorator metadata is kept when the controllers are evaluated. */
const entryCode = (files: readonly string[], application: string | undefined): string =>
  [
    `import { declarations, writeCollected } from '\\0gatewright:collector';`,
    ...files.map((file, index) => `import * as module${index} from ${JSON.stringify(file)};`),
    ...(application === undefined ? [] : [`import * as application from ${JSON.stringify(application)};`]),
    `const modules = [${files.map((file, index) => `[${JSON.stringify(file)}, module${index}]`)}];`,
    `writeCollected(process.argv[2], modules, declarations${application === undefined ? '' : `, [${JSON.stringify(application)}, application]`});`,
    // user code may hold timers and connections open
    'process.exit(0);',
  ].join('\n');

const COLLECTOR = [
  `import { collectDeclarations } from ${JSON.stringify(coreFile('compiler/declaration.js'))};`,
  `import { reportFailures, writeCollected } from ${JSON.stringify(coreFile('compiler/collect.js'))};`,
  'reportFailures(process.argv[2]);',
  'export { writeCollected };',
  'export const declarations = collectDeclarations();',
].join('\n');

const entry = (code: string): Plugin => ({
  name: 'gatewright:application',
  resolveId: { filter: { id: /^\0gatewright:/ }, handler: (id) => id },
  load: { filter: { id: /^\0gatewright:/ }, handler: (id) => (id === ENTRY ? code : COLLECTOR) },
});

const declarations = (modules: Map<string, SourceModule>): Plugin => ({
  name: 'gatewright:declarations',
  transform: {
    filter: { id: PROJECT_FILE },
    handler(source, id) {
      if (id.startsWith('\0')) return;
      const module = parseModule(id, source);
      modules.set(id, module);
      const code = new MagicString(source);
      insertDeclarations(module, code);
      announceProviders(module, code);
      if (!code.hasChanged()) return;
      return { code: code.toString(), map: code.generateMap({ hires: true }) };
    },
  },
});

/** Runs the bundle; what it throws is the author's to see, at the place in the author's source. */
async function run(bundle: string, output: string, root: string): Promise<Collected> {
  // loaders of the parent process (tsx, ts-node) have no business with the bundle
  const { NODE_OPTIONS: _loaders, ...environment } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', bundle, output], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const result = await readFile(output, 'utf8').then(
    (text) => JSON.parse(text) as Collected | LoadFailure,
    () => ({ error: { message: `the process ended with status ${status}`, stack: stderr } }),
  );
  if (!('error' in result)) return result;
  throw new DefinitionError([loadProblem(result.error, root)]);
}
