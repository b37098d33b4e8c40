/** How long the whole build takes, and what it costs: cold, unchanged, after an edit, in watch mode. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { writeApplication } from './application.mjs';
import { table } from './measure.mjs';

const require = createRequire(import.meta.url);
const packageFolder = (name) => path.dirname(require.resolve(`${name}/package.json`));
const cli = path.join(packageFolder('@gatewright/cli'), 'bin', 'gatewright.mjs');

const PACKAGES = ['@gatewright/core', '@gatewright/cli', 'class-validator', 'class-transformer'];
const CACHE = path.join('node_modules', '.cache');
const VERDICTS = path.join(CACHE, 'gatewright', 'validators');

/** The section's text. */
export async function buildSection({ quick, folder }) {
  const root = createApplication(folder, 100);
  const runs = quick ? 2 : 5;
  const [cold] = least(runs, () => buildCold(root));
  // in turn, since their difference is told
  const [unchanged, verified] = least(
    runs,
    () => build(root),
    () => {
      setAside(root, VERDICTS);
      return build(root);
    },
  );
  const [edited] = least(runs, () => {
    edit(root);
    return build(root);
  });
  const watched = await watchTimes(root, quick ? 3 : 9);
  const rows = [
    row('100 routes, cold', cold, '2 s'),
    row('100 routes, unchanged', unchanged, ''),
    row('100 routes, one edit', edited, '1 s'),
    ['100 routes, one edit in `gatewright dev`', (Math.min(...watched) / 1000).toFixed(2), '', '', '0.3 s'],
    ...(quick ? [] : [row('1,000 routes, cold', largest(folder, runs), '8 s, 1,500 MB')]),
  ];
  const dtos = countDtos(100);
  const perDto = (1000 * (verified.cpu - unchanged.cpu)) / dtos;
  return [
    '## Build',
    `The whole \`gatewright build\` command in a fresh process, on an application of controllers with five routes each, half of the routes with a DTO (\`benchmarks/application.mjs\`). Seconds are the least of ${runs}; processor seconds are of all its processes and threads, and tell more where a machine has other work: at the end the load was ${loadavg()[0].toFixed(1)}. Memory is the peak of the command's own process.`,
    table(['build', 'seconds', 'processor seconds', 'MB', 'aim'], rows),
    `Comparing compiled DTOs with the libraries takes ${perDto.toFixed(0)} ms of processor time for each of ${dtos} new DTOs, the start of its process included (aim: 150), and nothing for one that is unchanged.`,
  ].join('\n\n');
}

/** Writes an application with packages installed as links. */
function createApplication(folder, routes) {
  const root = path.join(folder, `app-${routes}`);
  mkdirSync(path.join(root, 'node_modules', '@gatewright'), { recursive: true });
  for (const name of PACKAGES) symlinkSync(packageFolder(name), path.join(root, 'node_modules', name));
  writeApplication(root, routes);
  return root;
}

/** Every controller has two DTOs, and every second one a third. */
const countDtos = (routes) => (routes / 5) * 2 + Math.ceil(routes / 10);

/** Moves what earlier builds wrote away: ext4 looks long for room where thousands of files were just deleted, as on no fresh machine. */
function setAside(root, ...names) {
  const aside = mkdtempSync(path.join(root, 'aside-'));
  for (const name of names)
    if (existsSync(path.join(root, name))) renameSync(path.join(root, name), path.join(aside, path.basename(name)));
}

function buildCold(root) {
  setAside(root, CACHE, 'out');
  return build(root);
}

/** Changes one method of one controller. */
function edit(root) {
  const file = path.join(root, 'src', 'items-3.controller.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace(/return this\.items\.list\(.*\);/, `return this.items.list(${Math.random()});`));
}

function largest(folder, runs) {
  const root = createApplication(folder, 1000);
  return least(runs, () => buildCold(root))[0];
}

/** Of several runs of each measurement, in turn, the least of each number. */
function least(runs, ...measurements) {
  const measured = Array.from({ length: runs }, () => measurements.map((measure) => measure()));
  return measurements.map((_, index) => {
    const leastOf = (name) => Math.min(...measured.map((each) => each[index][name]));
    return { wall: leastOf('wall'), cpu: leastOf('cpu'), megabytes: leastOf('megabytes') };
  });
}

const row = (name, { wall, cpu, megabytes }, aim) => [name, wall.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0), aim];

/** Says the peak of the process's memory when it ends. */
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`;

/** Wall and processor time in seconds, and memory, of the whole command in a fresh process. */
function build(root) {
  const command = [process.execPath, '--import', TELL_MEMORY, cli, 'build', '--out', 'out'];
  const start = performance.now();
  // the shell tells what all processes of the command took
  const { stdout, stderr } = spawnSync('sh', ['-c', '"$@" || exit 1; times', 'sh', ...command], {
    cwd: root,
    encoding: 'utf8',
  });
  const wall = (performance.now() - start) / 1000;
  const times = stdout
    .trimEnd()
    .split('\n')
    .at(-1)
    .matchAll(/(\d+)m([\d.]+)s/g);
  const cpu = [...times].reduce((sum, [, minutes, seconds]) => sum + 60 * minutes + Number(seconds), 0);
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  if (cpu === 0 || peak === undefined) throw new Error(stderr);
  return { wall, cpu, megabytes: peak / 1024 };
}

/** Milliseconds that `gatewright dev` says its builds after edits took. */
async function watchTimes(root, edits) {
  const child = spawn(process.execPath, [cli, 'dev', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const times = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const rebuilt = /^Rebuilt in (\d+) ms/.exec(line)?.[1];
    if (rebuilt !== undefined) times.push(Number(rebuilt));
    if (times.length === edits) break;
    if (rebuilt !== undefined || line.startsWith('Local gateway')) setTimeout(() => edit(root), 500);
  }
  child.kill();
  return times;
}
