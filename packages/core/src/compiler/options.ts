import type { Manifest, Packaging } from '../model/manifest.js';

/**
 * Which events a compiled handler reads: one front door's only, or those of several, told apart for each event.
 *
 * `rest-api` is payload format 1.0, also of an HTTP API; `function-url` is also an HTTP API's `$default` route. `function-url` and `alb`
 * send every request to one function, which answers 404 and 405 itself.
 */
export type FrontDoorName = 'http-api' | 'rest-api' | 'function-url' | 'alb';

/** What the compiler needs to know to read an application. */
export interface AnalyzeOptions {
  /** The project's root, an absolute path; globs and the manifest's paths are relative to it. */
  readonly root: string;
  /** Globs of the files that declare controllers, for example `src/**\/*.controller.ts`. */
  readonly controllers: string | readonly string[];
  /**
   * Path of the module that exports the `@Application` class, whose middleware and error mappings are every route's.
   * @default none
   */
  readonly application?: string;
  /**
   * CORS headers of every route's answers, for a gateway that adds none itself; a route's own `@Cors` comes before them.
   * @default none
   */
  readonly cors?: CorsAnswers;
  /**
   * Which routes a function answers where no `@Packaging` says it: one, its controller's, or the application's.
   * @default 'route'
   */
  readonly packaging?: Packaging;
  /**
   * Whether answers of routes with `@Returns` that break the rules of the class are answered 500 and logged, where `@Returns` does not
   * say it itself; for development, as these routes' functions have class-validator in them then.
   * @default false
   */
  readonly validateAnswers?: boolean;
}

/** What answers tell scripts of other origins, as `@Cors` has it. */
export interface CorsAnswers {
  readonly origin: readonly string[];
  readonly credentials?: boolean;
  readonly exposedHeaders?: readonly string[];
}

/** Bytes of code that functions may have, source maps left out. */
export interface Budgets {
  /**
   * Of each function.
   * @default no limit
   */
  readonly function?: number;
  /**
   * Of all functions together.
   * @default no limit
   */
  readonly application?: number;
  /**
   * Of single functions, by id; instead of {@link function}.
   * @default none
   */
  readonly functions?: Readonly<Record<string, number>>;
}

/** How handlers are bundled. */
export interface BundleOptions {
  /**
   * The front doors that handlers answer.
   * @default ['http-api', 'rest-api'] each handler tells the two apart by the event
   */
  readonly frontDoors?: readonly FrontDoorName[];
  /** @default true */
  readonly minify?: boolean;
  /** @default true a `.map` file beside each handler */
  readonly sourceMap?: boolean;
  /**
   * Packages left out of the bundles because the run time provides them; names, `@scope/*` or `name/*`.
   * @default [] everything is bundled, the AWS SDK too
   */
  readonly external?: readonly string[];
  /**
   * Packages copied into the functions that import them, `node_modules` with all that they depend on, instead of bundled: those that
   * read files beside themselves, or have native addons; the project's copies, so install those that the functions' platform needs.
   * @default []
   */
  readonly nodeModules?: readonly string[];
  /**
   * Whether functions are taken from earlier builds where nothing that they are made of has changed.
   * @default true in `node_modules/.cache/gatewright`
   */
  readonly cache?: boolean;
  /**
   * How large functions may be; a build fails where one is larger.
   * @default no limits
   */
  readonly budgets?: Budgets;
}

/** A function that is ready. */
export interface BuildProgress {
  /** Its id in the manifest. */
  readonly id: string;
  /** Whether an earlier build made it. */
  readonly isCached: boolean;
  /** How many functions are ready. */
  readonly done: number;
  /** How many functions there are. */
  readonly total: number;
}

/** What {@link build} needs to know. */
export interface BuildOptions extends AnalyzeOptions, BundleOptions {
  /** Folder to write, absolute or relative to the root; replaced as a whole, and only if a build made it. */
  readonly outDir: string;
  /**
   * Whether this process builds again, as `gatewright dev` does: what loads the application then is started before it is needed.
   * @default false
   */
  readonly isRepeated?: boolean;
  /** Called for each function that is ready. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** What {@link analyze} found. */
export interface Analysis {
  readonly manifest: Manifest;
  /** Absolute paths of the project's own source files that were read, sorted; what a watcher watches. */
  readonly inputs: readonly string[];
  /** Things that are allowed and probably not meant, one line each. */
  readonly warnings: readonly string[];
}

/** How a function's DTOs are validated. */
export interface FunctionValidation {
  /** `none` where it has no DTO, `compiled` into its code, or by the `library` class-validator. */
  readonly kind: 'none' | 'compiled' | 'library';
  /** Why the libraries are needed. */
  readonly reasons: readonly {
    /** Name of the class, or an id of a route or function for what is not about one. */
    readonly dto: string;
    readonly property?: string;
    readonly reason: string;
  }[];
}

/** One function of a finished build. */
export interface BuiltFunction {
  /** Its id in the manifest. */
  readonly id: string;
  /** Ids of the routes that it answers, sorted. */
  readonly routes: readonly string[];
  /** Absolute path of its folder. */
  readonly dir: string;
  /** Name of the entry file in the folder, `index.mjs`; the exported function is `handler`. */
  readonly entry: string;
  /** Size of its code in bytes, source maps left out. */
  readonly bytes: number;
  readonly validation: FunctionValidation;
}

/** A finished build. */
export interface BuildResult extends Analysis {
  /** Absolute path of the folder that was written. */
  readonly outDir: string;
  /** Sorted by id. */
  readonly functions: readonly BuiltFunction[];
}
