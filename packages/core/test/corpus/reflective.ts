import path from 'node:path';
import { rolldown } from 'rolldown';
import { commonJsPackages } from '../../src/compiler/commonjs-packages.js';
import { isPackageFile } from '../../src/compiler/project-files.js';
import { resolveOptions, transformOptions } from '../../src/compiler/rolldown-options.js';
import { textImports } from '../../src/compiler/text-imports.js';

/**
 * Bundles controllers as they are, for `createHandler`, and returns the file: nothing is stripped, packages stay outside, and
 * decorators write their metadata, as with any bundler that an application could have.
 */
export async function bundleReflective(root: string, files: readonly string[]): Promise<string> {
  const file = path.join(root, 'reflective', 'index.mjs');
  const build = await rolldown({
    ...resolveOptions(root),
    input: ENTRY,
    external: (id, _importer, isResolved) => isResolved && isPackageFile(id),
    transform: {
      ...transformOptions(true),
      define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    },
    treeshake: false,
    shimMissingExports: true,
    onLog() {},
    experimental: { importAttributes: true },
    plugins: [
      textImports(),
      commonJsPackages(),
      {
        name: 'reflective',
        resolveId: { filter: { id: /^\0reflective$/ }, handler: (id) => id },
        load: { filter: { id: /^\0reflective$/ }, handler: () => entryCode(files) },
      },
    ],
  });
  await build.write({ dir: path.dirname(file), format: 'esm', entryFileNames: 'index.mjs', keepNames: true });
  await build.close();
  return file;
}

const ENTRY = '\0reflective';

const entryCode = (files: readonly string[]): string =>
  [
    `export { createHandler } from '@gatewright/core';`,
    ...files.map((file, index) => `import * as module${index} from ${JSON.stringify(file)};`),
    `export const modules = [${files.map((_, index) => `module${index}`)}];`,
  ].join('\n');
