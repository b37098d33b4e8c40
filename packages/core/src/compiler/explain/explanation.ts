/** A file of the application, or of a package, in a function's bundle. */
export interface ExplainedFile {
  /** Relative to the root; of a package, to its folder. */
  readonly file: string;
  readonly bytes: number;
}

/** A package, or the application's own sources, in a function's bundle. */
export interface ExplainedPackage {
  /** The package's name; empty for the application's own sources. */
  readonly name: string;
  readonly version?: string;
  /** Bytes of the function's code that are its own: of the minified code, its share of the code before. */
  readonly bytes: number;
  /** Its part of the function's code, from 0 to 1. */
  readonly share: number;
  /** The shortest way by which it came: files of the application from the controller on, then packages. */
  readonly chain: readonly string[];
  /** Largest first. */
  readonly files: readonly ExplainedFile[];
  /** What can be done about it, a sentence each. */
  readonly advice: readonly string[];
}

/** What a function's bundle holds, and why. */
export interface Explanation {
  /** The function's id. */
  readonly id: string;
  /** Ids of the routes that it answers. */
  readonly routes: readonly string[];
  /** Bytes of its code. */
  readonly bytes: number;
  /** Bytes of its code after gzip, as Lambda stores it. */
  readonly gzip: number;
  /** Largest first. */
  readonly packages: readonly ExplainedPackage[];
}
