/** Compiles DTOs to the code of one module. */
import type { DtoOptions } from '../../model/dto-options.js';
import { instanceName } from '../names.js';
import { type DtoDescription, selectionKey } from './dto-description.js';
import { type Binding, DtoWriter, NotCompilable, type Predicates } from './dto-writer.js';
import { isAuthored } from './emit-authored.js';
import { InstanceEmitter } from './emit-instance.js';
import { ValidatorEmitter } from './emit-validator.js';
import { type RuleOptions, ruleOptions } from './rule-options.js';

/** What DTOs are compiled with. */
export interface CompileOptions {
  readonly dtos: Readonly<Record<string, DtoDescription>>;
  readonly predicates: Predicates;
  /** Whether a route answers with an output class, whose decorators are asked at run time. */
  readonly hasOutput?: boolean;
}

/** A DTO that a route takes, and how it wants it validated. */
export interface DtoRequest {
  /** Key of the class. */
  readonly key: string;
  readonly validation?: DtoOptions | undefined;
}

/** The functions of a compiled DTO. */
export interface CompiledFunctions {
  readonly class: string;
  /** What the route says. */
  readonly validation: DtoOptions | undefined;
  readonly options: RuleOptions;
  /** The name of the object that holds them. */
  readonly local: string;
  /** Whether a rule may answer later. */
  readonly isEager: boolean;
}

/** Compiled DTOs: code that declares them, and what its free names stand for. */
export interface CompiledDtos {
  readonly code: string;
  readonly bindings: readonly { readonly local: string; readonly binding: Binding }[];
  /** By {@link dtoKey}. */
  readonly compiled: Readonly<Record<string, CompiledFunctions>>;
  /** Whether a handler asks what class-transformer's decorators were given, of any class that it meets. */
  readonly hasOutput: boolean;
  /** The descriptions that the code was made from. */
  readonly dtos: Readonly<Record<string, DtoDescription>>;
}

/** The key of a DTO as a route wants it validated. */
export const dtoKey = (key: string, { maxErrors: _, ...options }: DtoOptions = {}): string =>
  `${key} ${JSON.stringify(options)}`;

/**
 * Compiles DTOs with all classes they lead to.
 *
 * @throws {NotCompilable} for the first thing that is left to the libraries
 */
export function compileDtos(
  requests: readonly DtoRequest[],
  { dtos, predicates, hasOutput = false }: CompileOptions,
): CompiledDtos {
  const writer = new DtoWriter(dtos, predicates);
  const instances = new Map<string, InstanceEmitter>();
  const validators = new Map<string, ValidatorEmitter>();
  const compiled: Record<string, CompiledFunctions> = {};
  const used = new Set<string>();
  for (const { key, validation } of requests) {
    const id = dtoKey(key, validation);
    if (compiled[id] !== undefined) continue;
    const options = ruleOptions(validation);
    const classes = reachedClasses(key, { writer, options });
    for (const owner of classes) used.add(owner);
    refuseUnsupported(classes, writer);
    const isEager = classes.some((owner) => hasAuthored(owner, writer, options));
    const mode = `${isEager} ${dtoKey('', validation)}`;
    const emitter = validators.get(mode) ?? new ValidatorEmitter(writer, options, isEager);
    validators.set(mode, emitter);
    const transformed = JSON.stringify(options.transformOptions ?? {});
    const maker = instances.get(transformed) ?? new InstanceEmitter(writer, options.transformOptions);
    instances.set(transformed, maker);
    const functions = `{ toInstance: ${maker.functionOf(key)}, validate: ${emitter.functionOf(key)} }`;
    const local = writer.constant(`${instanceName(writer.describe(key).name)}Dto`, functions);
    compiled[id] = { class: key, validation, options, local, isEager };
  }
  return {
    code: writer.declarations.join('\n'),
    bindings: writer.bindings,
    compiled,
    hasOutput,
    dtos: Object.fromEntries([...used].sort().flatMap((key) => (dtos[key] === undefined ? [] : [[key, dtos[key]]]))),
  };
}

/** A class, its base classes and all classes that its properties may hold. */
function reachedClasses(
  key: string,
  from: { readonly writer: DtoWriter; readonly options: RuleOptions },
  reached = new Set<string>(),
): string[] {
  if (reached.has(key)) return [...reached];
  reached.add(key);
  const { ancestors, transforms, designTypes } = from.writer.describe(key);
  for (const ancestor of ancestors) reachedClasses(ancestor, from, reached);
  const declared = from.options.transformOptions?.enableImplicitConversion ? Object.values(designTypes) : [];
  const types = [...transforms.flatMap(({ type, reflected }) => [type, reflected]), ...declared];
  for (const type of types) if (type !== undefined && 'class' in type) reachedClasses(type.class, from, reached);
  for (const { subTypes = [] } of transforms)
    for (const subType of subTypes) reachedClasses(subType.class, from, reached);
  return [...reached];
}

function refuseUnsupported(classes: readonly string[], writer: DtoWriter): void {
  for (const key of classes) {
    const { name, unsupported } = writer.describe(key);
    const [first] = unsupported;
    if (first !== undefined) throw new NotCompilable(name, first.property, first.reason);
  }
}

function hasAuthored(key: string, writer: DtoWriter, options: RuleOptions): boolean {
  const { validations, selections } = writer.describe(key);
  return (selections[selectionKey(options)] ?? []).some((position) => {
    const rule = validations[position];
    return rule !== undefined && isAuthored(rule);
  });
}
