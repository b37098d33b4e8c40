/**
 * Runs in the process that loaded the application: compares compiled DTOs with the libraries, on values that their rules draw the line
 * at and on mixtures. Functions of the author's are not called: code that needs one is only put together.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Class } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import { withoutEmpty } from '../../validation/compiled/error.js';
import type { CompiledDto } from '../../validation/compiled.js';
import * as compiledRuntime from '../../validation/compiled.js';
import type { CompiledDtos, CompiledFunctions } from './compile-dtos.js';
import type { DecoratorPlace } from './dto-description.js';
import type { Binding } from './dto-writer.js';
import type { RuleOptions } from './rule-options.js';
import { difference } from './same.js';
import { sampleObjects } from './sample-objects.js';
import { type DecoratorTag, readTag, transformStorage, validationStorage } from './tag-decorators.js';

/** What verifying said: where the code differs from the libraries; undefined where it does not. */
export type Verdict = { readonly dto: string; readonly difference: string } | undefined;

/** How DTOs are verified. */
export interface VerifyOptions {
  /** Folder of the project, whose libraries are the measure. */
  readonly root: string;
  readonly classes: ClassTable;
  /** How many mixtures are tried on each DTO. */
  readonly mixtures: number;
  readonly seed: number;
  /** Whether functions of the author's are called, too: tests know that theirs have no effects. */
  readonly callsAuthored?: boolean;
}

/** Verifies compiled DTOs one after the other. */
export async function verifyDtos(verifications: readonly CompiledDtos[], options: VerifyOptions): Promise<Verdict[]> {
  const libraries = loadLibraries(options.root);
  const verdicts: Verdict[] = [];
  for (const verification of verifications)
    verdicts.push(await verify(verification, libraries, options).catch(failed(verification)));
  return verdicts;
}

/** Code that cannot even be run is none to ship. */
const failed =
  ({ compiled }: CompiledDtos) =>
  (error: unknown): Verdict => ({
    dto: Object.values(compiled)[0]?.class ?? '',
    difference: error instanceof Error ? error.message : String(error),
  });

/** The functions of the libraries that are compared with. */
interface Libraries {
  readonly predicates: Readonly<Record<string, unknown>>;
  plainToInstance(target: Class, plain: object, options?: object): object;
  validate(instance: object, options: object): Promise<object[]>;
  validateSync(instance: object, options: object): { readonly property?: string }[];
}

/** The project's CommonJS copies, which know what the decorators of the loaded application said. */
function loadLibraries(root: string): Libraries {
  const require = createRequire(path.join(root, 'package.json'));
  const { validate, validateSync, ...predicates } = require('class-validator');
  const { plainToInstance } = require('class-transformer');
  Object.assign(require('class-transformer/cjs/storage.js').defaultMetadataStorage, transformStorage());
  return { validate, validateSync, predicates, plainToInstance };
}

async function verify(verification: CompiledDtos, libraries: Libraries, options: VerifyOptions): Promise<Verdict> {
  const given = readGiven(options.classes);
  const { values, callsAuthor } = linkBindings(verification, { libraries, given, classes: options.classes });
  const locals = verification.bindings.map(({ local }) => local);
  const names = Object.values(verification.compiled).map(({ local }) => local);
  // the code is the build's own, of names and literals that it wrote itself; modules are strict
  const make = new Function(...locals, `'use strict';\n${verification.code}\nreturn { ${names.join(', ')} };`);
  const functions = make(...values) as Record<string, CompiledDto>;
  if (callsAuthor && !options.callsAuthored) return undefined;
  for (const described of Object.values(verification.compiled)) {
    const found = await compare(described, functions[described.local] as CompiledDto, {
      verification,
      libraries,
      options,
    });
    if (found !== undefined) return { dto: described.class, difference: found };
  }
  return undefined;
}

