import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { DefinitionError, type Problem } from '../errors/definition-error.js';
import { PACKAGINGS } from '../model/check-options.js';
import type { Packaging } from '../model/manifest.js';
import type { GatewrightConfig } from './config.js';
import { ownDefineConfig } from './define-config.js';
import { bundleFailure } from './failure.js';
import { sourceLocations } from './import-meta.js';
import type { FrontDoorName } from './options.js';
import { isPackageFile } from './project-files.js';
import { resolveOptions } from './rolldown-options.js';

const NAMES = ['ts', 'mts', 'js', 'mjs'].map((extension) => `gatewright.config.${extension}`);

/** A configuration and the absolute path of the file it was loaded from. */
export interface LoadedConfig {
  readonly config: GatewrightConfig;
  readonly file: string;
}

/**
 * Loads the configuration of a project: the default export of `gatewright.config.ts`, `.mts`, `.js` or `.mjs`.
 *
 * @throws {DefinitionError} when there is none, or it cannot be loaded, or it is not a configuration
 */
export async function loadConfig(root: string): Promise<LoadedConfig> {
  const folder = await realpath(root);
  const file = NAMES.map((name) => path.join(folder, name)).find(existsSync);
  if (file === undefined)
    throw refusal(
      'CONFIG_MISSING',
      folder,
      `has no gatewright.config.ts; add one: export default defineConfig({ controllers: 'src/**/*.controller.ts' })`,
    );
  const name = path.basename(file);
  const module = await importFile(file, folder).catch((error: unknown) => {
    const cause = bundleFailure(error, folder);
    if (cause instanceof DefinitionError) throw cause;
    throw refusal(
      'CONFIG_INVALID',
      name,
      `threw while it was loaded: ${cause instanceof Error ? cause.message : String(cause)}; correct it`,
    );
  });
  return { config: checkConfig(module.default, name), file };
}

const refusal = (code: Problem['code'], where: string, message: string): DefinitionError =>
  new DefinitionError([{ code, where, message }]);

/** Bundles the file with the project's other sources it imports, so that TypeScript is understood; packages are imported as they are. */
async function importFile(file: string, root: string): Promise<{ readonly default?: unknown }> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'gatewright-'));
  try {
    const build = await rolldown({
      ...resolveOptions(root),
      input: file,
      external: (id, _importer, isResolved) => isResolved && isPackageFile(id),
      treeshake: false,
      onLog() {},
      plugins: [ownDefineConfig(), sourceLocations()],
    });
    const bundle = path.join(folder, 'config.mjs');
    await build.write({ file: bundle, format: 'esm', codeSplitting: false });
    await build.close();
    return await import(pathToFileURL(bundle).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Check = readonly [expected: string, allows: (value: unknown) => boolean];

const isString = (value: unknown): boolean => typeof value === 'string';
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every(isString);
const BOOLEAN: Check = ['true or false', (value) => typeof value === 'boolean'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isBytes = (value: unknown): boolean => typeof value === 'number' && value >= 0;
const isBudgets = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([name, budget]) =>
    name === 'functions'
      ? isObject(budget) && Object.values(budget).every(isBytes)
      : ['function', 'application'].includes(name) && isBytes(budget),
  );

const FRONT_DOORS: readonly FrontDoorName[] = ['http-api', 'rest-api', 'function-url', 'alb'];

/** What each option may be. */
const OPTIONS: Readonly<Record<keyof GatewrightConfig, Check>> = {
  controllers: [
    'a glob or an array of globs',
    (value) => isString(value) || (isStrings(value) && (value as unknown[]).length > 0),
  ],
  application: ['the path of a module', isString],
  packaging: ["'route', 'controller' or 'app'", (value) => PACKAGINGS.includes(value as Packaging)],
  outDir: ['the path of a folder', isString],
  frontDoors: [
    `an array of ${FRONT_DOORS.map((name) => `'${name}'`).join(', ')}`,
    (value) =>
      isStrings(value) &&
      (value as string[]).length > 0 &&
      (value as string[]).every((name) => (FRONT_DOORS as readonly string[]).includes(name)),
  ],
  minify: BOOLEAN,
  sourceMap: BOOLEAN,
  external: ['an array of package names', isStrings],
  nodeModules: ['an array of package names', isStrings],
  cache: BOOLEAN,
  budgets: ['{ function, application, functions } with numbers of bytes', isBudgets],
  dev: ['an object', (value) => typeof value === 'object' && value !== null],
};

function checkConfig(config: unknown, name: string): GatewrightConfig {
  if (typeof config !== 'object' || config === null)
    throw refusal(
      'CONFIG_INVALID',
      name,
      'has no configuration as its default export; write export default defineConfig({ ... })',
    );
  const problems = Object.entries({ controllers: undefined, ...config }).flatMap(([option, value]): Problem[] => {
    const check = Object.hasOwn(OPTIONS, option) ? OPTIONS[option as keyof GatewrightConfig] : undefined;
    if (check === undefined)
      return [
        {
          code: 'CONFIG_INVALID',
          where: name,
          message: `has no option "${option}"; use one of ${Object.keys(OPTIONS).join(', ')}`,
        },
      ];
    if ((value === undefined && option !== 'controllers') || check[1](value)) return [];
    return [
      { code: 'CONFIG_INVALID', where: name, message: `${option} is ${JSON.stringify(value)}; give ${check[0]}` },
    ];
  });
  if (problems.length > 0) throw new DefinitionError(problems);
  return config as GatewrightConfig;
}
