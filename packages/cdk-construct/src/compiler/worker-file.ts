import { fileURLToPath } from 'node:url';

/** Path of the module that the compiler's process runs, beside this one in both builds. */
export const COMPILE_WORKER_FILE = fileURLToPath(new URL('./worker.js', import.meta.url));
