/**
 * Measures a synth: resources for each route, bytes of templates and seconds, for 10 to 1,000 routes, beside CDK's RestApi with a
 * NodejsFunction for each route as most people write it. Writes docs/benchmarks-synth.md.
 *
 * `npm run bench:synth`; `--quick` stops at 100 routes; `--peer` lets the peer have as many routes as one stack holds.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

const flags = new Set(process.argv.slice(2));
const root = path.join(import.meta.dirname, '..');
const worker = path.join(import.meta.dirname, 'synth-worker.mjs');
const ROUTES_OF_A_CONTROLLER = 5;

/** Which construct, with which props, for how many routes. */
const OURS = [
  ...[10, 50].map((routes) => ({ construct: 'ControllerHttpApi', routes, stacks: 'one', packaging: 'route' })),
  ...[100, 300].map((routes) => ({
    construct: 'ControllerHttpApi',
    routes,
    stacks: 'per-controller',
    packaging: 'route',
  })),
  { construct: 'ControllerHttpApi', routes: 1000, stacks: 'per-controller', packaging: 'controller' },
  ...[10, 100].map((routes) => ({ construct: 'ControllerRestApi', routes, stacks: 'one', packaging: 'route' })),
  ...[300, 400].map((routes) => ({
    construct: 'ControllerRestApi',
    routes,
    stacks: 'per-controller',
    packaging: 'route',
  })),
  { construct: 'ControllerRestApi', routes: 1000, stacks: 'per-controller', packaging: 'controller' },
  { construct: 'ControllerFunctionUrl', routes: 100, stacks: 'one', packaging: 'app' },
];
const PEER = (flags.has('--peer') ? [10, 77] : [10]).map((routes) => ({
  construct: 'peer',
  routes,
  stacks: 'one',
  packaging: 'route',
}));

const rows = [...OURS, ...PEER].filter(({ routes }) => !flags.has('--quick') || routes <= 100).map(measure);
writeFileSync(path.join(root, 'docs', 'benchmarks-synth.md'), page(rows));
console.log(page(rows));

/** One synth in a process of its own, in an application of its own; then another, with what the first has left in the cache. */
function measure(task) {
  const folder = writeApplication(task.routes);
  try {
    const first = run(folder, task);
    const again = run(folder, task);
    return { ...task, ...first, again: again.seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder, task) {
  const outdir = path.join(folder, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [worker, JSON.stringify({ ...task, outdir })], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CDK_VALIDATION: 'false', CDK_DISABLE_VERSION_CHECK: '1' },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${JSON.stringify(task)}: ${stderr}`);
  const templates = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
  const texts = templates.map((name) => readFileSync(path.join(outdir, name), 'utf8'));
  const counts = texts.map((text) => Object.keys(JSON.parse(text).Resources).length);
  return {
    seconds,
    templates: templates.length,
    resources: counts.reduce((sum, count) => sum + count, 0),
    largest: Math.max(...counts),
    bytes: Math.max(...texts.map((text) => text.length)),
  };
}

/** An application of controllers with five routes each; every fifth route has a DTO. The peer has a handler file for each route. */
function writeApplication(routes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-synth-'));
  // a folder of its own, so that the first synth finds nothing in the cache
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => each !== '.cache'))
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  mkdirSync(path.join(folder, 'src'));
  mkdirSync(path.join(folder, 'handlers'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "experimentalDecorators": true } }');
  writeFileSync(path.join(folder, 'package-lock.json'), '{ "lockfileVersion": 3 }');
  for (let part = 0; part * ROUTES_OF_A_CONTROLLER < routes; part++)
    writeFileSync(path.join(folder, 'src', `part${part}.controller.ts`), controller(part));
  for (let index = 0; index < routes; index++)
    writeFileSync(path.join(folder, 'handlers', `handler${index}.ts`), handler(index));
  return folder;
}

function controller(part) {
  return `import { Body, Controller, Get, Param, Post } from '@gatewright/core';
import { IsString } from 'class-validator';
export class Create${part} { @IsString() title!: string; }
@Controller('/part${part}')
export class Part${part}Controller {
  @Post() create(@Body() input: Create${part}): Create${part} { return input; }
  @Get() list(): string[] { return []; }
  @Get('/:id') get(@Param() id: string): { id: string } { return { id }; }
  @Get('/:id/parent') parent(@Param() id: string): { id: string } { return { id }; }
  @Get('/:id/children') children(@Param() id: string): string[] { return [id]; }
}
`;
}

function handler(index) {
  if (index % ROUTES_OF_A_CONTROLLER !== 0)
    return `export const handler = async (event: { pathParameters?: object }) =>
  ({ statusCode: 200, body: JSON.stringify(event.pathParameters ?? []) });
`;
  return `import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsString, validate } from 'class-validator';
class Create { @IsString() title!: string; }
export const handler = async (event: { body: string }) => {
  const failures = await validate(plainToInstance(Create, JSON.parse(event.body)));
  return failures.length > 0 ? { statusCode: 400, body: '' } : { statusCode: 201, body: event.body };
};
`;
}

function page(measured) {
  const { version } = createRequire(import.meta.url)('aws-cdk-lib/package.json');
  const lines = measured.map((row) => {
    const name = row.construct === 'peer' ? '`RestApi` + `NodejsFunction`' : `\`${row.construct}\``;
    const layout = [row.packaging === 'route' ? [] : [row.packaging], row.stacks === 'one' ? [] : [row.stacks]].flat();
    return `| ${name} | ${row.routes} | ${layout.join(', ')} | ${(row.resources / row.routes).toFixed(1)} | ${row.largest} | ${row.templates} | ${Math.round(row.bytes / 1024)} KB | ${row.seconds.toFixed(1)} | ${row.again.toFixed(1)} |`;
  });
  return `# Benchmarks of a synth

Written by \`node benchmarks/synth.mjs\`. Node ${process.versions.node}, aws-cdk-lib ${version}; a load of ${loadavg()[0].toFixed(1)} at the end. Seconds are of the
whole process of a CDK app: loading CDK, analysing and bundling all handlers, writing templates and assets; "again" is a second synth,
with the first one's cache. CDK's validation is off. Every fifth route validates a DTO. The template is the largest of the app;
CloudFormation takes 1 MB and 500 resources. \`RestApi\` with a \`NodejsFunction\` for each route is CDK as most people write it; it stops at 77 routes.

| construct | routes | packaging, stacks | resources for each route | resources of the largest stack | templates | largest template | seconds | again |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
