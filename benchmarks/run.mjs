/**
 * Measures Gatewright side by side with what it replaces, in one run, and writes docs/benchmarks.md.
 *
 * `npm run bench` measures fully, `npm run bench -- --quick` in about a minute.
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '@gatewright/core/compiler';
import { httpApiEvent, lambdaContext } from '@gatewright/core/testing';
import { writeApplication } from './application.mjs';
import { FEATURES, HELLO } from './features.mjs';
import * as handwritten from './handwritten.mjs';

const quick = process.argv.includes('--quick');
const require = createRequire(import.meta.url);
const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-bench-'));
const packageFolder = (name) => path.dirname(require.resolve(`${name}/package.json`));
const cli = path.join(packageFolder('@gatewright/cli'), 'bin', 'gatewright.mjs');

const FRONT_DOORS = [
  ['http-api'],
  ['rest-api'],
  ['function-url'],
  ['alb'],
  ['http-api', 'rest-api'],
  ['http-api', 'rest-api', 'function-url', 'alb'],
];

/** Times of a machine that does other work are no times of ours. */
const machineLoad = () => `a load of ${loadavg()[0].toFixed(1)}`;

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

/** An application with packages installed as links. */
function createApplication(routes) {
  const root = path.join(folder, `app-${routes}`);
  mkdirSync(path.join(root, 'node_modules', '@gatewright'), { recursive: true });
  for (const name of ['@gatewright/core', '@gatewright/cli', 'class-validator', 'class-transformer'])
    symlinkSync(packageFolder(name), path.join(root, 'node_modules', name));
  writeApplication(root, routes);
  return root;
}

/** Wall time in seconds of the whole command in a fresh process. */
function timeBuild(root) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', '--out', 'out'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

const codeFiles = (dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => path.join(dir, name));
const sizeOf = (dir) => codeFiles(dir).reduce((sum, file) => sum + statSync(file).size, 0);
const gzipOf = (dir) => codeFiles(dir).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

/** Invocations per second of handlers, interleaved round by round; the median of the rounds. */
async function throughput(handlers, event) {
  const context = lambdaContext();
  const rounds = quick ? 7 : 15;
  const calls = quick ? 20_000 : 60_000;
  const rates = handlers.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, handler] of handlers.entries()) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) await handler(event, context);
      rates[index].push((calls / (performance.now() - start)) * 1000);
    }
  // the first rounds warm up
  return rates.map((values) => median(values.slice(2)));
}

/** Milliseconds from the start of a module's import to its first answer, in fresh processes, interleaved; the median. */
function coldStart(modules, event) {
  const runs = quick ? 15 : 41;
  const times = modules.map(() => []);
  const script = (file, name) =>
    `const start = performance.now(); const { ${name}: handler } = await import(${JSON.stringify(file)}); await handler(${JSON.stringify(event)}, {}); require('node:fs').writeSync(1, String(performance.now() - start));`;
  for (let run = 0; run < runs; run++)
    for (const [index, [file, name]] of modules.entries()) {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script(file, name).replace("require('node:fs')", "(await import('node:fs'))")],
        { encoding: 'utf8' },
      );
      if (stdout === '') throw new Error(stderr);
      times[index].push(Number(stdout));
    }
  return times.map(median);
}

/** Bytes of the one route of a controller, for front doors. */
async function featureSize(name, source, frontDoors) {
  const root = path.join(folder, 'features', name.replaceAll(/\W+/g, '-'), frontDoors.join('-'));
  mkdirSync(path.join(root, 'src'), { recursive: true });
  writeFileSync(path.join(root, 'src', 'feature.controller.ts'), source);
  const { functions } = await build({ root, controllers: 'src/*.controller.ts', outDir: 'out', frontDoors });
  return sizeOf(functions[0].dir);
}

const integer = (value) => Math.round(value).toLocaleString('en-US');
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

