import { readFile } from 'node:fs/promises';
import type { ModulePlugin } from './join-plugins.js';

const RAW = '?raw';

/** What emitted modules, and what stands for the libraries' index files, import. */
const COMPILER_IMPORTS =
  /^@gatewright\/core\/(?:runtime|validation)(?:\/|$)|[\\/]handlers\.js(?:\?whole)?$|\?(?:own|stubs|rest)$/;

/** Imports of a file's text: `import text from './a.sql' with { type: 'text' }`, or `'./a.sql?raw'` for bundlers that know no attributes. */
export const textImports = (): ModulePlugin => ({
  name: 'gatewright:text-imports',
  resolveId: {
    // attributes cannot be asked for; what the compiler itself imports has none
    filter: { id: { exclude: COMPILER_IMPORTS } },
    async handler(source, importer, { attributes, kind }) {
      if (attributes?.type !== 'text' && !source.endsWith(RAW)) return null;
      const file = source.endsWith(RAW) ? source.slice(0, -RAW.length) : source;
      const resolved = await this.resolve(file, importer, { kind, skipSelf: false });
      return resolved === null ? null : { id: resolved.id + RAW, moduleSideEffects: false };
    },
  },
  load: {
    filter: { id: /\?raw(?:$|&)/ },
    // what follows is the import's attributes
    handler: async (id) => ({
      code: `export default ${JSON.stringify(await readFile(id.slice(0, id.lastIndexOf(RAW)), 'utf8'))};`,
      moduleType: 'js',
    }),
  },
});
