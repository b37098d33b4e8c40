import type { TransformOptions } from './dto-options.js';

/** How an answer is made of an output class, as class-transformer's `instanceToPlain` is told; plain data. */
export interface PlainOptions extends Pick<TransformOptions, 'groups' | 'version' | 'excludePrefixes'> {
  /** Which properties are sent where a class has no `@Exclude` or `@Expose` itself. @default 'excludeAll' */
  readonly strategy?: 'excludeAll' | 'exposeAll';
}

/** How a route answers with an output class. */
export interface OutputOptions extends PlainOptions {
  /**
   * Whether what breaks the class's rules is answered 500, and logged.
   * @default false, unless a build or `createHandler` is told `validateAnswers`
   */
  readonly validate?: boolean;
}
