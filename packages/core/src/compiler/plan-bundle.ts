/** Plans a function's bundle: its handler's module, and what is kept of the modules that it is made from. */
import path from 'node:path';
import { handledRoutes } from '../model/handled-routes.js';
import type { FunctionManifest, RouteManifest } from '../model/manifest.js';
import type { ValuePlace } from '../model/value-table.js';
import type { CompilerAnalysis } from './analyze.js';
import type { BundleInput } from './bundle.js';
import { emitHandler } from './emit.js';
import { emitAuthorizer } from './emit-authorizer.js';
import type { ClassImport, EmitOptions, ValueImport } from './emit-options.js';
import { emitTogether } from './emit-together.js';
import { findClass } from './find-class.js';
import { findRecorded, findValue, type RecordedValue } from './find-value.js';
import { FROM, isSamePackage } from './import-from.js';
import { addedExport, importOf, providedValue } from './imports.js';
import { controllerOf, keptMembers, lineageOf } from './kept-members.js';
import type { BundleOptions } from './options.js';
import type { Expression, StripOptions } from './strip.js';
import type { CompiledDtos } from './validators/compile-dtos.js';
import { linkDtos } from './validators/link-dtos.js';

/** How a function is bundled. */
export interface BundlePlan {
  readonly options: BundleOptions;
  readonly usesCurrentContext: boolean;
  /** Its compiled DTOs; undefined where the libraries make and validate them, or there are none. */
  readonly dtos: CompiledDtos | undefined;
}

/** What all plans of a function have in common. */
export interface FunctionParts {
  readonly target: FunctionManifest;
  /** The routes that it answers; of an authorizer, its own. */
  readonly routes: readonly RouteManifest[];
  readonly controllerFile: string;
  readonly members: ReadonlyMap<string, StripOptions['members']>;
  /** Names of the controllers' classes and their base classes. */
  readonly lineageNames: readonly string[];
}

/** What a function is made of. */
export function functionParts(analysis: CompilerAnalysis, target: FunctionManifest): FunctionParts {
  const { collected, manifest } = analysis;
  const routes = handledRoutes(manifest, target);
  const [first] = routes as [RouteManifest];
  const lineages = routes.flatMap((route) => lineageOf(analysis, controllerOf(analysis, route)));
  return {
    target,
    routes,
    controllerFile: (collected.exports[controllerOf(analysis, first)] as ClassImport).module,
    members: keptMembers(analysis, routes),
    lineageNames: lineages.map(({ source }) => source.node.id?.name ?? 'class'),
  };
}

/** The handler of a function, and what to keep of the modules it is made from. */
export function planBundle(
  analysis: CompilerAnalysis,
  { target, routes, controllerFile, members, lineageNames }: FunctionParts,
  { options, usesCurrentContext, dtos: compiled }: BundlePlan,
): BundleInput {
  const { collected, manifest } = analysis;
  const { id, packaging } = target;
  const [first] = routes as [RouteManifest];
  const exports = new Map<string, Map<string, string>>();
  const values = new Map<string, Map<string, Expression>>();
  const recorded = new Map<string, Set<number>>();
  const importOfValue = (key: string): ValueImport | RecordedValue => {
    const found = findValue(analysis, key);
    if (found === undefined) {
      const place = findClass(analysis, (collected.application.values[key] as ValuePlace).class);
      if (place !== undefined)
        recorded.set(place.module.file, (recorded.get(place.module.file) ?? new Set()).add(place.source.node.start));
      return findRecorded(analysis, key) as RecordedValue;
    }
    const { module, name, node, access } = found;
    values.set(module.file, (values.get(module.file) ?? new Map()).set(name, found));
    return {
      module: relativeModule(controllerFile, { module: module.file }),
      export: name,
      ...(node.type === 'Identifier' && access === undefined ? { name: node.name } : {}),
      ...(access === undefined ? {} : { access }),
    };
  };
  const importClass = (key: string): ClassImport => {
    const from = importOf(analysis, key);
    const binding = findClass(analysis, key)?.source.binding;
    if (binding !== undefined && from.export === addedExport(binding))
      exports.set(from.module, (exports.get(from.module) ?? new Map()).set(binding, from.export));
    return { ...from, module: relativeModule(controllerFile, from) };
  };
  const dtos = compiled && linkDtos(`./${id}.dtos.js`, compiled, importClass);
  const emitOptions: Omit<EmitOptions, 'controller'> = {
    manifest,
    frontDoors: options.frontDoors ?? ['http-api', 'rest-api'],
    usesCurrentContext,
    importOf: (key) => {
      const provided = providedValue(analysis, key);
      // what a provider gives is always found in the source
      return provided === undefined ? importClass(key) : (importOfValue(provided) as ValueImport);
    },
    dtos,
    importOfValue,
  };
  const own = { ...emitOptions, controller: controllerOf(analysis, first) };
  const authorizer = manifest.authorizers?.find(({ name }) => name === target.authorizer);
  const code =
    authorizer !== undefined
      ? emitAuthorizer(first, authorizer, own)
      : packaging === 'route'
        ? emitHandler(first, own)
        : emitTogether(routes, { ...emitOptions, id, controllerOf: (route) => controllerOf(analysis, route) });
  const strip = (file: string): StripOptions => ({
    members: members.get(file) ?? new Map(),
    exports: exports.get(file) ?? new Map(),
    values: values.get(file) ?? new Map(),
    recorded: recorded.get(file) ?? new Set(),
  });
  const classNames = [...new Set([...lineageNames, ...[...exports.values()].flatMap((names) => [...names.keys()])])];
  const strippedFiles = [...new Set([...members.keys(), ...exports.keys(), ...values.keys(), ...recorded.keys()])];
  return { id, code, dtos, classNames, controllerFile, strip, strippedFiles };
}

/** A module as seen from beside the controller, so that a handler's code is the same wherever the project lies. */
function relativeModule(from: string, { module, importer = from }: Pick<ClassImport, 'module' | 'importer'>): string {
  if (!path.isAbsolute(module))
    return isSamePackage(module, from, importer)
      ? module
      : `${module}${FROM}${relativeModule(from, { module: importer })}`;
  const relative = path.relative(path.dirname(from), module).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}
