import path from 'node:path';
import type { Problem } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import type { ModulePlugin } from './join-plugins.js';
import { relativePath } from './project-files.js';
import { locate, type SourceModule } from './source-module.js';
import { walk } from './syntax.js';

/** Where the author's modules are. */
interface Project {
  readonly root: string;
  readonly modules: ReadonlyMap<string, SourceModule>;
}

/** An import, as a module writes it. */
interface WrittenImport {
  readonly specifier: string;
  readonly importer: string;
}

/** Finds native addons, which cannot be bundled, and says what to do with each; the bundle goes on without them. */
export function nativeAddons(problems: Problem[], project: Project): ModulePlugin {
  const imports: WrittenImport[] = [];
  return {
    name: 'gatewright:native-addons',
    resolveId: {
      // of packages, and of addons
      filter: { id: /^[^./\\\0]|\.node$/ },
      handler(specifier, importer) {
        if (importer !== undefined) imports.push({ specifier, importer });
        return null;
      },
    },
    load: {
      filter: { id: /\.node$/ },
      handler(id) {
        problems.push(addonProblem(id, placeOfImport(id, imports, project)));
        return { code: 'module.exports = {};', moduleType: 'js' };
      },
    },
  };
}

function addonProblem(id: string, at: string | undefined): Problem {
  const name = packageOf(id);
  const fix =
    name === undefined
      ? 'put it into a package and list that in nodeModules'
      : `write nodeModules: ['${name}'] (or the package that imports it) to copy it beside the handler`;
  return {
    code: 'NATIVE_ADDON',
    where: name ?? path.basename(id),
    message: `has a native addon (${path.basename(id)}), which cannot be bundled; ${fix}`,
    ...(at === undefined ? {} : { at }),
  };
}

/** The import in a module of the author's that leads to an addon, maybe through packages; undefined where none is known. */
function placeOfImport(id: string, imports: readonly WrittenImport[], { root, modules }: Project): string | undefined {
  const found = authorsImport(id, imports);
  const module = found && modules.get(found.importer);
  if (found === undefined || module === undefined) return undefined;
  let start: number | undefined;
  walk(module.program, (node) => {
    if (node.type === 'Literal' && node['value'] === found.specifier) start ??= node.start;
  });
  return start === undefined ? undefined : placeOf(locate(module, start, relativePath(root, module.file)));
}

function authorsImport(id: string, imports: readonly WrittenImport[]): WrittenImport | undefined {
  const own = imports.filter(({ importer }) => packageOf(importer) === undefined);
  const first = packageOf(id);
  if (first === undefined)
    return own.find(({ specifier, importer }) => path.resolve(path.dirname(importer), specifier) === id);
  const names = new Set([first]);
  // a set is walked in the order of insertion, also what is inserted meanwhile
  for (const name of names) {
    const leads = ({ specifier }: WrittenImport): boolean => specifier === name || specifier.startsWith(`${name}/`);
    const found = own.find(leads);
    if (found !== undefined) return found;
    for (const { importer } of imports.filter(leads)) names.add(packageOf(importer) as string);
  }
  return undefined;
}

/** The package that a file belongs to; undefined for the project's own. */
const packageOf = (file: string): string | undefined =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1]?.replace('\\', '/');
