/**
 * What class-validator and class-transformer are in the bundle of a route whose DTOs are compiled: decorators that only remember what
 * they were given, and that only where the compiled code asks for it. Everything else is the library's own, so that a bundle that
 * needs it holds it, and tells.
 */
import { indexNames, namedIndex, REST } from '../library-modules.js';
import { isTagged } from './tagged-library.js';

/** Marks an index's decorators, apart from what it exports again. */
export const STUBS = '?stubs';

/**
 * The code of a library's index: names only, so that a bundle loads what it asks for, and no more. Decorators are all that most bundles
 * ask for; the files of the others, a hundred, are not even looked for.
 */
export const stubIndex = (index: string): string =>
  namedIndex(index, (name, file) => index + (isTagged(name, file) ? STUBS : REST));

/** The code of a library's decorators. */
export function stubDecorators(index: string, recalled: ReadonlySet<string>): string {
  const names = [...indexNames(index)];
  const stubs = names.filter(([name, file]) => isTagged(name, file)).map(([name]) => stub(name, recalled));
  return [STUB_IMPORTS, ...stubs].join('\n');
}

function stub(name: string, recalled: ReadonlySet<string>): string {
  if (!recalled.has(name)) return `export const ${name} = forgetter;`;
  const recorder = name === 'registerDecorator' ? 'registration' : `/* @__PURE__ */ recorder(${JSON.stringify(name)})`;
  return `export const ${name} = ${recorder};`;
}

/** What the stubs import of this package. */
export const STUB_IMPORTS =
  'import { copyRecords, forgetter, recorder, registration } from "@gatewright/core/validation/compiled";';

/**
 * Modules in which the libraries interpret or keep what decorators say, or ask the author's container for validators: a bundle that
 * holds one needs the libraries.
 */
export const WITNESS: RegExp =
  /[\\/]class-validator[\\/].*(?:ValidationExecutor|MetadataStorage|container)\b|[\\/]class-transformer[\\/].*(?:TransformOperationExecutor|MetadataStorage)\b|[\\/]class-(?:validator|transformer)[\\/](?:bundles|cjs)[\\/]/;
