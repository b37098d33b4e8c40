import { type ClassMark, recordClass } from '../metadata/decorate.js';
import type { Provider } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';

/** Options of {@link Application}. */
export interface ApplicationOptions {
  /**
   * What is injected for tokens, in every controller and all that it needs. A class stands for itself.
   * @default none
   */
  readonly providers?: readonly (Provider | Class)[];
}

/**
 * Marks the class whose middleware, error mappings and providers are every route's; the option `application` names its module.
 *
 * @example
 * @Application({ providers: [provide(CONFIG, { useFactory: loadConfig })] })
 * @SecurityHeaders()
 * @Catch(ItemMissing, 404)
 * export class Shop {}
 */
export const Application = (options?: ApplicationOptions): ClassMark =>
  recordClass('Application', options === undefined ? [] : [options]);
