import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import { parseSync } from 'rolldown/utils';
import { PROJECT_FILE } from './project-files.js';
import { walk } from './syntax.js';

/** Keeps `import.meta.url` and its like, and `__dirname`, those of the source file in a bundle that runs from elsewhere. */
export const sourceLocations = (): Plugin => ({
  name: 'gatewright:source-locations',
  transform: {
    filter: { id: PROJECT_FILE, code: /import\.meta\.|__dirname|__filename/ },
    handler(source, id) {
      const code = new MagicString(source);
      const values: Readonly<Record<string, string>> = {
        url: pathToFileURL(id).href,
        filename: id,
        dirname: path.dirname(id),
        __filename: id,
        __dirname: path.dirname(id),
      };
      walk(parseSync(id, source).program, (node) => {
        const isMeta = node.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.type === 'Identifier';
        const name = isMeta ? (node.property as { name: string }).name : node.type === 'Identifier' && node.name.startsWith('__') ? node.name : '';
        if (Object.hasOwn(values, name)) code.overwrite(node.start, node.end, JSON.stringify(values[name]));
        return !isMeta;
      });
      return code.hasChanged() ? { code: code.toString(), map: code.generateMap({ hires: 'boundary' }).toString() } : undefined;
    },
  },
});
