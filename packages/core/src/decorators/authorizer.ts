import { type MethodMark, recordMethod } from '../metadata/decorate.js';

/** Options of {@link Authorizer}. */
export interface AuthorizerOptions {
  /**
   * Seconds, 1 to 3600, that the gateway keeps what the method has said and does not ask again for the same values of what it takes:
   * each parameter has then to be a header or a query parameter with a name, and required.
   * @default 0 the method is asked for every request
   */
  readonly cacheFor?: number;
}

/**
 * Makes a method the authorizer that `@Authorize` asks for by its name: a Lambda function of its own that the gateway calls first.
 *
 * The method lets a caller through by returning true, or an object, which routes take by `@Auth('userId')`. It turns callers away by
 * returning false, null or nothing, or by throwing `Unauthorized` or `Forbidden`.
 *
 * @param name the method's name unless given
 * @example
 * @Authorizer('users', { cacheFor: 300 })
 * async check(@Headers('authorization', { required: true }) token: string) {
 *   const user = await this.tokens.verify(token);
 *   return user && { userId: user.id, level: user.level };
 * }
 */
export const Authorizer = (name?: string, options?: AuthorizerOptions): MethodMark =>
  recordMethod('Authorizer', [name, options]);
