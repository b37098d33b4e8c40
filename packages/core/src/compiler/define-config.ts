import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import { parseSync } from 'rolldown/utils';
import { coreFile } from './core-file.js';
import { PROJECT_FILE } from './project-files.js';

const PACKAGE = '@gatewright/core';

/** Imports `defineConfig` from its own module where a file imports nothing else: all of this package takes 70 ms to load. */
export const ownDefineConfig = (): Plugin => ({
  name: 'gatewright:define-config',
  transform: {
    filter: { id: PROJECT_FILE, code: PACKAGE },
    handler(source, id) {
      const code = new MagicString(source);
      for (const { moduleRequest, entries } of parseSync(id, source).module.staticImports)
        if (
          moduleRequest.value === PACKAGE &&
          entries.length > 0 &&
          entries.every(({ importName, isType }) => isType || importName.name === 'defineConfig')
        )
          code.overwrite(moduleRequest.start, moduleRequest.end, JSON.stringify(coreFile('compiler/config.js')));
      return code.hasChanged() ? { code: code.toString(), map: null } : undefined;
    },
  },
});
