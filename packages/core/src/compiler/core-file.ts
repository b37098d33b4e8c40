import { createRequire } from 'node:module';
import path from 'node:path';

/** This package's modules, in the build that can be tree-shaken; found by name, so that it is the same from each build. */
export const CORE_MODULES: string = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@gatewright/core/package.json')),
  'dist',
  'esm',
);

/** Absolute path of a module of this package. */
export const coreFile = (name: string): string => path.join(CORE_MODULES, name);