/** What the names of compiled code stand for, and whether functions of the author's are among them. */
function linkBindings(
  { bindings }: CompiledDtos,
  {
    libraries,
    given,
    classes,
  }: { libraries: Libraries; given: ReadonlyMap<string, readonly unknown[]>; classes: ClassTable },
): { readonly values: unknown[]; readonly callsAuthor: boolean } {
  let callsAuthor = false;
  const resolve = (binding: Binding): unknown => {
    if (binding.kind === 'class') return classes.classOf(binding.class);
    if (binding.kind === 'predicate') return libraries.predicates[binding.name];
    if (binding.kind === 'runtime') return (compiledRuntime as Readonly<Record<string, unknown>>)[binding.name];
    const args = given.get(placeKey(binding.place));
    if (args === undefined)
      throw new Error(`@${binding.place.factory} of ${binding.place.class}.${binding.place.property} did not run`);
    callsAuthor ||= args.some((value) => holdsFunction(value, 2));
    return args;
  };
  return { values: bindings.map(({ binding }) => resolve(binding)), callsAuthor };
}

const holdsFunction = (value: unknown, depth: number): boolean => {
  if (typeof value === 'function') return !/^class\b/.test(Function.prototype.toString.call(value));
  return (
    typeof value === 'object' &&
    value !== null &&
    depth > 0 &&
    Object.values(value).some((inner) => holdsFunction(inner, depth - 1))
  );
};

const placeKey = ({ library, factory, class: owner, property, index }: DecoratorPlace): string =>
  JSON.stringify([library, factory, owner, property ?? null, index]);

/** The arguments of every decorator that ran, by its place. */
function readGiven(classes: ClassTable): Map<string, readonly unknown[]> {
  const tags = [...(validationStorage()?.validationMetadatas.values() ?? [])].flat().map(readTag);
  const storage = transformStorage();
  const maps =
    storage === undefined ? [] : [storage._typeMetadatas, storage._transformMetadatas, storage._exposeMetadatas];
  const entries = maps.flatMap((map) => [...map.values()].flatMap((byProperty) => [...byProperty.values()].flat()));
  const all = [...tags, ...entries.map(readTag)].filter((tag): tag is DecoratorTag => tag !== undefined);
  return new Map(
    all.map((tag) => {
      const { library, factory, target, property, index } = tag;
      const named = property === undefined ? {} : { property: String(property) };
      return [placeKey({ library, factory, class: classes.keyOf(target as Class), ...named, index }), tag.arguments];
    }),
  );
}

interface Comparison {
  readonly verification: CompiledDtos;
  readonly libraries: Libraries;
  readonly options: VerifyOptions;
}

/** Where a DTO's functions first differ from the libraries. */
async function compare(
  functions: CompiledFunctions,
  dto: CompiledDto,
  { verification, libraries, options }: Comparison,
): Promise<string | undefined> {
  const { class: key, options: rules } = functions;
  const real = libraryOptions(rules);
  const make = (owner: string, plain: object) =>
    libraries.plainToInstance(options.classes.classOf(owner), structuredClone(plain), rules.transformOptions);
  const isRight = (owner: string, property: string, plain: object): boolean => {
    const errors = attempt(() => libraries.validateSync(make(owner, plain), real));
    return (
      Array.isArray(errors) && !errors.some((error) => (error as { readonly property?: string }).property === property)
    );
  };
  const samples = sampleObjects(key, {
    dtos: verification.dtos,
    options: rules,
    isRight,
    mixtures: options.mixtures,
    seed: options.seed,
  });
  const differ = differences(functions, dto, {
    make: (plain) => make(key, plain),
    validate: (instance) => libraries.validate(instance, real),
  });
  for (const sample of samples) {
    if ((await differ(sample)) === undefined) continue;
    const least = await shrink(sample, differ);
    return `for ${JSON.stringify(least)}, ${await differ(least)}`;
  }
  return undefined;
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
      const instance = Object.assign(dto.toInstance(structuredClone(plain)), later);
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
  const isLater = ([, value]: [string, unknown]) => value instanceof Set || value instanceof Map;
  const entries = Object.entries(sample);
  return {
    plain: Object.fromEntries(entries.filter((entry) => !isLater(entry))),
    later: Object.fromEntries(entries.filter(isLater)),
  };
}

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
