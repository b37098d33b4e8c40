/**
 * A handler imports classes of packages as the modules do that name them. Where such a module sees another package than the
 * controller beside which the handler stands, as in another workspace, the handler's import says whose it is: `clock?from=../b/b.ts`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ModulePlugin } from './join-plugins.js';

/** Marks the module from which a package is to be found. */
export const FROM = '?from=';

/** Whether two modules see the same package. */
export const isSamePackage = (specifier: string, one: string, other: string): boolean =>
  path.dirname(one) === path.dirname(other) ||
  packageFolder(specifier, path.dirname(one)) === packageFolder(specifier, path.dirname(other));

/** The folder that a specifier leads to from another; undefined where it is in none: an alias, or nothing. */
function packageFolder(specifier: string, folder: string): string | undefined {
  const [first, second] = specifier.split('/') as [string, string | undefined];
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  // what begins with # is what the own package.json says
  const found = specifier.startsWith('#') ? path.join(folder, 'package.json') : path.join(folder, 'node_modules', name);
  if (existsSync(found)) return found;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : packageFolder(specifier, parent);
}

/** Finds packages from the modules that imports say. */
export const importsFrom = (): ModulePlugin => ({
  name: 'gatewright:imports-from',
  resolveId: {
    filter: { id: /\?from=/ },
    handler(id, importer, { kind }) {
      const [specifier, from] = id.split(FROM) as [string, string];
      const module = path.resolve(path.dirname(importer as string), from);
      return this.resolve(specifier, module, { kind, skipSelf: false });
    },
  },
});
