import { DIFFERENCES } from './differences.js';
import type { DoorName } from './doors.js';
import type { PeerName } from './peers.js';

const PEERS: Readonly<Record<PeerName, string>> = {
  hono: 'Hono',
  powertools: 'Powertools',
  'serverless-http': 'serverless-http',
};

const DOORS: Readonly<Record<DoorName, string>> = {
  'rest-api': 'REST API',
  'http-api': 'HTTP API',
  'http-api-v1': 'HTTP API with payload 1.0',
  'function-url': 'Function URL',
  alb: 'load balancer',
  'alb-multi': 'load balancer with multi-value headers',
};

/** Writes docs/differences.md; versions are those that were compared. */
export function writePage(versions: Readonly<Record<PeerName, string>>, requests: number, replies: number): string {
  const sections = (Object.keys(PEERS) as PeerName[]).map((peer) => {
    const rows = DIFFERENCES.filter((row) => row.peer === peer).map(
      ({ what, doors, ours, theirs, why }) => `| ${[what, doorText(doors), ours, theirs, why].join(' | ')} |`,
    );
    return [
      `## ${PEERS[peer]} ${versions[peer]}`,
      '',
      `| what | front doors | Gatewright | ${PEERS[peer]} | why |`,
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ];
  });
  return [
    '# How Gatewright differs from Hono, Powertools and serverless-http',
    '',
    `The same ${requests} requests and ${replies} answers go through \`hono/aws-lambda\`, the router of \`@aws-lambda-powertools/event-handler\`, \`serverless-http\``,
    'and Gatewright, as events of each front door. Everything that comes out differently is on this page. A test compares them on every run, and fails',
    'when a difference is missing here or has gone: `packages/core/test/differential`, which this page is written from.',
    '',
    ...sections.flat(),
  ].join('\n');
}

const doorText = (doors: readonly DoorName[]): string =>
  doors.length === Object.keys(DOORS).length ? 'all' : doors.map((door) => DOORS[door]).join(', ');
