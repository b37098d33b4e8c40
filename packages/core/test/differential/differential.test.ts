/** The same requests and answers through ours and through what others use: what differs has to be in the table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { build } from '../../src/compiler/index.js';
import { createHandler } from '../../src/index.js';
import { EchoController } from './application/echo.controller.js';
import { covers, type Observation, type OurHandlers, observe, observeOurs } from './compare.js';
import { DIFFERENCES } from './differences.js';
import { writePage } from './page.js';
import type { PeerHandler, PeerName } from './peers.js';
import { REPLIES } from './replies.js';
import { REQUESTS } from './requests.js';

const PEERS: Readonly<Record<PeerName, string>> = {
  hono: 'hono',
  powertools: '@aws-lambda-powertools/event-handler',
  'serverless-http': 'serverless-http',
};
const METHODS = ['echo', 'files', 'any', 'reply'] as const;
const PAGE = path.join(import.meta.dirname, '../../../../docs/differences.md');

let reflective: Awaited<ReturnType<typeof observeOurs>>;
const observed = new Map<PeerName, readonly Observation[]>();

beforeAll(async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  reflective = await observeOurs(handlersOf((method) => createHandler(EchoController, method)));
  for (const peer of Object.keys(PEERS) as PeerName[]) observed.set(peer, await observe(reflective, peer));
  log.mockRestore();
});

const handlersOf = (handlerOf: (method: (typeof METHODS)[number]) => unknown): OurHandlers =>
  Object.fromEntries(METHODS.map((method) => [method, handlerOf(method) as PeerHandler])) as OurHandlers;

const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}...` : text);
const tell = ({ door, name, field, ours, theirs }: Observation): string =>
  `${door}, ${name}, ${field}: ours ${short(ours)}, theirs ${short(theirs)}`;

it('compares what it says', () => {
  const names = [...REQUESTS, ...REPLIES].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(100);
});

describe.each(Object.keys(PEERS) as PeerName[])('%s', (peer) => {
  const rows = DIFFERENCES.filter((row) => row.peer === peer);

  it('differs in nothing that is not listed', () => {
    const all = observed.get(peer) ?? [];
    expect(all.filter((entry) => !rows.some((row) => covers(row, entry))).map(tell)).toEqual([]);
  });

  it.each(rows.map((row) => [row.what, row] as const))('differs as listed: %s', (_what, row) => {
    const found = (observed.get(peer) ?? []).filter((entry) => covers(row, entry));
    const pairs = new Set(found.map(({ door, name }) => `${door} ${name}`));
    const cases = Array.isArray(row.cases) ? (row.cases as string[]) : [];
    const gone = row.doors.flatMap((door) => cases.map((name) => `${door} ${name}`)).filter((pair) => !pairs.has(pair));
    expect(gone).toEqual([]);
    expect(row.doors.filter((door) => !found.some((entry) => entry.door === door))).toEqual([]);
    expect(row.fields.filter((field) => !found.some((entry) => entry.field === field))).toEqual([]);
  });
});

it('is the same through every front door', () => {
  // a target group without multi-value headers passes on the last value only, and sends one cookie
  const losses = /^query: .*repeated|^query: brackets in names|^headers: .*repeated|^answer: cookies: several/;
  const differences: string[] = [];
  for (const [key, facts] of reflective) {
    const name = key.slice(key.indexOf(' ') + 1);
    const other = reflective.get(`rest-api ${name}`) ?? reflective.get(`function-url ${name}`);
    const isLoss = key.startsWith('alb ') && losses.test(name);
    if (other !== undefined && (JSON.stringify(facts) === JSON.stringify(other)) === isLoss) differences.push(key);
  }
  expect(differences).toEqual([]);
});

it('compiles to the same', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatewright-differential-'));
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const { functions } = await build({
      root: path.join(import.meta.dirname, 'application'),
      controllers: '*.controller.ts',
      outDir: folder,
      frontDoors: ['rest-api', 'http-api', 'function-url', 'alb'],
    });
    const modules = new Map<string, { readonly handler: unknown }>();
    for (const { id, dir, entry } of functions) modules.set(id, await import(path.join(dir, entry)));
    const compiled = await observeOurs(handlersOf((method) => modules.get(`EchoController.${method}`)?.handler));
    expect(Object.fromEntries(compiled)).toEqual(Object.fromEntries(reflective));
  } finally {
    log.mockRestore();
    await rm(folder, { recursive: true, force: true });
  }
});

it('is what docs/differences.md says', () => {
  const require = createRequire(import.meta.url);
  const versionOf = (name: string): string => {
    // some packages do not export their package.json
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(require.resolve(name)) ?? [];
    return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;
  };
  const versions = {
    hono: versionOf('hono'),
    powertools: versionOf('@aws-lambda-powertools/event-handler/http'),
    'serverless-http': versionOf('serverless-http'),
  };
  const page = writePage(versions, REQUESTS.length, REPLIES.length);
  // WRITE_DOCS=1 writes it
  if (process.env.WRITE_DOCS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
