import { fail, missing, type Place } from './place.js';
import { unsafeReason } from './unsafe.js';
import { addFailure, type Failure } from './validation-failed.js';

/** A schema of any library that follows https://standardschema.dev: zod, valibot, arktype and others. */
export interface StandardSchema<TInput = unknown, TOutput = TInput> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<TOutput> | Promise<SchemaResult<TOutput>>;
    /** Only for the type checker. */
    readonly types?: { readonly input: TInput; readonly output: TOutput } | undefined;
  };
}

/** What a schema makes of a value. */
export type SchemaResult<TOutput> =
  | { readonly value: TOutput; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** Something that is wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/**
 * The type of what a schema makes of a value.
 *
 * @example
 * create(@Body(NewPost) input: Infer<typeof NewPost>)
 */
export type Infer<TSchema extends StandardSchema> = NonNullable<TSchema['~standard']['types']>['output'];

/** Validates a value by a schema, and gives what the schema makes of it; a missing one too, where it is not required. */
export async function bindSchema(
  value: unknown,
  schema: StandardSchema,
  place: Place,
  failures: Failure[],
): Promise<unknown> {
  if (value === undefined && place.required) return missing(place, failures);
  const reason = unsafeReason(value);
  if (reason !== undefined) return fail(place, reason.message, reason.constraint, failures);
  const result = await schema['~standard'].validate(value);
  if (result.issues === undefined) return result.value;
  for (const issue of result.issues)
    addFailure(
      {
        in: place.in,
        path: [...(place.path === '' ? [] : [place.path]), ...(issue.path ?? []).map(segment)].join('.'),
        message: issue.message,
        constraint: constraintOf(issue),
      },
      failures,
    );
  return undefined;
}

const segment = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** zod and arktype call a rule its code, valibot its type. */
function constraintOf(issue: SchemaIssue & { readonly code?: unknown; readonly type?: unknown }): string {
  if (typeof issue.code === 'string') return issue.code;
  return typeof issue.type === 'string' ? issue.type : 'schema';
}