try {
  const small = createApplication(10);
  const large = createApplication(100);
  const repeats = quick ? 3 : 7;
  const builds = [small, large].map((root) => median(Array.from({ length: repeats }, () => timeBuild(root))));

  const { outDir } = await build({
    root: small,
    controllers: 'src/**/*.controller.ts',
    outDir: 'http-api',
    frontDoors: ['http-api'],
  });
  const functionDir = (id) => path.join(outDir, 'functions', id);
  const load = async (id) => (await import(path.join(functionDir(id), 'index.mjs'))).handler;
  const get = {
    id: 'Items0Controller.get',
    event: httpApiEvent({ method: 'GET', path: '/items-0/7' }, { route: { method: 'GET', path: '/items-0/{id}' } }),
    bare: 'get',
  };
  const create = {
    id: 'Items0Controller.create',
    event: httpApiEvent({
      method: 'POST',
      path: '/items-0',
      body: { name: 'Ann', email: 'ann@example.com', age: 30, tags: ['a', 'b'] },
    }),
    bare: 'create',
  };

  const rows = [];
  for (const { id, event, bare } of [get, create]) {
    const [own, compiled] = await throughput([handwritten[bare], await load(id)], event);
    const [ownCold, cold] = coldStart(
      [
        [path.join(import.meta.dirname, 'handwritten.mjs'), bare],
        [path.join(functionDir(id), 'index.mjs'), 'handler'],
      ],
      event,
    );
    rows.push([
      `${id.split('.')[1] === 'get' ? 'GET without DTO' : 'POST with DTO'}`,
      integer(sizeOf(functionDir(id))),
      integer(gzipOf(functionDir(id))),
      integer(compiled),
      integer(own),
      (own / compiled).toFixed(1),
      (cold - ownCold).toFixed(1),
    ]);
  }

  // what resolves packages is a link beside the features' folders
  symlinkSync(path.join(small, 'node_modules'), path.join(folder, 'node_modules'));
  const hello = await featureSize('hello', HELLO, ['http-api']);
  const features = [];
  for (const [name, source] of FEATURES) {
    const bytes = await featureSize(name, source, ['http-api']);
    features.push([name, integer(bytes), integer(bytes - hello)]);
  }
  const doors = [];
  for (const frontDoors of FRONT_DOORS)
    doors.push([frontDoors.join(', '), integer(await featureSize('hello', HELLO, frontDoors))]);

  const page = [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Everything is measured side by side in one run; machines differ and are noisy, so only the ratios mean much.',
    `This run: Node ${process.versions.node}, medians; ${machineLoad()} on ${availableParallelism()} processors at the end.`,
    '',
    '## Handlers',
    '',
    'A compiled handler of a HTTP API beside one written by hand for the same route (`benchmarks/handwritten.mjs`). A DTO is validated',
    'by the real class-validator and class-transformer. Cold is the time from the import of the module to its first answer, in fresh processes.',
    '',
    table(
      [
        'route',
        'bytes, minified',
        'bytes, gzip',
        'events/s',
        'events/s by hand',
        'warm, times by hand',
        'cold, ms over by hand',
      ],
      rows,
    ),
    '',
    '## What each feature adds',
    '',
    'Minified bytes of a route that returns a string and has one feature more (`benchmarks/features.mjs`), for an HTTP API. The route without',
    `any of them, with answers to errors and their logging, has ${integer(hello)}. What a route does not use is not in its bundle.`,
    '',
    table(['feature', 'bytes', 'more than without'], features),
    '',
    'The same route without a feature, by the front doors it is compiled for:',
    '',
    table(['front doors', 'bytes'], doors),
    '',
    '## Build',
    '',
    'The whole `gatewright build` command on an application of controllers with five routes each, half of the routes with a DTO (`benchmarks/application.mjs`).',
    '',
    table(
      ['routes', 'seconds'],
      [
        ['10', builds[0].toFixed(2)],
        ['100', builds[1].toFixed(2)],
      ],
    ),
    '',
  ].join('\n');
  process.stdout.write(page);
  writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'benchmarks.md'), page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
