import { existsSync } from 'node:fs';
import path from 'node:path';
import type { InputOptions, OutputOptions, RolldownOptions } from 'rolldown';
import { EXTENSION_ALIAS } from './project-files.js';

/**
 * How the project's imports are resolved: by its tsconfig's paths, and for Node.
 *
 * @param mainFields a handler takes a package's ESM build, which can be shaken: with the AWS SDK it is 40 % smaller and loads in
 * half the time; what is only run takes what Node takes
 */
export const resolveOptions = (
  root: string,
  mainFields: readonly string[] = ['main'],
): Pick<RolldownOptions, 'cwd' | 'platform' | 'tsconfig' | 'resolve'> => {
  return {
    cwd: root,
    platform: 'node',
    // found once here, and not for each module again
    tsconfig: nearestTsconfig(root) ?? false,
    resolve: { extensionAlias: EXTENSION_ALIAS, mainFields: [...mainFields] },
  };
};

/** Absolute path of the tsconfig.json that a project's files are understood by. */
export function nearestTsconfig(folder: string): string | undefined {
  const file = path.join(folder, 'tsconfig.json');
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearestTsconfig(parent);
}

/** Decorators are TypeScript's legacy ones whatever the tsconfig says: they alone can stand on parameters. */
export const transformOptions = (emitDecoratorMetadata: boolean): NonNullable<InputOptions['transform']> => ({
  target: 'node20',
  decorator: { legacy: true, emitDecoratorMetadata },
});

/** How a bundle is minified. */
export type Minify = NonNullable<OutputOptions['minify']>;

/** Class names are told to people: in stack traces, in validation messages, by `constructor.name`. */
const KEEP_CLASSES = { class: true, function: false };

/** For code that is bundled again, so that what all bundles share is compressed once. */
export const COMPRESS = { compress: { keepNames: KEEP_CLASSES }, mangle: false, codegen: false } as const;

export const MINIFY = { compress: COMPRESS.compress, mangle: { keepNames: KEEP_CLASSES } };
