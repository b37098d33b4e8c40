import path from 'node:path';
import type { Problem } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import { moduleOrigin } from './explain/module-origin.js';
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
        problems.push(addonProblem(id, imports, project));
        return { code: 'module.exports = {};', moduleType: 'js' };
      },
    },
  };
}

function addonProblem(id: string, imports: readonly WrittenImport[], project: Project): Problem {
  const { name } = moduleOrigin(id, project.root);
  const at = placeOfImport(id, imports, project);
  const fix =
    name === ''
      ? 'put it into a package and list that in nodeModules'
      : `write nodeModules: ['${name}'] (or the package that imports it) to copy it beside the handler`;
  return {
    code: 'NATIVE_ADDON',
    where: name || path.basename(id),
    message: `has a native addon (${path.basename(id)}), which cannot be bundled; ${fix}`,
    ...(at === undefined ? {} : { at }),
  };
}

/** The import in a module of the author's that leads to an addon, maybe through packages; undefined where none is known. */
function placeOfImport(id: string, imports: readonly WrittenImport[], project: Project): string | undefined {
  const found = authorsImport(id, imports, project);
  if (found === undefined) return undefined;
  const module = project.modules.get(found.importer) as SourceModule;
  let start: number | undefined;
  walk(module.program, (node) => {
    if (node.type === 'Literal' && node['value'] === found.specifier) start ??= node.start;
  });
  return start === undefined ? undefined : placeOf(locate(module, start, relativePath(project.root, module.file)));
}

function authorsImport(
  id: string,
  imports: readonly WrittenImport[],
  { root, modules }: Project,
): WrittenImport | undefined {
  const own = imports.filter(({ importer }) => modules.has(importer));
  const first = moduleOrigin(id, root).name;
  if (first === '')
    return own.find(({ specifier, importer }) => path.resolve(path.dirname(importer), specifier) === id);
  const names = new Set([first]);
  // a set is walked in the order of insertion, also what is inserted meanwhile
  for (const name of names) {
    const leads = ({ specifier }: WrittenImport): boolean => specifier === name || specifier.startsWith(`${name}/`);
    const found = own.find(leads);
    if (found !== undefined) return found;
    for (const { importer } of imports.filter(leads)) names.add(moduleOrigin(importer, root).name);
  }
  return undefined;
}
