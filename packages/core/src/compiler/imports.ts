/** Where a handler imports classes from, and what has to be exported or kept for that. */
import path from 'node:path';
import { DefinitionError } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import type { CompilerAnalysis } from './analyze.js';
import type { ClassImport } from './emit-options.js';
import { findClass } from './find-class.js';
import { relativePath } from './project-files.js';
import { type ClassPlace, locate, type SourceImport } from './source-module.js';

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
  if (source.binding === undefined) return refuseUnreachable(analysis, key, place);
  return { module: module.file, export: addedExport(source.binding) };
}

/** The key of the value that a class of a package is in a provider, where nothing else names it. */
export function providedValue(analysis: CompilerAnalysis, key: string): string | undefined {
  const { exports, provided } = analysis.collected;
  if (exports[key] !== undefined || findClass(analysis, key) !== undefined) return undefined;
  if (importFromPackage(analysis, key) !== undefined) return undefined;
  return Object.keys(provided).find((value) => provided[value]?.class === key);
}

/** A class of a package is imported as the module that names it in a signature does. */
function importFromPackage(analysis: CompilerAnalysis, key: string): ClassImport | undefined {
  for (const [owner, names] of Object.entries(analysis.collected.references)) {
    const { module } = findClass(analysis, owner) as ClassPlace;
    for (const [name, target] of Object.entries(names)) {
      const found = target === key ? readImport(module.imports, name) : undefined;
      if (found === undefined) continue;
      const { specifier } = found;
      const from = specifier.startsWith('.') ? path.resolve(path.dirname(module.file), specifier) : specifier;
      return { module: from, export: found.imported, importer: module.file };
    }
  }
  return undefined;
}

/** What `Clock`, or `clocks.Clock` of an imported namespace, is imported as. */
function readImport(
  imports: ReadonlyMap<string, SourceImport>,
  name: string,
): Pick<SourceImport, 'specifier' | 'imported'> | undefined {
  const [root, member, ...deeper] = name.split('.') as [string, ...string[]];
  const found = imports.get(root);
  if (found === undefined || member === undefined) return found;
  return found.imported === '*' && deeper.length === 0 ? { specifier: found.specifier, imported: member } : undefined;
}

function refuseUnreachable({ root }: CompilerAnalysis, key: string, place: ClassPlace | undefined): never {
  if (place === undefined) {
    const message =
      'cannot be imported by a handler, because it is declared in a package and no constructor or method names it as it is imported; import the class and write @Inject(Class) where it is needed';
    throw new DefinitionError([{ code: 'CLASS_NOT_REACHABLE', where: key, message }]);
  }
  const { module, source } = place;
  const at = placeOf(locate(module, (source.node.id ?? source.node).start, relativePath(root, module.file)));
  const message =
    'cannot be imported by a handler, because it is declared inside a function or has no name; declare it at the top level of a module';
  throw new DefinitionError([{ code: 'CLASS_NOT_REACHABLE', where: key, message, at: at as string }]);
}
