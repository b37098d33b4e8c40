import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';

/** Options of {@link Authorize}. */
export interface AuthorizeOptions {
  /**
   * Scopes of which a token must have one (RFC 6749, 3.3); for authorizers that read tokens: JWT and Cognito user pools.
   * @default none
   */
  readonly scopes?: readonly string[];
}

/** Decorators by what they are given. */
export interface AuthorizeDecorator {
  /**
   * Lets only callers through to a method, or to a controller's methods, that an authorizer of the gateway knows; the method's wins.
   *
   * @param name the name that the construct's `authorizers` have it by; without one the default authorizer
   * @example
   * @Controller('/orders')
   * @Authorize('users', { scopes: ['orders.read'] })
   */
  (name: string, options?: AuthorizeOptions): ClassOrMethodMark;
  (options?: AuthorizeOptions): ClassOrMethodMark;
  /**
   * Lets only callers through whose requests are signed with AWS credentials and whom IAM allows it (Signature Version 4).
   *
   * @example
   * @Delete('/:id')
   * @Authorize.iam()
   */
  iam(): ClassOrMethodMark;
}

const named = (...given: readonly unknown[]): ClassOrMethodMark => recordClassOrMethod('Authorize', given);

/** Lets only callers through that the gateway's authorizer knows. @example `@Authorize('users', { scopes: ['orders.read'] })` */
export const Authorize: AuthorizeDecorator = Object.assign(named, {
  iam: (): ClassOrMethodMark => recordClassOrMethod('AuthorizeIam', []),
});

/**
 * Opens a method, or a controller's methods, to everyone: no authorizer is asked, also where the API has a default one.
 *
 * @example
 * @Get('/health')
 * @Public()
 */
export const Public = (): ClassOrMethodMark => recordClassOrMethod('Public', []);

/**
 * Lets only requests through that have the API key of a usage plan; REST APIs only. A key says who is to be counted, it is no authorizer.
 *
 * @example
 * @Get('/search')
 * @ApiKey()
 */
export const ApiKey = (): ClassOrMethodMark => recordClassOrMethod('ApiKey', []);

/** Requests that the gateway lets through to a route, of all callers together. */
export interface ThrottleRate {
  /** Requests a second, over time. */
  readonly rate: number;
  /** Requests at once. */
  readonly burst: number;
}

/**
 * Limits the requests to a method, or to each of a controller's methods; the gateway answers 429 to more.
 *
 * @example
 * @Post('/reports')
 * @Throttle({ rate: 5, burst: 10 })
 */
export const Throttle = (limit: ThrottleRate): ClassOrMethodMark => recordClassOrMethod('Throttle', [limit]);
