/**
 * Measures the packagings of a CRUD application of fifty routes, side by side with one written by hand: bytes, warm and cold, and
 * how many functions an edit changes. `node benchmarks/packaging.mjs` prints a table; `--quick` measures less often.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '@gatewright/core/compiler';
import { httpApiEvent, lambdaContext } from '@gatewright/core/testing';
import { rolldown } from 'rolldown';
import { CRUD_BY_HAND, CRUD_REQUESTS, writeCrud } from './crud.mjs';

const quick = process.argv.includes('--quick');
const require = createRequire(import.meta.url);
const root = mkdtempSync(path.join(tmpdir(), 'gatewright-packaging-'));
const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

async function buildApp(packaging, options = {}) {
  const started = performance.now();
  const { functions } = await build({
    root,
    controllers: 'src/*.controller.ts',
    outDir: `out-${packaging}`,
    frontDoors: ['http-api'],
    packaging,
    sourceMap: false,
    cache: false,
    ...options,
  });
  return { functions, milliseconds: performance.now() - started };
}

const hashesOf = (functions) =>
  new Map(
    functions.map(({ id, dir, entry }) => [
      id,
      createHash('sha256')
        .update(readFileSync(path.join(dir, entry)))
        .digest('hex'),
    ]),
  );

/** How many functions change when one method of one controller does. */
async function changedByEdit(packaging, before) {
  const file = path.join(root, 'src', 'users.controller.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace("this.store.get('users', id)", "this.store.get('users', id.trim())"));
  const { functions } = await buildApp(packaging);
  writeFileSync(file, source);
  const after = hashesOf(functions);
  return [...before].filter(([id, hash]) => after.get(id) !== hash).length;
}

async function bytesByHand(file) {
  writeFileSync(path.join(root, 'by-hand.mjs'), CRUD_BY_HAND);
  const bundle = await rolldown({ input: path.join(root, 'by-hand.mjs') });
  await bundle.write({ file, format: 'esm', minify: true });
  await bundle.close();
  return statSync(file).size;
}

const events = CRUD_REQUESTS.map(({ template, ...request }) =>
  httpApiEvent(request, { route: { method: request.method, path: template } }),
);

/** Microseconds of an event, over all routes, interleaved round by round. */
async function warm(handlers) {
  const context = lambdaContext();
  const [rounds, calls] = quick ? [7, 300] : [21, 1000];
  const times = handlers.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, handler] of handlers.entries()) {
      const started = performance.now();
      for (let call = 0; call < calls; call++) for (const event of events) await handler(event, context);
      times[index].push(((performance.now() - started) * 1000) / (calls * events.length));
    }
  return times.map((values) => median(values.slice(2)));
}

/** Milliseconds from the import of a module to its first answer, in fresh processes, interleaved. */
function cold(files) {
  const times = files.map(() => []);
  const event = JSON.stringify(events[3]);
  for (let run = 0; run < (quick ? 11 : 41); run++)
    for (const [index, file] of files.entries()) {
      const code = `const started = performance.now(); const { handler } = await import(${JSON.stringify(file)}); await handler(${event}, {}); process.stdout.write(String(performance.now() - started));`;
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
      if (stdout === '') throw new Error(stderr);
      times[index].push(Number(stdout));
    }
  return times.map(median);
}

try {
  mkdirSync(path.join(root, 'node_modules', '@gatewright'), { recursive: true });
  const core = path.dirname(require.resolve('@gatewright/core/package.json'));
  symlinkSync(core, path.join(root, 'node_modules', '@gatewright', 'core'));
  writeCrud(root);
  const byHand = path.join(root, 'by-hand.min.mjs');
  const handBytes = await bytesByHand(byHand);
  const rows = [];
  let app;
  for (const packaging of ['route', 'controller', 'app']) {
    const { functions, milliseconds } = await buildApp(packaging);
    if (packaging === 'app') app = path.join(functions[0].dir, functions[0].entry);
    const bytes = functions.map((each) => each.bytes);
    const total = bytes.reduce((sum, each) => sum + each, 0);
    const changed = await changedByEdit(packaging, hashesOf(functions));
    rows.push([packaging, functions.length, median(bytes), total, changed, Math.round(milliseconds)]);
  }
  const load = async (file) => (await import(file)).handler;
  const [handWarm, appWarm] = await warm([await load(byHand), await load(app)]);
  const [handCold, appCold] = cold([byHand, app]);
  const print = (row) => console.log(`| ${row.join(' | ')} |`);
  print(['packaging', 'functions', 'bytes of one', 'bytes of all', 'changed by one edit', 'build, ms']);
  print(Array.from({ length: 6 }, () => '---'));
  for (const row of rows) print(row);
  console.log(`\nby hand: ${handBytes} bytes, ${handWarm.toFixed(2)} us warm, ${handCold.toFixed(1)} ms cold`);
  const ratio = (appWarm / handWarm).toFixed(2);
  console.log(
    `app: ${ratio} times by hand warm (${appWarm.toFixed(2)} us), ${(appCold - handCold).toFixed(1)} ms over by hand cold`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
