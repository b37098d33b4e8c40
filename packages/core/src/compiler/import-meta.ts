import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import { PROJECT_FILE } from './project-files.js';

/** Keeps `import.meta.url` and its like, and `__dirname`, those of the source file in a bundle that runs from elsewhere. */
export const sourceLocations = (): Plugin => ({
  name: 'gatewright:source-locations',
  transform: {
    filter: { id: PROJECT_FILE, code: /import\.meta\.|__dirname|__filename/ },
    handler(source, id) {
      const code = new MagicString(source);
      const values: Readonly<Record<string, string>> = {
        'import.meta.url': pathToFileURL(id).href,
        'import.meta.filename': id,
        'import.meta.dirname': path.dirname(id),
        __filename: id,
        __dirname: path.dirname(id),
      };
      for (const match of source.matchAll(/\bimport\.meta\.(?:url|filename|dirname)\b|(?<![.\w$])__(?:file|dir)name\b(?!\s*[=:])/g))
        code.overwrite(match.index, match.index + match[0].length, JSON.stringify(values[match[0]]));
      return { code: code.toString(), map: code.generateMap({ hires: true }) };
    },
  },
});
