import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltFunction } from '@gatewright/core/compiler';

/** A function and its size. */
export interface FunctionSize {
  readonly id: string;
  /** Bytes of its code. */
  readonly bytes: number;
  /** Bytes of its code after gzip. */
  readonly gzip: number;
  readonly validation: BuiltFunction['validation'];
}

/** The size of a built function, source maps left out. */
export const functionSize = ({ id, dir, bytes, validation }: BuiltFunction): FunctionSize => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.map'),
  );
  const gzip = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(file.parentPath, file.name))).length, 0);
  return { id, bytes, gzip, validation };
};
