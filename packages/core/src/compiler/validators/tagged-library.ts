/**
 * The libraries' index files for the bundle that analysis runs: each decorator factory is exported wrapped, so that an entry of the
 * storage tells which decorator made it. What the library itself calls stays as it is.
 */
import path from 'node:path';
import type { EntryStore } from '../cache/entry-store.js';
import { coreFile } from '../core-file.js';
import { indexNames, OWN } from '../library-modules.js';

const DECORATOR_FILE = /[\\/]decorators?[\\/]/;

/** `IsEmail`, and not the constant `IS_EMAIL`. */
const FACTORY_NAME = /^[A-Z][a-z]/;

/**
 * An index's exports by file, decorator factories through {@link taggedModule}.
 *
 * @param store where the names are kept for later builds
 */
export function taggedIndex(index: string, store?: EntryStore): string {
  return [...indexNames(index, store)]
    .map(([name, file]) => {
      const module = isTagged(name, file) ? `${file}?tagged=${name}` : file === index ? file + OWN : file;
      return `export { ${name} } from ${JSON.stringify(module)};`;
    })
    .join('\n');
}

/** `TransformInstanceToPlain` and its like, which say nothing of a class but change a method. */
const METHOD_DECORATOR = /^Transform[A-Z]/;

/** Whether a name is that of a decorator factory that only writes something down. */
export const isFactoryName = (name: string): boolean => FACTORY_NAME.test(name) && !METHOD_DECORATOR.test(name);

/** Whether an export is a decorator factory, or what makes one. */
export const isTagged = (name: string, file: string): boolean =>
  name === 'registerDecorator' || (DECORATOR_FILE.test(file) && isFactoryName(name));

/** Whether a module wraps a decorator factory. */
export const TAGGED: RegExp = /\?tagged=(\w+)$/;

/** The module that wraps a decorator factory; undefined for another module. */
export function taggedModule(id: string): string | undefined {
  const name = TAGGED.exec(id)?.[1];
  if (name === undefined) return undefined;
  const file = id.replace(TAGGED, '');
  const tags = JSON.stringify(coreFile(path.join('compiler', 'validators', 'tag-decorators.js')));
  const imports = `import { ${name} as original } from ${JSON.stringify(file)};`;
  if (name === 'registerDecorator')
    return `import { tagRegistration } from ${tags};${imports}export const ${name} = tagRegistration(original);`;
  if (/[\\/]class-validator[\\/]/.test(file))
    return `import { tagValidator } from ${tags};${imports}export const ${name} = tagValidator(${JSON.stringify(name)}, original);`;
  const storage = JSON.stringify(path.join(path.dirname(file), '..', 'storage.js'));
  return (
    `import { tagTransformer } from ${tags};import { defaultMetadataStorage } from ${storage};${imports}` +
    `export const ${name} = tagTransformer(${JSON.stringify(name)}, original, defaultMetadataStorage);`
  );
}
