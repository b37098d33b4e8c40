import { type ClassMark, recordClass } from '../metadata/decorate.js';
import type { Provider } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';

/** Options of {@link Controller}. */
export interface ControllerOptions {
  /**
   * Path in front of every route of the controller.
   * @default '/'
   */
  readonly path?: string;
  /**
   * What is injected for tokens in this controller and all that it needs; these win over the application's.
   * A class stands for itself.
   * @default none
   */
  readonly providers?: readonly (Provider | Class)[];
}

/**
 * Marks a class as a controller: each method with a route decorator becomes a Lambda function.
 *
 * @param pathOrOptions path in front of every route, `/users` or `users`; parameters as `:id` or `{id}`
 * @example
 * @Controller('/users', { providers: [provide(TABLE_NAME, { useFactory: () => process.env.TABLE_NAME ?? 'users' })] })
 * export class UsersController {}
 */
export const Controller = (
  pathOrOptions: string | ControllerOptions = '/',
  options?: Omit<ControllerOptions, 'path'>,
): ClassMark => recordClass('Controller', options === undefined ? [pathOrOptions] : [pathOrOptions, options]);
