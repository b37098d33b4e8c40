import { createRequire } from 'node:module';
import path from 'node:path';

/** This package's folder, found by its own name so that it is the same from each of its builds. */
export const CORE_FOLDER: string = path.dirname(createRequire(import.meta.url).resolve('@gatewright/core/package.json'));

/** Absolute path of a module of this package, in the build that can be tree-shaken. */
export const coreFile = (name: string): string => path.join(CORE_FOLDER, 'dist', 'esm', name);
