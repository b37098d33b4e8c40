/** Describes a bundle by packages: how many bytes each has, how it came, and what to do. */
import { gzipSync } from 'node:zlib';
import { type BundledFile, codeBytes } from '../bundle.js';
import { SHARED_MODULE } from '../shared-validation.js';
import { adviceOn } from './advice.js';
import type { BundleGraph, GraphModule } from './bundle-graph.js';
import type { ExplainedFile, ExplainedPackage, Explanation } from './explanation.js';
import { importChain, shortestImporters } from './import-chain.js';
import { HELPERS, type ModuleOrigin, moduleOrigin, readPackage } from './module-origin.js';

/** A function's bundle. */
export interface DescribedBundle {
  readonly root: string;
  readonly files: readonly BundledFile[];
  readonly graph: BundleGraph;
}

/** The emitted module is in no file. */
const HANDLER = '(handler)';

/** What each bundle has. */
const NO_CHAIN = new Set(['', '@gatewright/core', HELPERS]);

interface Part {
  readonly id: string;
  readonly origin: ModuleOrigin;
  readonly module: GraphModule;
}

/** Describes a bundle. */
export function describeBundle({ root, files, graph }: DescribedBundle): Omit<Explanation, 'id' | 'routes'> {
  const code = files.filter(({ name }) => !name.endsWith('.map'));
  const bytes = codeBytes(code);
  const [handler] = graph.keys();
  const parts = [...graph].flatMap(([id, module]): Part[] =>
    module.bytes === 0 ? [] : [{ id, module, origin: originOf(id, handler, root) }],
  );
  const shared = code.find(({ name }) => SHARED_MODULE.endsWith(`/${name}`));
  const sharedBytes = shared === undefined ? 0 : codeBytes([shared]);
  const rendered = parts.reduce((sum, { module }) => sum + module.bytes, 0);
  const scale = (bytes - sharedBytes) / Math.max(rendered, 1);
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const { folder } = part.origin;
    groups.set(folder, [...(groups.get(folder) ?? []), part]);
  }
  const importers = shortestImporters(graph);
  const packages = [...groups.values()].map((group) =>
    describePackage(group, { root, scale, bytes, importers, all: parts }),
  );
  return {
    bytes,
    gzip: code.reduce((sum, { content }) => sum + gzipSync(content).length, 0),
    packages: [...packages, ...describeShared(sharedBytes, bytes)].sort(
      (one, other) => other.bytes - one.bytes || (one.name < other.name ? -1 : 1),
    ),
  };
}

interface Whole {
  readonly root: string;
  /** Bytes of the finished code for each byte before minification. */
  readonly scale: number;
  readonly bytes: number;
  readonly importers: ReadonlyMap<string, string | undefined>;
  readonly all: readonly Part[];
}

function describePackage(parts: readonly Part[], { root, scale, bytes, importers, all }: Whole): ExplainedPackage {
  const { name, folder } = (parts[0] as Part).origin;
  const { version, sideEffects } = name === '' ? {} : readPackage(folder);
  const files = parts
    .map(({ origin, module }): ExplainedFile => ({ file: origin.file, bytes: Math.round(module.bytes * scale) }))
    .sort((one, other) => other.bytes - one.bytes);
  const own = files.reduce((sum, file) => sum + file.bytes, 0);
  const folders = new Set(all.flatMap(({ origin }) => (origin.name === name ? [origin.folder] : [])));
  const finding = {
    name,
    bytes: own,
    share: own / bytes,
    hasCommonJs: parts.some(({ module }) => module.isCommonJs),
    effectsOnly: parts.flatMap(({ module, origin }) =>
      module.isUsed || module.isCommonJs || origin.file === HANDLER ? [] : [origin.file],
    ),
    saysSideEffects: sideEffects !== undefined,
    versions: [...folders].flatMap((each) => readPackage(each).version ?? []).sort(),
  };
  return {
    name,
    ...(version === undefined ? {} : { version }),
    bytes: own,
    share: own / bytes,
    chain: NO_CHAIN.has(name) ? [] : shortestChain(parts, importers, root),
    files,
    advice: adviceOn(finding),
  };
}

/** Files of the application, then packages, each once. */
function shortestChain(parts: readonly Part[], importers: Whole['importers'], root: string): string[] {
  const chains = parts
    .filter(({ id }) => importers.has(id))
    .map(({ id }) => importChain(id, importers).map((each) => moduleOrigin(each, root)));
  const [shortest = []] = chains.sort((one, other) => one.length - other.length);
  const steps = shortest.map(({ name, file }) => (name === '' ? file : name));
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** The file that handlers with DTOs share is no module of the bundle. */
const describeShared = (own: number, bytes: number): ExplainedPackage[] =>
  own === 0
    ? []
    : [
        {
          name: 'class-validator and class-transformer',
          bytes: own,
          share: own / bytes,
          chain: [],
          files: [{ file: SHARED_MODULE.replace('./', ''), bytes: own }],
          advice: [],
        },
      ];

const originOf = (id: string, handler: string | undefined, root: string): ModuleOrigin =>
  id === handler ? { name: '', folder: root, file: HANDLER } : moduleOrigin(id, root);
