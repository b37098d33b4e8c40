/** Compares one compiled DTO with the libraries: what they make of objects, and what they find wrong with that. */
import type { Class } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import { withoutEmpty } from '../../validation/compiled/error.js';
import type { CompiledDto } from '../../validation/compiled.js';
import type { CompiledDtos, CompiledFunctions } from './compile-dtos.js';
import type { KnownProperties } from './known-properties.js';
import type { RuleOptions } from './rule-options.js';
import { difference } from './same.js';
import { sampleObjects } from './sample-objects.js';

/** The functions of the libraries that are compared with. */
export interface Libraries {
  readonly validator: {
    validate(instance: object, options: object): Promise<object[]>;
    validateSync(instance: object, options: object): { readonly property?: string }[];
  };
  plainToInstance(target: Class, plain: object, options?: object): object;
  /** A function that a decorator tests with, by its name and its file. */
  predicate(place: { readonly name: string; readonly file: string }): unknown;
}

/** What is tried. */
export interface ComparisonOptions {
  readonly classes: ClassTable;
  /** How many mixtures are tried on each DTO. */
  readonly mixtures: number;
  readonly seed: number;
}

/** What a DTO is compared with and how. */
export interface Comparison extends ComparisonOptions {
  readonly libraries: Libraries;
  /** The descriptions of the DTO and of all classes it leads to. */
  readonly dtos: CompiledDtos['dtos'];
  /** Properties of other DTOs that were compared. */
  readonly known: KnownProperties;
  /** Whether nothing is the matter with another DTO of the same shape. */
  readonly isRepeated: boolean;
}

/** Where a DTO's functions first differ from the libraries. */
export async function compareDto(
  functions: CompiledFunctions,
  dto: CompiledDto,
  { libraries: { validator, plainToInstance }, classes, ...samples }: Comparison,
): Promise<string | undefined> {
  const { class: key, options: rules } = functions;
  const real = libraryOptions(rules);
  const make = (owner: string, plain: object) =>
    plainToInstance(classes.classOf(owner), cloneData(plain), rules.transformOptions);
  const isRight = (owner: string, property: string, plain: object): boolean => {
    const errors = attempt(() => validator.validateSync(make(owner, plain), real));
    return Array.isArray(errors) && !errors.some((error) => error.property === property);
  };
  const differ = differences(functions, dto, {
    make: (plain) => make(key, plain),
    validate: (instance) => validator.validate(instance, real),
  });
  for (const sample of sampleObjects(key, { ...samples, options: rules, isRight })) {
    if ((await differ(sample)) === undefined) continue;
    const least = await shrink(sample, differ);
    return `for ${JSON.stringify(least)}, ${await differ(least)}`;
  }
  return undefined;
}

/** As `structuredClone`, several times as fast on what JSON may hold. */
function cloneData<TValue>(value: TValue): TValue;
function cloneData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneData);
  const clone = { ...value } as Record<string, unknown>;
  for (const name in clone) if (typeof clone[name] === 'object') clone[name] = cloneData(clone[name]);
  return clone;
}

/** Says where what a DTO's functions make and find of an object differs from what the libraries do. */
type Differ = (sample: object) => Promise<string | undefined>;

/** What the libraries do with one class. */
interface Measure {
  make(plain: object): object;
  validate(instance: object): Promise<object[]>;
}

const differences =
  ({ isEager }: CompiledFunctions, dto: CompiledDto, measure: Measure): Differ =>
  async (sample) => {
    const { plain, later } = apart(sample);
    const expected = await attempt(async () => {
      const instance = Object.assign(measure.make(plain), later);
      const made = { ...instance };
      return { made, errors: await measure.validate(instance), instance };
    });
    const actual = await attempt(async () => {
      const instance = Object.assign(dto.toInstance(cloneData(plain)), later);
      const made = { ...instance };
      const pending: Promise<unknown>[] = [];
      const errors = dto.validate(instance, pending) ?? [];
      await Promise.all(pending);
      return { made, errors: isEager ? withoutEmpty(errors) : errors, instance };
    });
    return difference(actual, expected);
  };

/** Leaves out what a difference does not need. */
async function shrink(sample: object, differ: Differ): Promise<object> {
  let least = sample;
  for (const name of Object.keys(sample)) {
    const fewer = Object.fromEntries(Object.entries(least).filter(([key]) => key !== name));
    if ((await differ(fewer)) !== undefined) least = fewer;
  }
  return least;
}

/** What a request cannot hold, sets and maps, is given to instances when they are made. */
function apart(sample: object): { readonly plain: object; readonly later: object } {
  const values = Object.values(sample);
  if (!values.some(isLater)) return { plain: sample, later: {} };
  const entries = Object.entries(sample);
  return {
    plain: Object.fromEntries(entries.filter(([, value]) => !isLater(value))),
    later: Object.fromEntries(entries.filter(([, value]) => isLater(value))),
  };
}

const isLater = (value: unknown): boolean =>
  typeof value === 'object' && (value instanceof Set || value instanceof Map);

/** The options as class-validator takes them. */
const libraryOptions = ({ transformOptions: _transform, maxErrors: _limit, ...options }: RuleOptions): object =>
  options;

/** What a function gives or, as text, throws. */
function attempt<TResult>(run: () => TResult): TResult | { readonly thrown: string } {
  try {
    const result = run();
    if (result instanceof Promise) return result.catch(thrown) as TResult;
    return result;
  } catch (error) {
    return thrown(error);
  }
}

const thrown = (error: unknown): { readonly thrown: string } => ({
  thrown: error instanceof Error ? error.name : String(error),
});
