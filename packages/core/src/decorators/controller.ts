import { type ClassMark, recordClass } from '../metadata/decorate.js';

/** Options of {@link Controller}. */
export interface ControllerOptions {
  /**
   * Path in front of every route of the controller.
   * @default '/'
   */
  readonly path?: string;
}

/**
 * Marks a class as a controller: each method with a route decorator becomes a Lambda function.
 *
 * @param pathOrOptions path in front of every route, `/users` or `users`; parameters as `:id` or `{id}`
 * @example
 * @Controller('/users')
 * export class UsersController {}
 */
export const Controller = (pathOrOptions: string | ControllerOptions = '/'): ClassMark =>
  recordClass('Controller', [typeof pathOrOptions === 'string' ? { path: pathOrOptions } : pathOrOptions]);
