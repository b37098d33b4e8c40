/**
 * Sends random and mutated events to the application in packages/core/test/fuzz/application, compiled for each front door:
 * nothing may throw or hang, every result must be one that the front door can send, and valid events must not make the heap grow.
 *
 * `npm run fuzz` sends 100,000 events of each kind through each front door; `-- --count 5000 --seed 7 --door alb` others.
 * `npm run fuzz -- --dto` compares compiled DTOs with the validation libraries instead, a million inputs, or `--count`.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from '@gatewright/core/compiler';
import { fuzzDtos } from './fuzz-dtos.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    dto: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    door: { type: 'string', multiple: true, default: ['rest-api', 'http-api', 'function-url', 'alb'] },
    recorded: { type: 'string', default: path.join(import.meta.dirname, '../../shared/fixtures/events') },
  },
});
if (values.dto) process.exit(fuzzDtos({ count: Number(values.count ?? 1_000_000), seed: Number(values.seed) }) ? 0 : 1);
const count = Number(values.count ?? 100_000);
// a busy machine alone stops a process for a second or two
const HANG = 5000;
const GROWTH = 2_000_000;

const root = path.join(import.meta.dirname, '../packages/core/test/fuzz/application');
const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-fuzz-'));
const recorded = existsSync(values.recorded)
  ? readdirSync(values.recorded, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(apigw|alb|lambda\/|api-gateway|apigateway|alb-|function-url).*\.json$/.test(name))
      .map((name) => path.join(values.recorded, name))
  : [];

const megabytes = (bytes) => (bytes / 1e6).toFixed(2);
const list = (counts, limit = 12) =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .slice(0, limit)
    .map(([name, times]) => `    ${times} x ${name}`)
    .join('\n');

/** Runs one front door; what hangs is told with the number of its event, which the seed gives again. */
function run(door, functions) {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { door, functions, seed: Number(values.seed), count, recorded, progress };
  const worker = new Worker(new URL('./fuzz-worker.mjs', import.meta.url), { workerData });
  return new Promise((resolve) => {
    let last = 0;
    let since = Date.now();
    const guard = setInterval(() => {
      const current = Atomics.load(progress, 0);
      if (current !== last || current === 0) {
        last = current;
        since = Date.now();
      } else if (Date.now() - since > HANG)
        end({ door, failures: [{ number: current, wrong: `hangs for ${HANG} ms` }] });
    }, 100);
    const end = (report) => {
      clearInterval(guard);
      void worker.terminate();
      resolve(report);
    };
    worker.on('message', end);
    worker.on('error', (error) => end({ door, failures: [{ wrong: `the worker died: ${error?.stack ?? error}` }] }));
  });
}

let failed = false;
try {
  for (const door of values.door) {
    const outDir = path.join(folder, door);
    const { functions } = await build({ root, controllers: '*.controller.ts', outDir, frontDoors: [door] });
    const report = await run(
      door,
      functions.map(({ id, dir, entry }) => [id, path.join(dir, entry)]),
    );
    console.log(`${door}, ${functions.length} functions, seed ${values.seed}`);
    for (const { number, id = '', wrong, event = '' } of report.failures)
      console.log(`  FAILED: event ${number} ${id} ${wrong}\n    ${event}`);
    failed ||= report.failures.length > 0;
    if (report.fuzzed === undefined) continue;
    const { seconds, slowest, fuzzed, valid, before, after } = report;
    console.log(
      `  ${count} random events in ${seconds.toFixed(1)} s, the slowest (${slowest.number}, ${slowest.id}) in ${slowest.time.toFixed(0)} ms`,
    );
    console.log(`  statuses ${JSON.stringify(fuzzed.statuses)}; ${fuzzed.logs} errors logged:\n${list(fuzzed.logged)}`);
    console.log(
      `  ${count} valid events: statuses ${JSON.stringify(valid.statuses)}; errors logged:\n${list(valid.logged)}`,
    );
    console.log(`  heap ${megabytes(before)} MB before them, ${megabytes(after)} MB after`);
    if (after - before > GROWTH) {
      failed = true;
      console.log('  FAILED: the heap has grown');
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed ? 'FAILED' : 'passed');
process.exitCode = failed ? 1 : 0;
