/**
 * Bundles of earlier builds. One is used again only if the same key asks for it, each of its modules is what it was, and each of its
 * imports leads to where it led (docs/design/build-cache.md). What is stored was read after all bundles were made, and is not
 * stored where a file changed meanwhile.
 */
import path from 'node:path';
import type { BundledFile, BundleInput } from '../bundle.js';
import { CORE_MODULES } from '../core-file.js';
import type { SourceModule } from '../source-module.js';
import { type BundleSetting, bundleKey, planHash, settingKey } from './bundle-key.js';
import type { BundleRecord } from './bundle-record.js';
import { bundleStore, type EntryStore } from './entry-store.js';
import { changedAt, hashFolder, hashOf, InputState } from './input-state.js';
import type { ImportRequest, Resolver } from './resolver.js';

/** What kind of bundle is planned. */
export interface PlanKind {
  readonly usesCurrentContext: boolean;
  readonly isCompiled: boolean;
}

/** What may be bundled for a function: a first plan, and another where that turns out not to do. */
export interface BundlePlans {
  readonly first: BundleInput;
  plan(kind: PlanKind): BundleInput;
  /** What was planned beside the first. */
  others(): readonly PlanKind[];
}

/** What is stored of a function's bundle; paths are relative to the root. */
interface Entry {
  /** What was planned beside the first, which the key has. */
  readonly plans: readonly (readonly [kind: PlanKind, hash: string])[];
  readonly modules: readonly (readonly [file: string, hash: string])[];
  readonly imports: readonly (readonly [request: ImportRequest, found: string])[];
  /** Where source maps see the modules, as a hash; empty without maps. */
  readonly places: string;
  /** How many of the bytes beside the entry are each file's, one after the other. */
  readonly files: readonly (readonly [name: string, length: number])[];
}

/** An entry with the files' bytes. */
interface StoredBundle {
  readonly entry: Entry;
  readonly bytes: Buffer;
}

/** A function's files, and whether an earlier build made them. */
export interface CachedFiles {
  readonly files: readonly BundledFile[];
  readonly isCached: boolean;
}

/** A bundle that was made in this build. */
interface Made {
  readonly id: string;
  readonly key: string;
  readonly plans: Entry['plans'];
  readonly record: BundleRecord;
  readonly files: readonly BundledFile[];
}

/** What a cache needs to know of a build. */
export interface BundleCacheOptions extends BundleSetting {
  /** The sources as analysis has read them. */
  readonly modules: ReadonlyMap<string, SourceModule>;
  /** Makes what resolves imports as bundles do. */
  readonly createResolver: () => Resolver;
}

/** The cache of one build. */
export class BundleCache {
  readonly #options: BundleCacheOptions;
  readonly #started = Date.now();
  readonly #state = new InputState();
  readonly #store: EntryStore;
  readonly #setting: string | undefined;
  readonly #resolver: Resolver;
  readonly #made: Made[] = [];

  constructor(options: BundleCacheOptions) {
    this.#options = options;
    this.#store = bundleStore(options.root);
    this.#setting = settingKey(options, this.#state);
    this.#resolver = options.createResolver();
  }

