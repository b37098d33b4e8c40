import type { LoadedApplication } from './load-application.js';
import type { ClassPlace, SourceClass, SourceModule } from './source-module.js';

/** The syntax of a class by its key; undefined for one that a package declares. */
export function findClass({ collected, modules }: LoadedApplication, key: string): ClassPlace | undefined {
  const declared = collected.declared[key];
  if (declared === undefined) return undefined;
  // what announced itself was parsed before
  const module = modules.get(declared.file) as SourceModule;
  return { module, source: module.classes.get(declared.start) as SourceClass };
}
