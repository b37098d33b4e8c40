import { type ParameterMark, recordParameter } from '../metadata/decorate.js';
import type { Class } from '../metadata/record.js';

/** Settings of a value taken from a request. */
export interface ValueOptions {
  /**
   * Answer 400 when the value is missing.
   * @default false for query, header and cookie values, which are then undefined; a path parameter is always there
   */
  readonly required?: boolean;
  /**
   * What the value is, `[Number]` for an array of numbers.
   * @default the parameter's declared type
   */
  readonly type?: ScalarType | readonly [ScalarType];
}

/** Constructors that stand for the types a single value can have. */
export type ScalarType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | BigIntConstructor
  | DateConstructor;

/** A DTO class, or an array with one for an array of it. */
export type BodyType = Class | readonly [Class];

type ValueDecorator = (nameOrClass?: string | Class | ValueOptions, options?: ValueOptions) => ParameterMark;

const value =
  (decorator: string): ValueDecorator =>
  (...values) =>
    recordParameter(decorator, values);

/**
 * Takes a path parameter, decoded: by name, by the parameter's own name, or all of them as a DTO.
 *
 * @example
 * get(@Param('id') id: string)
 */
export const Param: ValueDecorator = value('Param');

/**
 * Takes a query string value: by name, by the parameter's own name, or all of them as a DTO, coerced to the declared types.
 *
 * @example
 * list(@Query() page: PageQuery, @Query('sort') sort = 'name')
 */
export const Query: ValueDecorator = value('Query');

/**
 * Takes a request header, whatever its case: by name, or all of them; repeats are joined with commas (RFC 9110, 5.3).
 *
 * @example
 * get(@Headers('if-none-match') etag?: string)
 */
export const Headers: ValueDecorator = value('Headers');

/**
 * Takes a cookie (RFC 6265): by name, by the parameter's own name, or all of them.
 *
 * @example
 * get(@Cookie('session') session?: string)
 */
export const Cookie: ValueDecorator = value('Cookie');

/**
 * Takes the JSON body: as a validated DTO, an array of them, or one of its properties by name.
 *
 * @example
 * create(@Body() input: CreateUser)
 */
export const Body = (nameOrType?: string | BodyType | ValueOptions, options?: ValueOptions): ParameterMark =>
  recordParameter('Body', [nameOrType, options]);

/**
 * Takes the request, or one of its properties by name.
 *
 * @example
 * get(@Req() request: HttpRequest)
 */
export const Req = (name?: string): ParameterMark => recordParameter('Req', [name]);

/**
 * Takes Lambda's context object, or one of its properties by name.
 *
 * @example
 * get(@Ctx('awsRequestId') requestId: string)
 */
export const Ctx = (name?: string): ParameterMark => recordParameter('Ctx', [name]);
