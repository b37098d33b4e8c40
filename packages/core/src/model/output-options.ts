import type { TransformOptions } from './dto-options.js';

/** How an answer is made of an output class, as class-transformer's `instanceToPlain` is told; plain data. */
export interface OutputOptions extends Pick<TransformOptions, 'groups' | 'version' | 'excludePrefixes'> {
  /** Which properties are sent where a class has no `@Exclude` or `@Expose` itself. @default 'excludeAll' */
  readonly strategy?: 'excludeAll' | 'exposeAll';
}
