import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { examples, packages, root } from './workspace.mjs';

const made = /^(dist|coverage|cdk\.out|\.gatewright|.*\.tsbuildinfo|.*\.tgz)$/;

for (const dir of [root, ...packages.map((each) => each.dir), ...examples]) {
  for (const name of readdirSync(dir).filter((entry) => made.test(entry))) rmSync(join(dir, name), { recursive: true });
}
