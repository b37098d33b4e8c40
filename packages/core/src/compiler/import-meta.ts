import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Node } from '@oxc-project/types';
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
      const { program } = parseSync(id, source);
      const values: Readonly<Record<string, string>> = {
        'import.meta.url': pathToFileURL(id).href,
        'import.meta.filename': id,
        'import.meta.dirname': path.dirname(id),
        __filename: id,
        __dirname: path.dirname(id),
      };
      const declared = declaredNames(program);
      walk(program, (node, parent) => {
        const name = locationName(node, parent);
        if (name === undefined || declared.has(name) || !Object.hasOwn(values, name)) return true;
        const isShorthand = parent?.type === 'Property' && parent.shorthand;
        code.overwrite(node.start, node.end, `${isShorthand ? `${name}: ` : ''}${JSON.stringify(values[name])}`);
        return false;
      });
      return code.hasChanged()
        ? { code: code.toString(), map: code.generateMap({ hires: 'boundary' }).toString() }
        : undefined;
    },
  },
});

/** `import.meta.x`, or a name that is read. */
function locationName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.type === 'Identifier')
    return `import.meta.${node.property.name}`;
  const isName = node.type === 'Identifier' && !(parent !== undefined && isKey(node, parent));
  return isName ? node.name : undefined;
}

/** Whether a name is that of a property. */
const isKey = (node: Node, parent: Node): boolean =>
  ('key' in parent && parent.key === node && !('computed' in parent && parent.computed)) ||
  (parent.type === 'MemberExpression' && parent.property === node && !parent.computed);

/** Names that a module gives to something of its own, as ES modules do with `const __dirname = ...`. */
function declaredNames(program: Node): Set<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    const id = node.type === 'VariableDeclarator' ? node.id : 'local' in node ? node.local : undefined;
    if (id?.type === 'Identifier') names.add(id.name);
    return true;
  });
  return names;
}
