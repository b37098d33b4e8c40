/**
 * Which file an import leads to depends on files that are not there: one that is added may win. So a cached bundle's imports are
 * resolved again, by the bundler itself, and have to lead where they led.
 */
import path from 'node:path';
import { type Plugin, type PluginContext, type RolldownOptions, rolldown } from 'rolldown';

/** What is written of an import: how it is written, where, and the kind of import. */
export type ImportRequest = readonly [specifier: string, importer: string, kind: ImportKind];

export type ImportKind = NonNullable<NonNullable<Parameters<PluginContext['resolve']>[2]>['kind']>;

/** The file an import leads to. */
export interface Resolved {
  readonly id: string;
  readonly isExternal: boolean;
}

const ENTRY = '\0gatewright:resolver';

/** Resolves imports as a bundle with these options and plugins does, from what is on the disk when each is first asked for. */
export class Resolver {
  readonly #known = new Map<string, Promise<Resolved | undefined>>();
  readonly #context: Promise<PluginContext>;
  readonly #finished: Promise<void>;
  #finish: () => void = () => {};

  constructor(options: RolldownOptions, plugins: readonly Plugin[]) {
    const end = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    let begin: (context: PluginContext) => void;
    this.#context = new Promise((resolve) => {
      begin = resolve;
    });
    const own: Plugin = {
      name: 'gatewright:resolver',
      // the bundler answers as long as its build has begun and not ended
      async buildStart() {
        begin(this);
        await end;
      },
      resolveId: { filter: { id: /^\0gatewright:resolver$/ }, handler: (id) => id },
      load: { filter: { id: /^\0gatewright:resolver$/ }, handler: () => '' },
    };
    this.#finished = rolldown({ ...options, input: ENTRY, onLog() {}, plugins: [own, ...plugins] }).then(
      async (build) => {
        await build.generate();
        await build.close();
      },
    );
  }

  /** The file that an import leads to; undefined where it leads to none. */
  resolve([specifier, importer, kind]: ImportRequest): Promise<Resolved | undefined> {
    // the modules of a folder see the same; of packages, plugins know single ones
    const place = /\?|[\\/]node_modules[\\/]/.test(importer) ? importer : path.dirname(importer);
    const key = `${kind} ${specifier} ${place}`;
    const known = this.#known.get(key) ?? this.#ask(specifier, importer, kind);
    this.#known.set(key, known);
    return known;
  }

  async #ask(specifier: string, importer: string, kind: ImportKind): Promise<Resolved | undefined> {
    const context = await this.#context;
    const found = await context.resolve(specifier, importer, { kind }).catch(() => null);
    return found === null ? undefined : { id: found.id, isExternal: found.external !== false };
  }

  close(): Promise<void> {
    this.#finish();
    return this.#finished;
  }
}
