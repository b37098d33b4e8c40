import type { Auth as Caller } from '../http/auth.js';
import type { ContextKey } from '../http/context.js';
import type { Infer, StandardSchema } from '../http/schema.js';
import { type ParameterMark, recordParameter } from '../metadata/decorate.js';
import type { Class } from '../metadata/record.js';

/** Settings of a value taken from a request. */
export interface ValueOptions<TType = ScalarType | readonly [ScalarType]> {
  /**
   * Answer 400 when the value is missing.
   * @default false for query, header and cookie values, which are then undefined; true for a body; a path parameter is always there
   */
  readonly required?: boolean;
  /**
   * What the value is: a constructor, `[Number]` for an array of numbers, or a schema (https://standardschema.dev).
   * @default the parameter's declared type
   */
  readonly type?: TType;
  /**
   * The values allowed: an enum, or an array; of each element where the parameter is an array.
   * @default any value of the type
   */
  readonly enum?: EnumType;
  /**
   * The character between the elements of an array, which may be repeated too.
   * @default a comma where no element can have one; in a header a comma as RFC 9110, 5.6.1 has it; else none
   */
  readonly separator?: string;
}

/** Settings of something that is there or is not. */
export interface RequiredOption {
  /**
   * Refuse the request when it is missing.
   * @default true for a file, false for a claim
   */
  readonly required?: boolean;
}

/** Constructors that stand for the types a single value can have; `Object` for any value. */
export type ScalarType =
  | ObjectConstructor
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | BigIntConstructor
  | DateConstructor;

/** An enum, or an array of the values that there are. */
export type EnumType = Readonly<Record<string, string | number>> | readonly (string | number)[];

/** A DTO class, or an array with one for an array of it. */
export type BodyType = Class | readonly [Class];

/** A decorator of a parameter that a schema's output can be passed to; the parameter of a private method is not checked. */
export type SchemaMark<TOutput> = <TTarget extends object, TMember extends PropertyKey, TIndex extends number>(
  target: TTarget,
  member: TMember | undefined,
  parameter: [TOutput] extends [ParameterOf<TTarget, TMember, TIndex>] ? TIndex : { readonly schemaGives: TOutput },
) => void;

type ParameterOf<TTarget, TMember extends PropertyKey, TIndex extends number> = TMember extends keyof TTarget
  ? TTarget[TMember] extends (...parameters: infer TParameters) => unknown
    ? TParameters[TIndex]
    : unknown
  : unknown;

/** A decorator that takes one value by name, or all values of a place as `TType` or a schema describes them. */
export interface ValueDecorator<TType> {
  <TSchema extends StandardSchema>(schema: TSchema, options?: RequiredOption): SchemaMark<Infer<TSchema>>;
  <TSchema extends StandardSchema>(
    name: string,
    options: ValueOptions<TSchema> & { readonly type: TSchema },
  ): SchemaMark<Infer<TSchema>>;
  (nameOrType?: string | TType | ValueOptions, options?: ValueOptions): ParameterMark;
}

const value =
  <TType>(decorator: string): ValueDecorator<TType> =>
  (...values: readonly unknown[]) =>
    // what is recorded does not depend on what the type checker is told
    recordParameter(decorator, values) as SchemaMark<never> & ParameterMark;

/**
 * Takes a path parameter, decoded: by name, by the parameter's own name, or all of them as a DTO or a schema.
 *
 * @example
 * get(@Param('id') id: string)
 */
export const Param: ValueDecorator<Class> = value('Param');

/**
 * Takes a query string value: by name, by the parameter's own name, or all of them as a DTO or a schema, coerced to the declared types.
 *
 * @example
 * list(@Query() page: PageQuery, @Query('sort', { enum: SortOrder }) sort = SortOrder.Name)
 */
export const Query: ValueDecorator<Class> = value('Query');

/**
 * Takes a request header, whatever its case: by name, or all of them; repeats are joined with commas (RFC 9110, 5.3).
 *
 * @example
 * get(@Headers('if-none-match', { type: [String] }) etags?: string[])
 */
export const Headers: ValueDecorator<Class> = value('Headers');

/**
 * Takes a cookie (RFC 6265): by name, by the parameter's own name, or all of them.
 *
 * @example
 * get(@Cookie('session') session?: string)
 */
export const Cookie: ValueDecorator<Class> = value('Cookie');

/**
 * Takes the body: as a validated DTO, an array of them, what a schema makes of it, text, bytes, or one of its properties by name.
 *
 * @example
 * create(@Body() input: CreateUser)
 */
export const Body: ValueDecorator<BodyType> = value('Body');

/**
 * Takes the one file that a multipart/form-data body has under a name (RFC 7578).
 *
 * @example
 * setAvatar(@UploadedFile('avatar') avatar: File)
 */
export const UploadedFile = (name?: string | RequiredOption, options?: RequiredOption): ParameterMark =>
  recordParameter('UploadedFile', [name, options]);

/**
 * Takes all files that a multipart/form-data body has under a name (RFC 7578).
 *
 * @example
 * addPhotos(@UploadedFiles('photos') photos: File[])
 */
export const UploadedFiles = (name?: string | RequiredOption, options?: RequiredOption): ParameterMark =>
  recordParameter('UploadedFiles', [name, options]);

/** What an authorizer found out about the caller. */
export type Auth = Caller;

/** A decorator that takes a claim by name, or everything about the caller. */
export interface AuthDecorator {
  <TSchema extends StandardSchema>(
    name: string,
    options: ValueOptions<TSchema> & { readonly type: TSchema },
  ): SchemaMark<Infer<TSchema>>;
  (name?: string | RequiredOption, options?: ValueOptions): ParameterMark;
}

/**
 * Takes what an authorizer found out about the caller, or one claim by name, else the value of that name in a Lambda authorizer's
 * context; where it is required and missing the answer is 401 (RFC 9110, 15.5.2).
 *
 * @example
 * list(@Auth('sub', { required: true }) userId: string, @Auth() auth: Auth)
 */
export const Auth: AuthDecorator = (...values: readonly unknown[]) =>
  recordParameter('Auth', values) as SchemaMark<never> & ParameterMark;

/**
 * Takes the request, or one of its properties by name.
 *
 * @example
 * get(@Req() request: HttpRequest)
 */
export const Req = (name?: string): ParameterMark => recordParameter('Req', [name]);

/**
 * Takes Lambda's context object, one of its properties by name, or what middleware has added to the request's context under a key.
 *
 * @example
 * get(@Ctx('awsRequestId') requestId: string, @Ctx(TENANT) tenant: Tenant)
 */
export const Ctx = (nameOrKey?: string | ContextKey<unknown>): ParameterMark => recordParameter('Ctx', [nameOrKey]);

/**
 * Takes a signal that aborts shortly before the invocation's time is over.
 *
 * @example
 * search(@Signal() signal: AbortSignal)
 */
export const Signal = (): ParameterMark => recordParameter('Signal', []);
