import type { HttpContext, Middleware } from '../http/context.js';
import type { CompressOptions } from '../http/middleware/compress.js';
import type { CorsOptions } from '../http/middleware/cors.js';
import type { DeadlineOptions } from '../http/middleware/deadline.js';
import type { ETagOptions } from '../http/middleware/etag.js';
import type { SecurityHeaders as SecurityHeadersOptions } from '../http/middleware/security-headers.js';
import type { MiddyMiddleware } from '../http/middy.js';
import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';
import type { Class } from '../metadata/record.js';

/** An injectable class whose method `use` is a {@link Middleware}. */
export interface MiddlewareClass {
  use: Middleware;
}

/**
 * Runs middleware around a method, the methods of a controller, or every route of an application; outside in, in the order of
 * the source.
 *
 * @param middleware functions, injectable classes with a method `use`, or middy middleware objects
 * @example
 * @Use(authenticate)
 * @Controller('/users')
 * export class UsersController {}
 */
export const Use = (
  ...middleware: readonly (Middleware | Class<MiddlewareClass> | MiddyMiddleware)[]
): ClassOrMethodMark => recordClassOrMethod('Use', middleware);

/** A class of errors, or the name of one (`error.name`), which also tells errors of another copy of its package. */
export type ErrorMatch<TError = unknown> = Class<TError> | string;

/**
 * Answers errors of a method, of a controller's methods, or of every route; the innermost mapping wins, then the most specific class.
 *
 * @param errors a class, the name of an error, or an array of these
 * @param answer a status, answered with the error's message as detail, or a function that returns what a method may return
 * @example
 * @Catch(ItemMissing, 404)
 * @Catch('ConditionalCheckFailedException', () => new Conflict('somebody else has changed it'))
 */
export const Catch = <TError = Error>(
  errors: ErrorMatch<TError> | readonly ErrorMatch<TError>[],
  answer: number | ((error: TError, context: HttpContext) => unknown),
): ClassOrMethodMark => recordClassOrMethod('Catch', [errors, answer]);

/**
 * Adds CORS headers (Fetch standard, 3.2) and answers preflight requests; without it browsers refuse other origins.
 *
 * @throws {TypeError} for credentials with any origin
 * @example
 * @Cors({ origin: 'https://shop.example', credentials: true })
 */
export const Cors = (options?: CorsOptions): ClassOrMethodMark => recordClassOrMethod('Cors', [options]);

/**
 * Adds the headers that tell browsers to be careful: no sniffing, no framing, HTTPS only, and their like.
 *
 * @example
 * @SecurityHeaders({ 'x-frame-options': 'DENY' })
 */
export const SecurityHeaders = (options?: SecurityHeadersOptions): ClassOrMethodMark =>
  recordClassOrMethod('SecurityHeaders', [options]);

/**
 * Adds an entity tag and answers 304 to a client that has the same already (RFC 9110, 8.8.3 and 13.1.2).
 *
 * @example
 * @Get('/:id')
 * @ETag()
 */
export const ETag = (options?: ETagOptions): ClassOrMethodMark => recordClassOrMethod('ETag', [options]);

/**
 * Compresses answers with brotli or gzip where the client accepts it (RFC 9110, 12.5.3).
 *
 * @example
 * @Get()
 * @Compress({ threshold: 2048 })
 */
export const Compress = (options?: CompressOptions): ClassOrMethodMark => recordClassOrMethod('Compress', [options]);

/**
 * Says which media types a method can answer with, the preferred first; 406 where the client accepts none (RFC 9110, 12.5.1).
 *
 * The method gets the one chosen with `@Ctx(MediaType)`.
 *
 * @example
 * @Get()
 * @Produces('application/json', 'text/csv')
 */
export const Produces = (...mediaTypes: readonly string[]): ClassOrMethodMark =>
  recordClassOrMethod('Produces', [mediaTypes]);

/**
 * Answers 504 shortly before the invocation's time is over, instead of letting Lambda end it, and aborts the context's signal.
 *
 * @example
 * @Get()
 * @Deadline({ margin: 1000 })
 * search(@Query('q') q: string, @Signal() signal: AbortSignal) { ... }
 */
export const Deadline = (options?: DeadlineOptions): ClassOrMethodMark => recordClassOrMethod('Deadline', [options]);

/**
 * Answers 413 to a body that is larger (RFC 9110, 15.5.14).
 *
 * @param bytes a whole number of bytes
 * @example
 * @Post()
 * @BodyLimit(100_000)
 */
export const BodyLimit = (bytes: number): ClassOrMethodMark => recordClassOrMethod('BodyLimit', [bytes]);
