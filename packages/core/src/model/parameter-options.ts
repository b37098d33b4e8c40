/** Settings of a parameter decorator, unchecked. */
export interface ParameterOptions {
  readonly required?: unknown;
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly separator?: unknown;
}

/** Whether a value is a schema (https://standardschema.dev); those of some libraries are functions. */
export const isSchema = (value: unknown): boolean =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && '~standard' in value;

/** An argument as options; undefined where it is something else. */
export const optionsOf = (value: unknown): ParameterOptions | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isSchema(value) ? value : undefined;

/** The options of a decorator whose first argument is a name, a type or the options. */
export const givenOptions = ([first, second]: readonly unknown[]): ParameterOptions =>
  optionsOf(second) ?? optionsOf(first) ?? {};
