import type { SourceLocation, TypeModel } from './manifest.js';

/** A type as the syntax tree tells it, where it says more than decorator metadata. */
export interface TypeFact {
  /** The type resolved as far as the program has classes for it. */
  readonly type: TypeModel;
  /** The type as written. */
  readonly text: string;
  /** What kind of type was written, where no class stands for it; `default` where none was, and a default value does not tell it. */
  readonly form: 'class' | 'array' | 'scalar' | 'unknown' | 'record' | 'other' | 'default';
  /** Whether null is one of its members. */
  readonly nullable: boolean;
  /** Whether a name in it is imported with `import type`. */
  readonly typeOnly: boolean;
  /** Whether it is a union of texts or numbers, such as `'asc' | 'desc'`, or one of them. */
  readonly literal?: true;
}

/** What only the syntax knows of a parameter. */
export interface ParameterFact {
  readonly name?: string;
  /** Whether undefined may be passed: `x?`, a default value, or a union with undefined. */
  readonly optional: boolean;
  readonly type?: TypeFact;
  readonly source: SourceLocation;
}

/** What only the syntax knows of a controller method. */
export interface MethodFact {
  readonly source: SourceLocation;
  readonly parameters: readonly ParameterFact[];
  readonly returns: TypeModel;
  /** Whether it returns a plain value, a stream, or what the source does not tell. */
  readonly answers: 'value' | 'stream' | 'any';
  /** Whether it returns a promise: `never` where only literals are returned and no decorator but the framework's is there to change that. */
  readonly promise: 'always' | 'never' | 'maybe';
  /** Set where its body has no statement. */
  readonly isEmpty?: true;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: true;
}

/** Answers what the source says; a handler that was not compiled has none. */
export interface SourceFacts {
  /** The place where a class is declared. */
  classAt(key: string): SourceLocation | undefined;
  /** A method of a class, by the key of the class that declares it. */
  method(key: string, name: string): MethodFact | undefined;
}

/** `file:line:column`. */
export const placeOf = (source: SourceLocation | undefined): string | undefined =>
  source === undefined ? undefined : `${source.file}:${source.line}:${source.column}`;
