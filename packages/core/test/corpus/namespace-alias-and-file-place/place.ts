import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
const __filename = fileURLToPath(import.meta.url);
const __dirname = dirname(__filename);
export const place = { __dirname, of: __filename.length > __dirname.length, __filename: 1 }.of;
