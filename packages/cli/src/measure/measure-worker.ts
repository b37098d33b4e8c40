/** A fresh process that a function is measured in: `node measure-worker.js <entry> <event>`; what it took goes to the parent. */
import { pathToFileURL } from 'node:url';
import { lambdaContext } from '@gatewright/core/testing';
import type { Measurement } from './measure-route.js';

const [entry = '', event = ''] = process.argv.slice(2);
const context = lambdaContext();

const measure = async (): Promise<Measurement> => {
  const started = performance.now();
  const { handler } = await import(pathToFileURL(entry).href);
  const initialised = performance.now();
  // what it fails with took time, too, and is Lambda's to tell
  await Promise.resolve(handler(JSON.parse(event), context)).catch(() => {});
  const answered = performance.now();
  return { initMilliseconds: initialised - started, firstCallMilliseconds: answered - initialised };
};

const result = await measure().catch((error: unknown): Measurement => ({ failure: String(error) }));
process.send?.(result, undefined, undefined, () => process.exit());
