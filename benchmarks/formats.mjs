/**
 * Cold start of the same handlers as ES modules and as CommonJS, side by side, on the Node.js versions whose binaries are named:
 * `node benchmarks/formats.mjs /path/to/node22 /path/to/node24`. What it showed is in docs/design/bundle-per-route.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { coldTimes, table } from './measure.mjs';
import { bundleWork, WORKS } from './peers.mjs';

const RUNS = 61;

/** The same bundle as CommonJS. */
async function toCommonJs(file) {
  const output = path.join(path.dirname(file), 'cjs', 'index.cjs');
  mkdirSync(path.dirname(output), { recursive: true });
  const bundled = await rolldown({ input: file, platform: 'node', logLevel: 'silent' });
  await bundled.write({ file: output, format: 'cjs', minify: true, codeSplitting: false });
  await bundled.close();
  return output;
}

const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-formats-'));
try {
  const rows = [];
  for (const work of WORKS) {
    const [bare, { file }] = await bundleWork(work, folder);
    const files = [bare.file, file, await toCommonJs(file)];
    const [{ event }] = Object.values(work.events);
    for (const node of [process.execPath, ...process.argv.slice(2)]) {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
      const [, esm, cjs] = coldTimes(files, event, { runs: RUNS, node });
      rows.push([work.name, version, esm.toFixed(2), cjs.toFixed(2), (cjs - esm).toFixed(2)]);
    }
  }
  process.stdout.write(
    `${table(['work', 'Node.js', 'ES module, ms', 'CommonJS, ms', 'CommonJS more than ES module'], rows)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
