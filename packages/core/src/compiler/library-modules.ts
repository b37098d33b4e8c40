/** Reads the modules of class-validator's and class-transformer's ESM builds, which both begin with `esm2015/index.js`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from 'rolldown';
import { parseSync } from 'rolldown/utils';
import type { EntryStore } from './cache/entry-store.js';
import { hashFolder, hashOf } from './cache/input-state.js';

/** Marks an index file's own functions, apart from what it exports again. */
export const OWN = '?own';

/** The code of a module; of an index marked as {@link OWN}, without what it exports again. */
export const libraryCode = (id: string): string =>
  id.endsWith(OWN)
    ? readFileSync(id.slice(0, -OWN.length), 'utf8').replace(/^export \* from .*$/gm, '')
    : readFileSync(id, 'utf8');

/** Marks the names of an index that a bundle is not expected to ask for. */
export const REST = '?rest';

/**
 * An index as named exports: `export *` must load all that it names, a named export loads its own module only.
 *
 * @param moduleOf the module that has a name; the file that declares it, if not given
 */
export function namedIndex(
  index: string,
  moduleOf: (name: string, file: string) => string = (_, file) => (file === index ? file + OWN : file),
): string {
  const names = new Map<string, string[]>();
  for (const [name, file] of indexNames(index)) {
    const from = moduleOf(name, file);
    names.set(from, [...(names.get(from) ?? []), name]);
  }
  return [...names].map(([file, list]) => `export { ${list.join(', ')} } from ${JSON.stringify(file)};`).join('\n');
}

const indexes = new Map<string, { readonly hash: string; readonly names: ReadonlyMap<string, string> }>();

/**
 * The names that a library's index exports, each with the file that declares it.
 *
 * @param store where they are kept for later builds: to parse a hundred modules takes 50 ms
 */
export function indexNames(index: string, store?: EntryStore): ReadonlyMap<string, string> {
  const folder = path.dirname(index);
  const hash = hashFolder(folder);
  const known = indexes.get(index);
  if (known?.hash === hash) return known.names;
  // what reads them is a part of the key
  const key = hashOf([hash, VERSION, exportedNames, moduleFile].join(' '));
  const kept = store?.read(key) as readonly (readonly [name: string, file: string])[] | undefined;
  const names = kept
    ? new Map(kept.map(([name, file]) => [name, path.join(folder, file)]))
    : exportedNames(index, new Map());
  indexes.set(index, { hash, names });
  if (!kept)
    store?.write(
      key,
      Array.from(names, ([name, file]) => [name, path.relative(folder, file)]),
    );
  return names;
}

/** The names that a module exports, each with the file that declares it. */
function exportedNames(
  file: string,
  names: Map<string, string>,
  { staticExports } = parseSync(file, readFileSync(file, 'utf8')).module,
): Map<string, string> {
  for (const { entries } of staticExports)
    for (const { moduleRequest, importName, exportName } of entries) {
      if (moduleRequest !== null && importName.kind === 'AllButDefault')
        exportedNames(moduleFile(file, moduleRequest.value), names);
      else if (exportName.name !== null && !names.has(exportName.name)) names.set(exportName.name, file);
    }
  return names;
}

/** The modules that a module needs by relative imports, itself included, with the names each exports. */
export function moduleClosure(id: string, known: Map<string, readonly string[]>): Map<string, readonly string[]> {
  if (known.has(id)) return known;
  known.set(id, []);
  const file = id.replace(OWN, '');
  const { module } = parseSync(file, libraryCode(id));
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  for (const specifier of new Set(specifiers))
    if (specifier.startsWith('.')) moduleClosure(moduleFile(id, specifier), known);
  const names = [...exportedNames(file, new Map(), module)].filter(([, from]) => from === file || !id.endsWith(OWN));
  known.set(
    id,
    names.map(([name]) => name),
  );
  return known;
}

function moduleFile(from: string, specifier: string): string {
  const file = path.resolve(path.dirname(from), specifier);
  const candidates = [file, `${file}.js`, path.join(file, 'index.js')];
  return candidates.find((candidate) => candidate.endsWith('.js') && existsSync(candidate)) ?? file;
}
