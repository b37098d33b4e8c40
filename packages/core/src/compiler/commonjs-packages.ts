import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { isPackageFile } from './project-files.js';

const PREFIX = '\0commonjs:';

/**
 * Gives modules that are only loaded, with packages outside of the bundle, the same view of CommonJS packages as handlers that have them
 * inside: what the default import is, which names there are, and that a package runs where it is imported, not before everything else.
 */
export const commonJsPackages = (): Plugin => ({
  name: 'gatewright:commonjs-packages',
  resolveId: {
    filter: { id: /^(?!node:|@gatewright\/|class-validator$|class-transformer$)[\w@]|^\0commonjs:/ },
    async handler(source, importer, { kind }) {
      if (source.startsWith(PREFIX)) return source;
      if (kind === 'require-call' || importer === undefined) return null;
      const resolved = await this.resolve(source, importer, { kind, skipSelf: true });
      if (resolved === null || !path.isAbsolute(resolved.id) || !isPackageFile(resolved.id)) return resolved;
      return isCommonJs(resolved.id) ? PREFIX + resolved.id : resolved;
    },
  },
  load: {
    filter: { id: /^\0commonjs:/ },
    handler: (id) => ({
      code: `module.exports = require(${JSON.stringify(id.slice(PREFIX.length))});`,
      moduleType: 'js',
    }),
  },
});

/** What Node.js takes a package's file for. */
function isCommonJs(file: string): boolean {
  const extension = path.extname(file);
  if (extension !== '.js') return extension === '.cjs';
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type !== 'module';
  }
  return true;
}
