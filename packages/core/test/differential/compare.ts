/** Runs every request and reply through ours and the peers, and tells what differs. */
import { lambdaContext } from '../../src/testing/index.js';
import type { Difference } from './differences.js';
import { DOORS, type DoorName, type EventSettings, type Result, receive } from './doors.js';
import { answerWith, PEERS, type PeerHandler, type PeerName } from './peers.js';
import { REPLIES, type ReplyCase } from './replies.js';
import { REQUESTS, type RequestCase } from './requests.js';
import { bodyText, exchange, type Seen } from './seen.js';

/** One value that differs, each as JSON. */
export interface Observation {
  readonly peer: PeerName;
  readonly door: DoorName;
  readonly name: string;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

export type OurHandlers = Readonly<Record<'echo' | 'files' | 'any' | 'reply', PeerHandler>>;

const TEMPLATES = { echo: '/echo/{id}', files: '/files/{path+}', any: '/{any+}', reply: '/reply' };
const DOOR_NAMES = Object.keys(DOORS) as DoorName[];

type Facts = Readonly<Record<string, unknown>>;

/** What ours shows for each door and case: everything that is compared. */
export async function observeOurs(ours: OurHandlers): Promise<ReadonlyMap<string, Facts>> {
  const facts = new Map<string, Facts>();
  for (const { door, entry } of requests())
    facts.set(`${door} ${entry.name}`, await see(ours[entry.route ?? 'echo'], door, entry));
  for (const { door, entry } of replies()) facts.set(`${door} ${entry.name}`, await hear(ours.reply, door, entry));
  return facts;
}

/** Everything that differs between ours and a peer. */
export async function observe(ours: ReadonlyMap<string, Facts>, peer: PeerName): Promise<Observation[]> {
  const found: Observation[] = [];
  const compare = (door: DoorName, name: string, theirs: Facts) => {
    const own = ours.get(`${door} ${name}`) as Facts;
    const isHandled = own.handled === theirs.handled;
    for (const field of isHandled ? Object.keys(own) : ['handled']) {
      const [left, right] = [toText(own[field]), toText(theirs[field])];
      if (left !== right) found.push({ peer, door, name, field, ours: left, theirs: right });
    }
  };
  for (const { door, entry } of requests()) compare(door, entry.name, await see(PEERS[peer], door, entry));
  for (const { door, entry } of replies()) compare(door, entry.name, await hear(PEERS[peer], door, entry));
  return found;
}

/** Whether a row of the table is about an observation. */
export const covers = (row: Difference, { peer, door, name, field }: Observation): boolean =>
  row.peer === peer &&
  row.doors.includes(door) &&
  (row.cases instanceof RegExp ? row.cases.test(name) : row.cases.includes(name)) &&
  row.fields.includes(field);

function* requests(): Generator<{ door: DoorName; entry: RequestCase }> {
  for (const entry of REQUESTS) for (const door of entry.doors ?? DOOR_NAMES) yield { door, entry };
}

function* replies(): Generator<{ door: DoorName; entry: ReplyCase }> {
  for (const entry of REPLIES) for (const door of DOOR_NAMES) yield { door, entry };
}

async function see(handler: PeerHandler, door: DoorName, entry: RequestCase): Promise<Facts> {
  const settings = { template: TEMPLATES[entry.route ?? 'echo'], stage: entry.stage, basePath: entry.basePath };
  exchange.seen = undefined;
  exchange.answer = () => 'ok';
  await call(handler, door, entry.request, settings);
  const seen = exchange.seen as Seen | undefined;
  // a peer's route for the rest is as good as none
  if (seen === undefined || ('any' in seen.pathParameters && entry.route !== 'any')) return { handled: 'no' };
  const { ip = 'none', ...facts } = seen;
  return { handled: 'yes', ...facts, ...(entry.name.startsWith('address') && { ip }) };
}

async function hear(handler: PeerHandler, door: DoorName, entry: ReplyCase): Promise<Facts> {
  exchange.answer = entry.ours;
  answerWith(entry);
  const request = { method: entry.method ?? 'GET', path: '/reply' };
  const answer = await call(handler, door, request, { template: '/reply' });
  // an answer to HEAD has no content, whatever the function says
  const body = entry.method === 'HEAD' ? '' : bodyText(answer.body);
  const { 'content-type': type = '', ...headers } = answer.headers;
  return { status: answer.status, type: type.toLowerCase(), headers, cookies: answer.cookies, body };
}

/** An event of its own for each call, since serverless-http changes it; structuredClone's would be of another realm. */
async function call(handler: PeerHandler, name: DoorName, request: RequestCase['request'], settings: EventSettings) {
  const door = DOORS[name];
  const event = JSON.parse(JSON.stringify(door.event(request, settings))) as unknown;
  try {
    return receive(door, await handler(event, lambdaContext()));
  } catch {
    // Lambda answers an error, and the front door 502
    return receive(door, {} as Result);
  }
}

/** JSON with names in order. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  ) ?? 'undefined';
