/**
 * Modules that the bundles of many routes need, bundled once into one. In a route's bundle each of them is a facade that exports
 * its names again from that one, so that whoever imports them gets the same thing: a bundle's time goes by its modules, about
 * half a millisecond for each.
 */
import { type OutputOptions, rolldown } from 'rolldown';
import { libraryCode, moduleClosure } from './library-modules.js';

/** How a bundle is minified. */
export type Minify = NonNullable<OutputOptions['minify']>;

/** A set of modules that becomes one. */
export class Prebundle {
  /** The names that each module exports, by the module's id. */
  readonly #modules = new Map<string, readonly string[]>();
  readonly #facades = new Map<string, string>();

  /**
   * @param roots modules from which all others can be reached by relative imports; packages stay what they are
   * @param target how facades import the one module
   */
  constructor(roots: readonly string[], target: string) {
    for (const root of roots) moduleClosure(root, this.#modules);
    for (const [position, [id, names]] of [...this.#modules].entries()) {
      const list = names.map((name) => `${alias(position, name)} as ${name}`).join(', ');
      this.#facades.set(id, `export { ${list} } from ${JSON.stringify(target)};`);
    }
  }

  /** The code that stands for a module in a route's bundle; undefined for one that is not of the set. */
  facade(id: string): string | undefined {
    return this.#facades.get(id);
  }

  /** Bundles the set and returns the code of the one module. */
  async bundle(fileName: string, minify: Minify): Promise<string> {
    const entry = [...this.#modules].map(([id, names], position) => {
      const list = names.map((name) => `${name} as ${alias(position, name)}`).join(', ');
      return `export { ${list} } from ${JSON.stringify(id)};`;
    });
    const build = await rolldown({
      input: ENTRY,
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
