/** The key of a bundle: all that it is made from and that is no file of the application. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundleInput } from '../bundle.js';
import { CORE_MODULES } from '../core-file.js';
import type { BuildOptions, BundleOptions } from '../options.js';
import { nearestTsconfig } from '../rolldown-options.js';
import type { StripOptions } from '../strip.js';
import { hashFolder, hashOf, type InputState } from './input-state.js';
import { tsconfigFiles } from './tsconfig-files.js';

/** Changes when entries are written or read in another way. */
const FORMAT = 3;

const { version: ROLLDOWN } = createRequire(import.meta.url)('rolldown/package.json') as { readonly version: string };

/** The modules that run now, which are others in a CommonJS process. */
const COMPILER = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** What all bundles of a build are made with. */
export interface BundleSetting {
  readonly root: string;
  readonly options: BundleOptions;
  readonly functionsDir: string;
  /** Hash of this package's modules. */
  readonly core: string;
}

/** The part of the key that all bundles of a build share; undefined where it cannot be known. */
export function settingKey(
  { root, options, functionsDir, core }: BundleSetting,
  state: InputState,
): string | undefined {
  const tsconfig = nearestTsconfig(root);
  const configs = tsconfig === undefined ? [] : tsconfigFiles(tsconfig);
  if (configs === undefined) return undefined;
  const { sourceMap = true } = options;
  return hashOf(
    JSON.stringify([
      FORMAT,
      // not the version alone: a linked or patched compiler has the same one
      [core, COMPILER === CORE_MODULES ? '' : hashFolder(COMPILER)],
      [ROLLDOWN, process.version, process.platform, process.arch, process.env.NODE_ENV],
      outputOptions(options),
      configs.map((file) => [path.relative(root, file), state.file(file)]),
      // where source maps are relative to
      sourceMap ? path.relative(functionsDir, root) : '',
    ]),
  );
}

const NO_OUTPUT = new Set<string>([
  'root',
  'controllers',
  'application',
  'outDir',
  'cache',
  'isRepeated',
  'budgets',
  'onProgress',
] satisfies (keyof BuildOptions)[]);

/** All options but those that decide no bundle's content: what is not known here is a part of the key. */
function outputOptions(options: Partial<BuildOptions>): unknown {
  const given = Object.entries({ minify: true, sourceMap: true, external: [], ...options });
  return given.filter(([name]) => !NO_OUTPUT.has(name)).sort();
}

/** The key of a function's bundle. */
export const bundleKey = (setting: string, id: string, plan: string): string =>
  hashOf(JSON.stringify([setting, id, plan]));

/** Hash of what is to be bundled. */
export const planHash = (root: string, { code, dtos, controllerFile, strippedFiles, strip }: BundleInput): string =>
  hashOf(
    JSON.stringify([
      code,
      dtos?.code,
      [...(dtos?.recalled ?? [])].sort(),
      path.relative(root, controllerFile),
      [...strippedFiles].sort().map((file) => [path.relative(root, file), describeStrip(strip(file))]),
    ]),
  );

/** Syntax nodes by their offsets: the module's content counts beside the key. */
const describeStrip = ({ members, exports, values, recorded }: StripOptions): unknown => [
  [...members].map(([start, names]) => [start, names === 'all' ? names : [...names].sort()]),
  [...exports],
  [...recorded],
  [...values].map(([name, { node, text }]) => [name, node.start, node.end, text]),
];
