/** Where a handler imports classes from, and what has to be exported or kept for that. */
import path from 'node:path';
import { DefinitionError } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import type { CompilerAnalysis } from './analyze.js';
import type { ClassImport } from './handler-module.js';
import { relativePath } from './project-files.js';
import { locate, type SourceClass, type SourceModule } from './source-module.js';

/** A class and the module that declares it. */
interface Place {
  readonly module: SourceModule;
  readonly source: SourceClass;
}

/** The syntax of a class; undefined for one that a package declares. */
export function findClass({ collected, modules }: CompilerAnalysis, key: string): Place | undefined {
  const declared = collected.declared[key];
  const module = declared && modules.get(declared.file);
  const source = declared && module?.classes.get(declared.start);
  return module && source ? { module, source } : undefined;
}

/** The name under which a class that its module does not export is made importable. */
export const addedExport = (name: string): string => `gatewright_${name}`;

/** How a handler imports a class: as its module exports it, or else as it will after the bundle's transform, or from its package. */
export function importOf(analysis: CompilerAnalysis, key: string): ClassImport {
  const exported = analysis.collected.exports[key];
  if (exported !== undefined) return exported;
  const place = findClass(analysis, key);
  if (place === undefined) return importFromPackage(analysis, key) ?? refuseUnreachable(analysis, key, undefined);
  const { module, source } = place;
  if (source.exportName !== undefined) return { module: module.file, export: source.exportName };
  if (!source.topLevel || source.name === undefined) return refuseUnreachable(analysis, key, place);
  return { module: module.file, export: addedExport(source.name) };
}

/** A class of a package is imported as the module that names it in a signature does. */
function importFromPackage({ collected, modules }: CompilerAnalysis, key: string): ClassImport | undefined {
  for (const [owner, names] of Object.entries(collected.references)) {
    const module = modules.get(collected.declared[owner]?.file ?? '');
    for (const [name, target] of Object.entries(names)) {
      const found = target === key ? module?.imports.get(name) : undefined;
      if (module === undefined || found === undefined) continue;
      const specifier = found.specifier.startsWith('.') ? path.resolve(path.dirname(module.file), found.specifier) : found.specifier;
      return { module: specifier, export: found.imported };
    }
  }
  return undefined;
}

function refuseUnreachable({ root }: CompilerAnalysis, key: string, place: Place | undefined): never {
  const at = place && placeOf(locate(place.module, (place.source.node.id ?? place.source.node).start, relativePath(root, place.module.file)));
  const message = 'cannot be imported by a handler, because it is declared inside a function or has no name; declare it at the top level of a module';
  throw new DefinitionError([{ code: 'CLASS_NOT_REACHABLE', where: key, message, ...(at === undefined ? {} : { at }) }]);
}
