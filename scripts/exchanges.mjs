/**
 * The ```http blocks of a page: a request, a line `HTTP <status>`, and what the answer must have of headers and body, as Hurl
 * writes them. They are sent to the handlers that the page's ```ts files compile to, through every front door.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from '@gatewright/core/compiler';
import {
  albEvent,
  functionUrlEvent,
  httpApiEvent,
  lambdaContext,
  readPathParameters,
  restApiEvent,
} from '@gatewright/core/testing';

const logError = console.error;

const doors = {
  'http-api': (request, route) => httpApiEvent(request, { route }),
  'rest-api': (request, route) => restApiEvent(request, { route }),
  'function-url': (request) => functionUrlEvent(request),
  alb: (request) => albEvent(request, { multiValueHeaders: true }),
};

/** Reads the exchanges of a page. */
export const exchangesOf = (text) =>
  [...text.matchAll(/^```http\n([\s\S]*?)^```/gm)].map(([, block]) => readExchange(block));

function readExchange(block) {
  const [request, answer] = block.split(/^(?=HTTP \d{3}$)/m);
  if (answer === undefined) throw new Error(`an http block has no line "HTTP <status>":\n${block}`);
  const { first, headers, body } = readMessage(request);
  const [method, path] = first.split(' ');
  const { first: status, ...expected } = readMessage(answer);
  return { block, method, path, headers, body, status: Number(status.slice(5)), expected };
}

function readMessage(text) {
  const [head, ...rest] = text.trim().split('\n\n');
  const [first, ...lines] = head.split('\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { first, headers, body: rest.length === 0 ? undefined : rest.join('\n\n') };
}

/**
 * Sends a page's exchanges; returns what was not as the page says.
 *
 * @param dir folder with the page's files
 */
export async function runExchanges(dir, exchanges) {
  const application = existsSync(join(dir, 'src', 'application.ts')) ? 'src/application.ts' : undefined;
  const { manifest, functions } = await build({
    root: dir,
    controllers: 'src/**/*.controller.ts',
    application,
    outDir: 'out',
    frontDoors: Object.keys(doors),
    sourceMap: false,
  });
  const handlers = new Map();
  for (const { id, dir: folder, entry } of functions) handlers.set(id, (await import(join(folder, entry))).handler);
  const problems = [];
  // errors that a page shows are logged, too
  console.error = () => {};
  for (const exchange of exchanges)
    for (const [door, eventOf] of Object.entries(doors)) {
      const result = await send(exchange, eventOf, manifest.routes, handlers);
      for (const difference of differences(exchange, result))
        problems.push(`${door}: ${difference}\n${exchange.block.replaceAll(/^/gm, '  | ')}`);
    }
  console.error = logError;
  return problems;
}

async function send({ method, path, headers, body }, eventOf, routes, handlers) {
  const pathname = path.split('?')[0];
  // text before parameters, as gateways choose
  const found = routes
    .filter((route) => readPathParameters(route.path, pathname) !== undefined)
    .sort((left, right) => left.path.split('{').length - right.path.split('{').length);
  const route =
    found.find((entry) => entry.method === method) ??
    found.find((entry) => entry.method === 'ANY') ??
    // a load balancer and a Function URL send HEAD and preflight requests, too
    found[0];
  if (route === undefined) throw new Error(`no route of the page answers ${method} ${path}`);
  const event = eventOf({ method, path, headers, ...(body === undefined ? {} : { body }) }, route);
  return handlers.get(route.id)(event, lambdaContext());
}

function* differences({ status, expected }, result) {
  const headers = new Map(
    Object.entries({ ...result.headers, ...result.multiValueHeaders }).map(([name, value]) => [
      name.toLowerCase(),
      [value].flat().join(', '),
    ]),
  );
  if (result.cookies) headers.set('set-cookie', result.cookies.join(', '));
  const body = result.isBase64Encoded ? Buffer.from(result.body, 'base64').toString() : (result.body ?? '');
  if (result.statusCode !== status) yield `the status is ${result.statusCode}, ${body}`;
  for (const [name, value] of Object.entries(expected.headers))
    if (headers.get(name) !== value) yield `${name} is ${headers.get(name)}`;
  if (expected.body !== undefined && !isSame(body, expected.body)) yield `the body is ${body}`;
}

function isSame(actual, expected) {
  try {
    return isDeepStrictEqual(JSON.parse(actual), JSON.parse(expected));
  } catch {
    return actual.trim() === expected.trim();
  }
}
