/** What `@Validation` says of the DTOs of routes, in class-validator's and class-transformer's own words; plain data. */

/** How class-transformer makes an instance of a DTO class, as `plainToInstance` is told. */
export interface TransformOptions {
  /** Which properties are taken where the class has no `@Exclude` or `@Expose` itself. @default 'exposeAll' */
  readonly strategy?: 'excludeAll' | 'exposeAll';
  /** Takes only properties with `@Expose`. @default false */
  readonly excludeExtraneousValues?: boolean;
  /** Takes properties of these groups, and those without groups. */
  readonly groups?: readonly string[];
  /** Takes properties whose `since` and `until` this version lies between. */
  readonly version?: number;
  /** Leaves out properties whose names begin so. */
  readonly excludePrefixes?: readonly string[];
  /** Takes no notice of `@Expose`, `@Exclude` and `@Type`'s names. @default false */
  readonly ignoreDecorators?: boolean;
  /** Converts values to the declared type of their property. @default false */
  readonly enableImplicitConversion?: boolean;
  /** Keeps a property's initial value where none is given. @default false */
  readonly exposeDefaultValues?: boolean;
  /** Keeps properties whose value is undefined. @default true */
  readonly exposeUnsetFields?: boolean;
}

/** How DTOs are validated, as class-validator's `validate` is told. */
export interface DtoOptions {
  /** Strips properties without any decorator of class-validator's. @default true */
  readonly whitelist?: boolean;
  /** Answers 400 to properties that would be stripped. @default false */
  readonly forbidNonWhitelisted?: boolean;
  /** Answers 400 to objects of a class that has no rules. @default true */
  readonly forbidUnknownValues?: boolean;
  /** Does not validate properties that are undefined or null, but for `@IsDefined`. @default false */
  readonly skipMissingProperties?: boolean;
  /** Does not validate properties that are undefined, but for `@IsDefined`. @default false */
  readonly skipUndefinedProperties?: boolean;
  /** Does not validate properties that are null, but for `@IsDefined`. @default false */
  readonly skipNullProperties?: boolean;
  /** Reports one broken rule a property. @default false */
  readonly stopAtFirstError?: boolean;
  /** Applies the rules of these groups only. */
  readonly groups?: readonly string[];
  /** Applies rules that do not say `always` themselves whatever the groups. @default false */
  readonly always?: boolean;
  /** Without groups, leaves out rules that have some. @default false */
  readonly strictGroups?: boolean;
  /** Gives rules without a message of their own an empty one. @default false */
  readonly dismissDefaultMessages?: boolean;
  /** Lets class-validator log a warning where it knows no rules at all. @default false */
  readonly enableDebugMessages?: boolean;
  /** How instances are made. */
  readonly transformOptions?: TransformOptions;
  /** How many errors an answer lists, 1 to 1000; the rest is left out. @default 100 */
  readonly maxErrors?: number;
}

/** Merges innermost first: what comes first wins, option by option; undefined where nothing is said. */
export function mergeDtoOptions(levels: readonly (DtoOptions | undefined)[]): DtoOptions | undefined {
  const given = levels.filter((level) => level !== undefined).reverse();
  if (given.length === 0) return undefined;
  const merged = Object.assign({}, ...given.map(withoutUndefined)) as DtoOptions;
  const transforms = given.flatMap(({ transformOptions }) => withoutUndefined(transformOptions ?? {}));
  return { ...merged, ...(merged.transformOptions && { transformOptions: Object.assign({}, ...transforms) }) };
}

/** An option that is undefined says nothing. */
const withoutUndefined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
