import type { CorsAnswers, FrontDoorName, Manifest, Packaging } from '@gatewright/core/compiler';
import type { BundlingOptions } from '../bundling-options.js';

/** What the construct asks of the compiler's process; JSON, and the key by which an answer is used again. */
export interface CompileRequest {
  /** `build` bundles handlers, `analyze` only reads the controllers. */
  readonly task: 'build' | 'analyze';
  /** The application's root, an absolute path. */
  readonly root: string;
  readonly controllers: string | readonly string[];
  /** Path of the module with the `@Application` class, relative to the root. */
  readonly application?: string;
  readonly bundling: BundlingOptions;
  /** What will invoke the handlers. */
  readonly frontDoor: FrontDoorName;
  /** Which routes a function answers, where the controllers do not say it. */
  readonly packaging?: Packaging;
  /** CORS headers of every answer, where the front door adds none itself. */
  readonly cors?: CorsAnswers;
}

/** A function's folder, ready to be an asset. */
export interface HandlerFolder {
  /** Absolute path. */
  readonly dir: string;
  /** Hash of its contents. */
  readonly assetHash: string;
}

/** What the compiler found and made. */
export interface Compilation {
  readonly manifest: Manifest;
  /** One line each. */
  readonly warnings: readonly string[];
  /** By the id of the function; empty when handlers were not bundled. */
  readonly folders: Readonly<Record<string, HandlerFolder>>;
}

/** The compiler's answer: a compilation, or a message for the author of the controllers. */
export type CompileReply = { readonly compilation: Compilation } | { readonly message: string };
