import { type MethodMark, recordMethod } from '../metadata/decorate.js';

/**
 * Says which media types the body of a route may have; another is answered with 415 (RFC 9110, 15.5.16).
 *
 * A DTO, a schema or a property of the body is read from JSON (`application/json`, `+json` types), from a form
 * (`application/x-www-form-urlencoded`) and from the text fields of `multipart/form-data`; a string or `Uint8Array` takes any type.
 * Without this decorator a body is JSON, multipart where the route takes files, and anything where it is a string or bytes.
 *
 * @example
 * `@Post() @Consumes('application/x-www-form-urlencoded') create(@Body() input: NewPost)`
 */
export const Consumes = (...mediaTypes: readonly string[]): MethodMark => recordMethod('Consumes', [mediaTypes]);
