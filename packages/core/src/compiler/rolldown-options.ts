import { existsSync } from 'node:fs';
import path from 'node:path';
import type { InputOptions, RolldownOptions } from 'rolldown';
import { EXTENSION_ALIAS } from './project-files.js';

/** How the project's imports are resolved, the same for every bundle of the compiler: by its tsconfig's paths, and for Node. */
export const resolveOptions = (root: string): Pick<RolldownOptions, 'cwd' | 'platform' | 'tsconfig' | 'resolve'> => {
  const tsconfig = path.join(root, 'tsconfig.json');
  return {
    cwd: root,
    platform: 'node',
    tsconfig: existsSync(tsconfig) ? tsconfig : true,
    resolve: { extensionAlias: EXTENSION_ALIAS },
  };
};

/** Decorators are TypeScript's legacy ones whatever the tsconfig says: they alone can stand on parameters. */
export const transformOptions = (emitDecoratorMetadata: boolean): NonNullable<InputOptions['transform']> => ({
  target: 'node20',
  decorator: { legacy: true, emitDecoratorMetadata },
});