  /** The files of a function as an earlier build made them, or as `make` makes them now. */
  async files(
    id: string,
    plans: BundlePlans,
    make: (record?: BundleRecord) => Promise<readonly BundledFile[]>,
  ): Promise<CachedFiles> {
    if (this.#setting === undefined) return { files: await make(), isCached: false };
    const hashed = (plan: BundleInput): string => planHash(this.#options.root, plan);
    const key = bundleKey(this.#setting, id, hashed(plans.first));
    const stored = this.#store.readWithBytes(key) as StoredBundle | undefined;
    const isPlanned = stored?.entry.plans.every(([kind, hash]) => hashed(plans.plan(kind)) === hash);
    const known = stored !== undefined && isPlanned ? await this.#filesOf(id, stored) : undefined;
    if (known !== undefined) return { files: known, isCached: true };
    const record: BundleRecord = { modules: new Set(), imports: new Map() };
    const files = await make(record);
    const others = plans.others().map((kind) => [kind, hashed(plans.plan(kind))] as const);
    this.#made.push({ id, key, plans: others, record, files });
    return { files, isCached: false };
  }

  /** The files of an entry; undefined where they would be others now. */
  async #filesOf(id: string, { entry, bytes }: StoredBundle): Promise<readonly BundledFile[] | undefined> {
    const { root } = this.#options;
    const modules = entry.modules.map(([file]) => path.resolve(root, file));
    if (entry.places !== this.#places(id, modules)) return undefined;
    if (!entry.modules.every(([, hash], index) => this.#state.module(modules[index] as string) === hash))
      return undefined;
    for (const [[specifier, importer, kind], found] of entry.imports) {
      const request: ImportRequest = [specifier, path.resolve(root, importer), kind];
      if ((await this.#resolve(this.#resolver, request)).found !== found) return undefined;
    }
    let end = 0;
    return entry.files.map(([name, length]) => {
      end += length;
      return { name, content: bytes.subarray(end - length, end) };
    });
  }

  #places(id: string, modules: readonly string[]): string {
    if (this.#options.options.sourceMap === false) return '';
    const folder = path.join(this.#options.functionsDir, id);
    return hashOf(modules.map((file) => path.relative(folder, file)).join('\n'));
  }

  async #resolve(resolver: Resolver, request: ImportRequest): Promise<{ found: string; file?: string }> {
    const resolved = await resolver.resolve(request);
    if (resolved === undefined) return { found: '' };
    const { id, isExternal } = resolved;
    if (isExternal) return { found: `external ${id}` };
    return { found: path.isAbsolute(id) ? path.relative(this.#options.root, id) : id, file: id };
  }

  /** Stores what was made, and ends. */
  async close(): Promise<void> {
    await this.#resolver.close();
    // bundles have modules of this package, too
    if (this.#made.length > 0 && hashFolder(CORE_MODULES) === this.#options.core) await this.#storeMade();
    await this.#store.prune();
  }

  async #storeMade(): Promise<void> {
    // what was read before the bundles were made may have changed since
    const state = new InputState();
    const resolver = this.#options.createResolver();
    for (const made of this.#made) {
      const entry = await this.#describe(made, state, resolver);
      const contents = made.files.map(({ content }) => Buffer.from(content));
      if (entry !== undefined) this.#store.write(made.key, entry, Buffer.concat(contents));
    }
    await resolver.close();
  }

  async #describe(
    { id, plans, record, files }: Made,
    state: InputState,
    resolver: Resolver,
  ): Promise<Entry | undefined> {
    const { root } = this.#options;
    const modules = [...record.modules].sort();
    if (modules.some((file) => this.#hasChanged(file, state))) return undefined;
    const imports: Entry['imports'][number][] = [];
    for (const request of record.imports.values()) {
      const { found, file } = await this.#resolve(resolver, request);
      // a file that came while the bundle was made
      if (file !== undefined && !record.modules.has(file) && this.#hasChanged(file, state)) return undefined;
      const [specifier, importer, kind] = request;
      imports.push([[specifier, path.relative(root, importer), kind], found]);
    }
    return {
      plans,
      modules: modules.map((file) => [path.relative(root, file), state.module(file)]),
      imports,
      places: this.#places(id, modules),
      files: files.map(({ name, content }) => [name, Buffer.byteLength(content)]),
    };
  }

  /** Whether a file may have changed since the build has begun. */
  #hasChanged(file: string, state: InputState): boolean {
    const source = this.#options.modules.get(file);
    if (source !== undefined) return hashOf(source.code) !== state.file(file);
    return changedAt(file.replace(/\?.*$/, '')) > this.#started - CLOCK_STEP;
  }
}

/** Milliseconds by which a file system's clock may be behind. */
const CLOCK_STEP = 20;
