/** Beside its peers: bytes, warm cost and cold start of the same works. */
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { coldTimes, gzipOf, integer, sizeOf, table, warmTimes } from './measure.mjs';
import { bundleWork, WORKS } from './peers.mjs';

const INTRODUCTION = `## Beside its peers

Each handler answers the same events of an HTTP API, with what its users would write (\`benchmarks/peers\`), bundled into one minified file. *Warm* is the time
of a call as a multiple of the handler's written by hand; *cold* is the time from the import of the file to its first answer in a fresh
process, in milliseconds more than the one by hand. By hand, an error is answered and logged, too. "Reflective" is \`createHandler\` in a
bundle of someone's own: it reads the decorators when it starts. Validation: class-validator (Gatewright, NestJS), a JSON Schema compiled
ahead of time (middy), ajv (Fastify), zod (the others).`;

/** Times of a machine that does other work are no times of ours. */
const machineLoad = () => `a load of ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors at the start`;

/** The section's text. */
export async function peersSection({ quick, folder }) {
  const parts = [INTRODUCTION, `This run: Node ${process.versions.node}, medians; ${machineLoad()}.`];
  for (const work of WORKS) parts.push(`### ${work.title}`, await workTable(work, { quick, folder }));
  return parts.join('\n\n');
}

async function workTable(work, { quick, folder }) {
  const contenders = await bundleWork(work, folder);
  const columns = [];
  for (const [name, { event, status }] of Object.entries(work.events)) {
    const handlers = [];
    for (const { name: who, file } of contenders) handlers.push(await loadHandler({ who, file, event, status }));
    const options = quick ? { rounds: 5, milliseconds: 40 } : { rounds: 15, milliseconds: 150 };
    const warm = await warmTimes(handlers, event, options);
    columns.push([`warm${name && `, ${name}`}`, warm.map((time) => (time / warm[0]).toFixed(2))]);
  }
  const [{ event }] = Object.values(work.events);
  const files = contenders.map(({ file }) => file);
  const cold = coldTimes(files, event, { runs: quick ? 5 : 31 });
  columns.push(['cold, ms', cold.map((time) => (time - cold[0]).toFixed(1))]);
  return table(
    ['', 'bytes', 'gzip', ...columns.map(([name]) => name)],
    contenders.map(({ name, file }, index) => [
      name,
      integer(sizeOf(path.dirname(file))),
      integer(gzipOf(path.dirname(file))),
      ...columns.map(([, values]) => values[index]),
    ]),
  );
}

/** A handler that is known to answer as it should. */
async function loadHandler({ who, file, event, status }) {
  const { handler } = await import(file);
  const { statusCode } = await handler(structuredClone(event), {
    awsRequestId: 'benchmark',
    getRemainingTimeInMillis: () => 30_000,
  });
  // NestJS answers a POST with 201, as the others are told to
  if (statusCode !== status) throw new Error(`${who} answered ${statusCode} instead of ${status}`);
  return handler;
}
