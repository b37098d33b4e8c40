import { type MethodMark, recordMethod } from '../metadata/decorate.js';
import type { Class } from '../metadata/record.js';
import type { OutputOptions } from '../model/output-options.js';
import { type CacheControlOptions, cacheControl } from './cache-control.js';

/**
 * Sets the status of a successful answer; without it 200, or 204 when the method returns nothing.
 *
 * @param status a status code, 200 to 599
 * @example
 * @Post()
 * @HttpCode(201)
 * create(@Body() input: CreateUser): Promise<User> { ... }
 */
export const HttpCode = (status: number): MethodMark => recordMethod('HttpCode', [status]);

/**
 * Adds a header to a successful answer.
 *
 * @example
 * @Get()
 * @Header('cache-control', 'no-store')
 * list(): Promise<User[]> { ... }
 */
export const Header = (name: string, value: string): MethodMark => recordMethod('Header', [name, value]);

/**
 * Redirects to another address.
 *
 * @param url absolute or relative (RFC 9110, 10.2.2)
 * @param status 301, 302, 303, 307 or 308
 * @example
 * @Get('/old')
 * @Redirect('/new', 308)
 * old(): void {}
 */
export const Redirect =
  (url: string, status: 301 | 302 | 303 | 307 | 308 = 302): MethodMark =>
  (...target) => {
    HttpCode(status)(...target);
    Header('location', url)(...target);
  };

/**
 * Says how long and by whom a successful answer may be stored (RFC 9111, 5.2.2).
 *
 * @example
 * @Get()
 * @CacheControl({ public: true, maxAge: 300 })
 */
export const CacheControl = (options: CacheControlOptions | string): MethodMark =>
  Header('cache-control', typeof options === 'string' ? options : cacheControl(options));

/**
 * Says what class an answer is made of: only what it declares is sent, as class-transformer's `@Expose` and `@Exclude` say.
 *
 * @param type a class, or an array with one
 * @param options those of class-transformer's `instanceToPlain` that mean something for an answer, and whether it is validated
 * @example
 * @Get()
 * @Returns([User], { groups: ['admin'] })
 * list(): Promise<UserRecord[]> { ... }
 */
export const Returns = (type: Class | readonly [Class], options?: OutputOptions): MethodMark =>
  recordMethod('Returns', options === undefined ? [type] : [type, options]);
