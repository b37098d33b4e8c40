/** Decides for each function whether its DTOs are compiled, and compiles them. */
import { isDefinitionError } from '../../errors/definition-error.js';
import { handledRoutes } from '../../model/handled-routes.js';
import type { RouteManifest, TypeModel } from '../../model/manifest.js';
import type { CompilerAnalysis } from '../analyze.js';
import { importOf } from '../imports.js';
import type { FunctionValidation } from '../options.js';
import { type CompiledDtos, compileDtos } from './compile-dtos.js';
import type { DtoDescription } from './dto-description.js';
import { NotCompilable, type Predicates } from './dto-writer.js';
import { type Trials, verifyCompiled } from './verified.js';
import type { Verdict } from './verify-dtos.js';

/** What DTOs are compiled from. */
export interface DtoSources {
  readonly analysis: CompilerAnalysis;
  readonly dtos: Readonly<Record<string, DtoDescription>>;
  predicates(): Predicates;
  /** Hash of this package's modules. */
  readonly core: string;
  readonly trials?: Trials;
}

/** A function's DTOs: compiled, or left to the libraries and why. */
export interface FunctionDtos {
  readonly compiled?: CompiledDtos;
  readonly validation: FunctionValidation;
  /** Set where compiled code was thrown away because it differs from the libraries. */
  readonly difference?: string;
}

/** Compiles the DTOs of every function, by its id. */
export const compileFunctions = (sources: DtoSources): Map<string, FunctionDtos> => {
  const { manifest } = sources.analysis;
  return new Map(manifest.functions.map((each) => [each.id, compileFunction(handledRoutes(manifest, each), sources)]));
};

/** Compares what was compiled with the libraries; returns the functions whose DTOs are left to these, by their ids. */
export async function verifyFunctions(
  functions: ReadonlyMap<string, FunctionDtos>,
  sources: DtoSources,
): Promise<Map<string, FunctionDtos>> {
  const differences = await findDifferences(functions, sources);
  const left = new Map<string, FunctionDtos>();
  for (const [id, { compiled }] of functions) {
    const found = Object.keys(compiled?.compiled ?? {}).flatMap((key) => differences.get(key) ?? [])[0];
    if (found !== undefined) left.set(id, rejected(found));
  }
  return left;
}

/** Compares each DTO that was compiled with the libraries, once however many routes take it. */
async function findDifferences(
  functions: ReadonlyMap<string, FunctionDtos>,
  { analysis, dtos, predicates, core, trials }: DtoSources,
): Promise<Map<string, NonNullable<Verdict>>> {
  const requests = new Map(
    [...functions.values()].flatMap(({ compiled }) =>
      Object.entries(compiled?.compiled ?? {}).map(([key, { class: owner, validation }]) => [
        key,
        { key: owner, validation },
      ]),
    ),
  );
  const alone = [...requests.values()].map((request) => compileDtos([request], { dtos, predicates: predicates() }));
  const verdicts = await verifyCompiled(alone, {
    root: analysis.root,
    core,
    verify: analysis.verify,
    ...(trials && { trials }),
  });
  return new Map([...requests.keys()].flatMap((key, index) => (verdicts[index] ? [[key, verdicts[index]]] : [])));
}

const rejected = ({ dto, difference }: NonNullable<Verdict>): FunctionDtos => ({
  validation: { kind: 'library', reasons: [{ dto, reason: `compiled, it would differ: ${difference}` }] },
  difference: `${dto}: compiled, it would differ from class-validator, which stays: ${difference}`,
});

/** A warning for each function whose compiled DTOs were thrown away: they should not have been written. */
export const warnOfDifferences = (functions: ReadonlyMap<string, FunctionDtos>): string[] => [
  ...new Set([...functions.values()].flatMap(({ difference }) => difference ?? [])),
];

/** Compiles the DTOs of a function's routes, all or none: half of the libraries is not less than all of them. */
function compileFunction(routes: readonly RouteManifest[], sources: DtoSources): FunctionDtos {
  const requests = routes.flatMap(({ parameters, validation }) =>
    parameters.flatMap(({ type }) => classesOf(type).map((key) => ({ key, validation }))),
  );
  if (requests.length === 0 && routes.every(({ output }) => output === undefined))
    return { validation: { kind: 'none', reasons: [] } };
  try {
    routes.forEach(refuseOptions);
    const hasOutput = routes.some(({ output }) => output !== undefined);
    const compiled = compileDtos(requests, { dtos: sources.dtos, predicates: sources.predicates(), hasOutput });
    refuseUnreachable(compiled, sources.analysis);
    return { compiled, validation: { kind: 'compiled', reasons: [] } };
  } catch (error) {
    if (!(error instanceof NotCompilable)) throw error;
    const { dto, property, reason } = error;
    const because = { dto, ...(property === undefined ? {} : { property }), reason };
    return { validation: { kind: 'library', reasons: [because] } };
  }
}

const classesOf = (type: TypeModel): string[] => {
  if (type.kind === 'array') return classesOf(type.items);
  return type.kind === 'class' ? [type.class] : [];
};

function refuseOptions({ validation, validatesAnswer, id }: RouteManifest): void {
  if (validation?.enableDebugMessages)
    throw new NotCompilable(id, undefined, 'enableDebugMessages asks class-validator itself');
  if (validatesAnswer) throw new NotCompilable(id, undefined, 'its answers are validated, too, by class-validator');
}

function refuseUnreachable({ bindings }: CompiledDtos, analysis: CompilerAnalysis): void {
  for (const { local, binding } of bindings) {
    if (binding.kind !== 'class') continue;
    try {
      importOf(analysis, binding.class);
    } catch (error) {
      if (!isDefinitionError(error)) throw error;
      throw new NotCompilable(local, undefined, 'the class is declared inside a function or in a package');
    }
  }
}
