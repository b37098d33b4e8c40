import type { ClassManifest, Manifest } from '../model/manifest.js';
import { instanceName, isIdentifier, Names } from './names.js';
import type { FrontDoorName } from './options.js';

/** How a class is imported. */
export interface ClassImport {
  /** Absolute path of a module, or a package's name. */
  readonly module: string;
  readonly export: string;
}

/** What emitting a handler needs beside its route. */
export interface EmitOptions {
  readonly manifest: Manifest;
  readonly frontDoors: readonly FrontDoorName[];
  /** Key of the controller's class. */
  readonly controller: string;
  importOf(key: string): ClassImport;
}

/** Where the primitives of handlers come from. */
type Library = 'door' | 'runtime' | 'validation';

const RUNTIME = '@gatewright/core/runtime';

/** The names that generated code is written with, so that no class or value takes one of them. */
const OWN_NAMES =
  'event context error failures handler body cookies headers pathParameters query request toResult bigint bindList bindScalar boolean checkJson ' +
  'checkJsonList coerce date number parseJson propertyOf refuse requireJson string to toArray unknown toProblem toReply bindDto bindDtoList ' +
  'pathValues queryValues headerValues cookieValues json Buffer console JSON globalThis';

/** A handler's module while it is written: its imports and what it declares before the handler. */
export class HandlerModule {
  readonly #options: EmitOptions;
  readonly #names = new Names(OWN_NAMES.split(' '));
  readonly #used = new Map<Library, Set<string>>();
  readonly #classes = new Map<string, { readonly local: string; readonly from: ClassImport }>();
  readonly #instances = new Map<string, string>();
  readonly #declarations: string[] = [];

  constructor(options: EmitOptions) {
    this.#options = options;
  }

  get manifest(): Manifest {
    return this.#options.manifest;
  }

  /** Imports a primitive. */
  use(library: Library, name: string): string {
    const names = this.#used.get(library) ?? new Set();
    this.#used.set(library, names.add(name));
    return name;
  }

  #describe(key: string): ClassManifest {
    return this.manifest.classes[key] as ClassManifest;
  }

  /** Imports a class. */
  class(key: string): string {
    const known = this.#classes.get(key);
    if (known !== undefined) return known.local;
    const local = this.#names.claim(this.#describe(key).name);
    this.#classes.set(key, { local, from: this.#options.importOf(key) });
    return local;
  }

  /** Constructs a class once, after what its constructor needs. */
  construct(key: string): string {
    const known = this.#instances.get(key);
    if (known !== undefined) return known;
    const target = this.class(key);
    const dependencies = (this.#describe(key).dependencies ?? []).map((dependency) => this.construct(dependency));
    const name = this.constant(instanceName(target), `new ${target}(${dependencies.join(', ')})`);
    this.#instances.set(key, name);
    return name;
  }

  /** Declares a constant of the module. */
  constant(wish: string, expression: string): string {
    const name = this.#names.claim(wish);
    this.#declarations.push(`const ${name} = ${expression};`);
    return name;
  }

  /** A name for a value inside the handler. */
  local(wish: string): string {
    return this.#names.claim(wish);
  }

  /** The statement that reads all values of a place once. */
  readPlace(place: keyof typeof READS): string {
    const { name, library, reader } = READS[place];
    const read = `${this.use('door', reader)}(event)`;
    return `const ${name} = ${library === undefined ? read : `${this.use('runtime', library)}(${read})`};`;
  }

  imports(): string[] {
    const { frontDoors } = this.#options;
    const door = frontDoors.length === 1 ? frontDoors[0] : 'any-door';
    const libraries: Readonly<Record<Library, string>> = {
      door: `${RUNTIME}/${door}`,
      runtime: RUNTIME,
      validation: '@gatewright/core/validation',
    };
    const names = new Map<string, string[]>();
    const add = (module: string, name: string) => names.set(module, [...(names.get(module) ?? []), name]);
    for (const [library, used] of this.#used) for (const name of used) add(libraries[library], name);
    for (const { local, from } of this.#classes.values())
      add(from.module, from.export === local ? local : `${exportName(from.export)} as ${local}`);
    return [...names.keys()].sort().map((module) => importLine((names.get(module) as string[]).sort(), module));
  }

  declarations(): readonly string[] {
    return this.#declarations;
  }
}

/** An export may have any text as its name. */
const exportName = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));

const importLine = (names: readonly string[], module: string): string =>
  `import { ${names.join(', ')} } from ${JSON.stringify(module)};`;

/** How all values of a place are read, and the name they get. */
const READS = {
  path: { name: 'pathValues', reader: 'pathParameters', library: undefined },
  query: { name: 'queryValues', reader: 'query', library: undefined },
  header: { name: 'headerValues', reader: 'headers', library: undefined },
  cookie: { name: 'cookieValues', reader: 'cookies', library: undefined },
  json: { name: 'json', reader: 'body', library: 'parseJson' },
} as const;

/** A place whose values are read once for all parameters. */
export type ReadPlace = keyof typeof READS;

/** The name that the values of a place have. */
export const nameOfPlace = (place: ReadPlace): string => READS[place].name;
