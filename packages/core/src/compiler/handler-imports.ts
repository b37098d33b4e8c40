import type { ClassImport } from './emit-options.js';
import type { HandlerDoors } from './handler-doors.js';
import { isIdentifier, type Names } from './names.js';

const RUNTIME = '@gatewright/core/runtime';
const VALIDATION = '@gatewright/core/validation';

/** Where the primitives of handlers come from, beside their front doors. */
const LIBRARIES = { runtime: RUNTIME, validation: VALIDATION, compiled: `${VALIDATION}/compiled` } as const;

/** Where a primitive of handlers comes from. */
export type Library = keyof typeof LIBRARIES | 'door';

/** An export may have any text as its name. */
const exportName = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));

const importLine = (names: readonly string[], module: string): string =>
  `import { ${names.join(', ')} } from ${JSON.stringify(module)};`;

/** What a handler's module imports: primitives, and what the author wrote. */
export class HandlerImports {
  readonly doors: HandlerDoors;
  readonly #names: Names;
  readonly #used = new Map<Exclude<Library, 'door'>, Set<string>>();
  readonly #authored = new Map<string, { readonly local: string; readonly from: ClassImport }>();

  constructor(names: Names, doors: HandlerDoors) {
    this.#names = names;
    this.doors = doors;
  }

  /** Imports a primitive. */
  use(library: Library, name: string): string {
    if (library === 'door') this.doors.use(name);
    else this.#used.set(library, (this.#used.get(library) ?? new Set()).add(name));
    return name;
  }

  /** Imports what has no name yet by what it is called here; returns that. */
  authored(wish: string, from: ClassImport): string {
    const id = `${from.module} ${from.export}`;
    const { local } = this.#authored.get(id) ?? { local: this.#names.claim(wish) };
    this.#authored.set(id, { local, from });
    return local;
  }

  lines(): string[] {
    const names = new Map<string, string[]>();
    const add = (module: string, name: string) => names.set(module, [...(names.get(module) ?? []), name]);
    for (const [library, used] of this.#used) for (const name of used) add(LIBRARIES[library], name);
    for (const [module, specifier] of this.doors.imports()) add(module, specifier);
    for (const { local, from } of this.#authored.values())
      add(from.module, from.export === local ? local : `${exportName(from.export)} as ${local}`);
    return [...names.keys()].sort().map((module) => importLine((names.get(module) as string[]).sort(), module));
  }
}
