import path from 'node:path';
import type { Problem } from '../errors/definition-error.js';
import type { ModulePlugin } from './join-plugins.js';

/** Finds native addons, which cannot be bundled, and says what to do with each; the bundle goes on without them. */
export const nativeAddons = (problems: Problem[]): ModulePlugin => ({
  name: 'gatewright:native-addons',
  load: {
    filter: { id: /\.node$/ },
    handler(id) {
      const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replace('\\', '/');
      problems.push({
        code: 'NATIVE_ADDON',
        where: name ?? path.basename(id),
        message: `has a native addon (${path.basename(id)}), which cannot be bundled; ${
          name === undefined
            ? 'put it into a package and list that in nodeModules'
            : `write nodeModules: ['${name}'] (or the package that imports it) to copy it beside the handler`
        }`,
      });
      return { code: 'module.exports = {};', moduleType: 'js' };
    },
  },
});
