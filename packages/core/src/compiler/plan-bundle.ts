/** Plans a function's bundle: its handler's module, and what is kept of the modules that it is made from. */
import path from 'node:path';
import type { FunctionManifest, RouteManifest } from '../model/manifest.js';
import type { CompilerAnalysis } from './analyze.js';
import type { BundleInput } from './bundle.js';
import { emitHandler } from './emit.js';
import { emitTogether } from './emit-together.js';
import { findClass } from './find-class.js';
import { type FoundValue, findValue } from './find-value.js';
import type { ClassImport, EmitOptions, ValueImport } from './handler-module.js';
import { addedExport, importOf, providedValue } from './imports.js';
import type { BundleOptions } from './options.js';
import { reachableMembers } from './reachable-members.js';
import type { Expression, StripOptions } from './strip.js';

/** The handler of a function, and what to keep of the modules it is made from. */
export function planBundle(
  analysis: CompilerAnalysis,
  { id, routes: ids, packaging }: FunctionManifest,
  options: BundleOptions,
  usesCurrentContext: boolean,
): BundleInput {
  const { collected, manifest } = analysis;
  const routes = manifest.routes.filter((route) => ids.includes(route.id));
  const [first] = routes as [RouteManifest];
  const controllerFile = (collected.exports[controllerOf(analysis, first)] as ClassImport).module;
  const exports = new Map<string, Map<string, string>>();
  const values = new Map<string, Map<string, Expression>>();
  const importOfValue = (key: string): ValueImport => {
    const found = findValue(analysis, key) as FoundValue;
    const { module, name, node, access } = found;
    values.set(module.file, (values.get(module.file) ?? new Map()).set(name, found));
    return {
      module: relativeModule(controllerFile, module.file),
      export: name,
      ...(node.type === 'Identifier' && access === undefined ? { name: node.name } : {}),
      ...(access === undefined ? {} : { access }),
    };
  };
  const emitOptions: Omit<EmitOptions, 'controller'> = {
    manifest,
    frontDoors: options.frontDoors ?? ['http-api', 'rest-api'],
    usesCurrentContext,
    importOf: (key) => {
      const provided = providedValue(analysis, key);
      if (provided !== undefined) return importOfValue(provided);
      const from = importOf(analysis, key);
      const binding = findClass(analysis, key)?.source.binding;
      if (binding !== undefined && from.export === addedExport(binding))
        exports.set(from.module, (exports.get(from.module) ?? new Map()).set(binding, from.export));
      return { ...from, module: relativeModule(controllerFile, from.module) };
    },
    importOfValue,
  };
  const code =
    packaging === 'route'
      ? emitHandler(first, { ...emitOptions, controller: controllerOf(analysis, first) })
      : emitTogether(routes, { ...emitOptions, id, controllerOf: (route) => controllerOf(analysis, route) });
  const members = keptMembers(analysis, routes);
  const strip = (file: string): StripOptions => ({
    members: members.get(file) ?? new Map(),
    exports: exports.get(file) ?? new Map(),
    values: values.get(file) ?? new Map(),
  });
  const addedExports = [...exports.values()].flatMap((names) => [...names.keys()]);
  const strippedFiles = [...new Set([...members.keys(), ...exports.keys(), ...values.keys()])];
  return { id, code, addedExports, controllerFile, strip, strippedFiles };
}

/** The key of a route's controller; two controllers of one name were refused. */
const controllerOf = ({ collected }: CompilerAnalysis, route: RouteManifest): string =>
  Object.keys(collected.exports).find((key) => collected.application.classes[key]?.name === route.controller) as string;

/** A module as seen from beside the controller, so that a handler's code is the same wherever the project lies. */
function relativeModule(from: string, module: string): string {
  if (!path.isAbsolute(module)) return module;
  const relative = path.relative(path.dirname(from), module).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** The members to keep of the controllers' classes and their base classes, by file and the class's offset. */
function keptMembers(
  analysis: CompilerAnalysis,
  routes: readonly RouteManifest[],
): Map<string, StripOptions['members']> {
  const members = new Map<string, Map<number, ReadonlySet<string> | 'all'>>();
  for (const route of routes) {
    const keys = analysis.collected.lineages[controllerOf(analysis, route)] as readonly string[];
    const lineage = keys.flatMap((key) => findClass(analysis, key) ?? []);
    // what a base class of a package calls on this is not known
    const kept = lineage.length < keys.length ? 'all' : reachableMembers(lineage, route.controllerMethod);
    for (const { module, source } of lineage) {
      const classes = members.get(module.file) ?? new Map();
      members.set(module.file, classes.set(source.node.start, together(classes.get(source.node.start), kept)));
    }
  }
  return members;
}

/** The members that either needs. */
const together = (
  some: ReadonlySet<string> | 'all' | undefined,
  others: ReadonlySet<string> | 'all',
): ReadonlySet<string> | 'all' => (some === 'all' || others === 'all' ? 'all' : new Set([...(some ?? []), ...others]));
