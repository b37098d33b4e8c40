/**
 * Runs in the process that loaded the application: compares compiled DTOs with the libraries, on values that their rules draw the line
 * at and on mixtures. Functions of the author's are not called: code that needs one is only put together.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Class } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import type { CompiledDto } from '../../validation/compiled.js';
import * as compiledRuntime from '../../validation/compiled.js';
import { type ComparisonOptions, compareDto, type Libraries } from './compare-dto.js';
import type { CompiledDtos } from './compile-dtos.js';
import type { DecoratorPlace } from './dto-description.js';
import { dtoShape } from './dto-shape.js';
import type { Binding } from './dto-writer.js';
import { KnownProperties } from './known-properties.js';
import { withRememberedRules } from './remembered-rules.js';
import { type DecoratorTag, readTag, transformStorage, validationStorage } from './tag-decorators.js';

/** What verifying said: where the code differs from the libraries; undefined where it does not. */
export type Verdict = { readonly dto: string; readonly difference: string } | undefined;

/** How DTOs are verified. */
export interface VerifyOptions extends ComparisonOptions {
  /** Folder of the project, whose libraries are the measure. */
  readonly root: string;
  /** Whether functions of the author's are called, too: tests know that theirs have no effects. */
  readonly callsAuthored?: boolean;
}

/** What the process that builds asks for. */
export interface VerificationPlan extends Omit<VerifyOptions, 'classes'> {
  readonly compiled: readonly CompiledDtos[];
}

/** Verifies compiled DTOs one after the other. */
export async function verifyDtos(verifications: readonly CompiledDtos[], options: VerifyOptions): Promise<Verdict[]> {
  const libraries = loadLibraries(options.root);
  const given = readGiven(options.classes);
  const shared = { libraries, given, known: new KnownProperties(), shapes: new Set<string>() };
  const verdicts: Verdict[] = [];
  return withRememberedRules(async () => {
    for (const verification of verifications)
      verdicts.push(await verify(verification, { ...options, ...shared }).catch(failed(verification)));
    return verdicts;
  });
}

/** Code that cannot even be run is none to ship. */
const failed =
  ({ compiled }: CompiledDtos) =>
  (error: unknown): Verdict => ({
    dto: Object.values(compiled)[0]?.class ?? '',
    difference: error instanceof Error ? error.message : String(error),
  });

/**
 * The project's CommonJS copies, which know what the decorators of the loaded application said. Of class-validator, which takes
 * 130 ms to load, only what validates and the predicates that are asked for.
 */
function loadLibraries(root: string): Libraries {
  const require = createRequire(path.join(root, 'package.json'));
  const { Validator } = require('class-validator/cjs/validation/Validator.js');
  const { plainToInstance } = require('class-transformer');
  Object.assign(require('class-transformer/cjs/storage.js').defaultMetadataStorage, transformStorage());
  return {
    validator: new Validator(),
    plainToInstance,
    predicate: ({ name, file }) => require(`class-validator/cjs/${file}`)[name],
  };
}

/** What DTOs are verified with, the same for all. */
interface Verification extends VerifyOptions {
  readonly libraries: Libraries;
  /** The arguments of every decorator that ran, by its place. */
  readonly given: ReadonlyMap<string, readonly unknown[]>;
  readonly known: KnownProperties;
  /** Of the DTOs that differ in nothing. */
  readonly shapes: Set<string>;
}

/** Mixtures that are tried on a DTO of the shape of another. */
const FEW = 5;

async function verify(verification: CompiledDtos, options: Verification): Promise<Verdict> {
  const { values, callsAuthor } = linkBindings(verification, options);
  const locals = verification.bindings.map(({ local }) => local);
  const names = Object.values(verification.compiled).map(({ local }) => local);
  // the code is the build's own, of names and literals that it wrote itself; modules are strict
  const make = new Function(...locals, `'use strict';\n${verification.code}\nreturn { ${names.join(', ')} };`);
  const functions = make(...values) as Record<string, CompiledDto>;
  if (callsAuthor && !options.callsAuthored) return undefined;
  // functions of the author's may do anything
  const shape = callsAuthor ? undefined : dtoShape(verification, options.classes);
  const isRepeated = shape !== undefined && options.shapes.has(shape);
  for (const described of Object.values(verification.compiled)) {
    const found = await compareDto(described, functions[described.local] as CompiledDto, {
      ...options,
      dtos: verification.dtos,
      isRepeated,
      mixtures: isRepeated ? Math.min(FEW, options.mixtures) : options.mixtures,
    });
    if (found === undefined) continue;
    // what others have in common with it is to be tried on them, too
    options.known.clear();
    return { dto: described.class, difference: found };
  }
  if (shape !== undefined) options.shapes.add(shape);
  return undefined;
}

/** What the names of compiled code stand for, and whether functions of the author's are among them. */
function linkBindings(
  { bindings }: CompiledDtos,
  { libraries, given, classes }: Verification,
): { readonly values: unknown[]; readonly callsAuthor: boolean } {
  let callsAuthor = false;
  const resolve = (binding: Binding): unknown => {
    if (binding.kind === 'class') return classes.classOf(binding.class);
    if (binding.kind === 'predicate') return libraries.predicate(binding);
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
