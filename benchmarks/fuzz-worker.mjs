/** Sends the events of one front door to its handlers; started by fuzz.mjs. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import * as builders from '@gatewright/core/testing';
import { Fuzzer, validEvents, wrongResult } from './fuzz-events.mjs';

const { door, functions, seed, count, recorded, progress } = workerData;

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

/** Bytes that are in use once everything that can go has gone. */
async function heap() {
  // timers of signals that nobody listens to any more
  await setTimeout(3200);
  for (let round = 0; round < 4; round++) {
    collect();
    await setTimeout(20);
  }
  return v8.getHeapStatistics().used_heap_size + v8.getHeapStatistics().external_memory;
}

const context = { awsRequestId: 'request', functionName: 'fuzz', getRemainingTimeInMillis: () => 3000 };
const valid = validEvents(door, builders);
const handlers = new Map();
for (const [id, file] of functions) handlers.set(id, (await import(file)).handler);

const statuses = {};
const logged = {};
const failures = [];
let logs = 0;
console.error = (line) => {
  logs++;
  const { error } = JSON.parse(line);
  const text = `${error?.name}: ${error?.message}`.slice(0, 100).replace(/[^\x20-\x7e]/g, '?');
  if (text in logged || Object.keys(logged).length < 200) logged[text] = (logged[text] ?? 0) + 1;
};

/** Sends one event; its number tells the guard that it is on its way. */
async function send({ id, event }, number) {
  Atomics.store(progress, 0, number);
  let wrong;
  try {
    const result = await handlers.get(id)(event, context);
    statuses[result?.statusCode] = (statuses[result?.statusCode] ?? 0) + 1;
    wrong = wrongResult(door, result, event);
  } catch (error) {
    wrong = `threw ${error?.stack ?? error}`;
  }
  if (wrong !== undefined && failures.length < 10) failures.push({ number, id, wrong, event: describe(event) });
}

function describe(event) {
  try {
    return JSON.stringify(event)?.slice(0, 2000);
  } catch (error) {
    return String(error);
  }
}

const fuzzer = new Fuzzer({ seed, valid, recorded: recorded.map((file) => JSON.parse(readFileSync(file, 'utf8'))) });
const start = performance.now();
let slowest = { time: 0 };
for (let number = 1; number <= count; number++) {
  const next = fuzzer.next();
  const sent = performance.now();
  await send(next, number);
  const time = performance.now() - sent;
  if (time > slowest.time) slowest = { time, number, id: next.id };
}
const seconds = (performance.now() - start) / 1000;
const fuzzed = { statuses: { ...statuses }, logs, logged: { ...logged } };

for (const key of Object.keys(statuses)) delete statuses[key];
for (const key of Object.keys(logged)) delete logged[key];
const warm = Math.min(count, 20_000);
const sendValid = async (times) => {
  for (let number = 1; number <= times; number++) await send(valid[number % valid.length], -number);
};
await sendValid(warm);
Atomics.store(progress, 0, 0);
const before = await heap();
await sendValid(count);
Atomics.store(progress, 0, 0);
const after = await heap();
parentPort.postMessage({ door, seconds, slowest, failures, fuzzed, valid: { statuses, logged }, before, after });
