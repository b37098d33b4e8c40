/**
 * Modules that the bundles of many routes need, bundled once into one. In a route's bundle each of them is a facade that exports
 * its names again from that one, so that whoever imports them gets the same thing: a bundle's time goes by its modules.
 */
import { rolldown } from 'rolldown';
import { CORE_MODULES } from './core-file.js';
import { libraryCode } from './library-modules.js';
import type { Minify } from './rolldown-options.js';

/** A set of modules that becomes one. */
export class Prebundle {
  /** The names that each module exports, by the module's id. */
  readonly #modules: ReadonlyMap<string, readonly string[]>;
  readonly #positions = new Map<string, number>();
  readonly #target: string;
  readonly #whole: string;

  /**
   * @param modules the names that each module exports, by its id; packages stay what they are
   * @param target how facades import the one module
   * @param whole how they import what the one module lacks, where it is but a part
   */
  constructor(modules: ReadonlyMap<string, readonly string[]>, target: string, whole: string = target) {
    this.#target = target;
    this.#whole = whole;
    this.#modules = modules;
    for (const id of this.#modules.keys()) this.#positions.set(id, this.#positions.size);
  }

  /** What the one module calls a name of a module; undefined where the module is not of the set. */
  alias(id: string, name: string): string | undefined {
    const position = this.#positions.get(id);
    return position === undefined ? undefined : alias(position, name);
  }

  /** The names that a module exports. */
  names(id: string): readonly string[] {
    return this.#modules.get(id) ?? [];
  }

  /** What the one module calls all names of a module. */
  aliases(id: string): string[] {
    return this.names(id).flatMap((name) => this.alias(id, name) ?? []);
  }

  /**
   * The code that stands for a module in a route's bundle; undefined for one that is not of the set.
   *
   * @param part the names that the one module exports, where it does not export all
   */
  facade(id: string, part?: ReadonlySet<string>): string | undefined {
    const position = this.#positions.get(id);
    if (position === undefined) return undefined;
    return this.names(id)
      .map((name) => {
        const exported = alias(position, name);
        const from = part === undefined || part.has(exported) ? this.#target : this.#whole;
        return `export { ${exported} as ${name} } from ${JSON.stringify(from)};`;
      })
      .join('\n');
  }

  /** Bundles the set and returns the code of the one module. */
  async bundle(fileName: string, minify: Minify): Promise<string> {
    const entry = [...this.#modules].map(([id, names], position) => {
      const list = names.map((name) => `${name} as ${alias(position, name)}`).join(', ');
      return `export { ${list} } from ${JSON.stringify(id)};`;
    });
    const build = await rolldown({
      input: ENTRY,
      // comments tell places from there
      cwd: CORE_MODULES,
      platform: 'node',
      tsconfig: false,
      external: /^[^./\\\0]/,
      plugins: [
        {
          name: 'gatewright:prebundle',
          resolveId: { filter: { id: /^\0gatewright:|\?own$/ }, handler: (id) => id },
          load: {
            filter: { id: /^\0gatewright:|\?own$/ },
            handler: (id) => (id === ENTRY ? entry.join('\n') : libraryCode(id)),
          },
        },
      ],
    });
    const { output } = await build.generate({ minify, format: 'esm', entryFileNames: fileName });
    await build.close();
    return output[0].code;
  }
}

const ENTRY = '\0gatewright:prebundle';

/** Two modules may export the same name. */
const alias = (position: number, name: string): string => `m${position}_${name}`;
