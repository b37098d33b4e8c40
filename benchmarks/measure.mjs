/** How the benchmarks measure: side by side, interleaved, medians. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

const codeFiles = (dir) =>
  readdirSync(dir, { recursive: true })
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => path.join(dir, name));

/** Bytes of the code in a function's folder. */
export const sizeOf = (dir) => codeFiles(dir).reduce((sum, file) => sum + statSync(file).size, 0);
export const gzipOf = (dir) => codeFiles(dir).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

/**
 * Microseconds of processor and waiting time that a call of each handler takes, interleaved round by round: the median of the rounds.
 * A round lasts about as long for each, so that slow handlers do not take all the time.
 */
export async function warmTimes(handlers, event, { rounds, milliseconds }) {
  const times = handlers.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, handler] of handlers.entries()) times[index].push(await roundOf(handler, event, milliseconds));
  // the first rounds warm up
  return times.map((values) => median(values.slice(2)));
}

async function roundOf(handler, event, milliseconds) {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let call = 0; call < 50; call++) await handler(freshEvent(event), CONTEXT);
    calls += 50;
    elapsed = performance.now() - start;
  }
  return (elapsed / calls) * 1000;
}

/** Some peers write into the event; Lambda gives each invocation one of its own. */
const freshEvent = (event) => ({ ...event, headers: { ...event.headers } });

const CONTEXT = { awsRequestId: 'benchmark', functionName: 'benchmark', getRemainingTimeInMillis: () => 30_000 };

/** Milliseconds from the start of a module's import to its first answer, in fresh processes, interleaved: the medians. */
export function coldTimes(files, event, { runs, node = process.execPath }) {
  const times = files.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [index, file] of files.entries()) times[index].push(coldTime(file, event, node));
  return times.map(median);
}

function coldTime(file, event, node) {
  // as Lambda's run time, an ES module itself, loads the one and the other
  const load = file.endsWith('.cjs')
    ? `require(${JSON.stringify(file)})`
    : `await import(${JSON.stringify(pathToFileURL(file).href)})`;
  const script = `import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(process.execPath);
const event = ${JSON.stringify(event)};
const start = performance.now();
const { handler } = ${load};
await handler(event, { awsRequestId: 'benchmark', getRemainingTimeInMillis: () => 30000 });
writeSync(1, String(performance.now() - start));
process.exit(0);`;
  const { stdout, stderr } = spawnSync(node, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (!(Number(stdout) > 0)) throw new Error(`${file}: ${stdout}${stderr}`);
  return Number(stdout);
}

export const integer = (value) => Math.round(value).toLocaleString('en-US');

/** A table of Markdown. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
