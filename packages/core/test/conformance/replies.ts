/** What a route returns or throws, and the result object on every front door. */
import { FAILURES } from './replies/failures.js';
import { COMPRESSION, CORS, GUARDS, TAGS, TYPES } from './replies/negotiation.js';
import { ROUTING } from './replies/routing.js';
import { STREAMS } from './replies/streams.js';
import { SET_COOKIES, VALUES } from './replies/values.js';
import { WRAPPED } from './replies/wrapped.js';
import type { ReplyRow } from './reply-row.js';

const about = (subject: string, rows: readonly ReplyRow[]): ReplyRow[] =>
  rows.map((row) => ({ ...row, name: `${subject}: ${row.name}` }));

export const REPLIES: readonly ReplyRow[] = [
  ...about('value', VALUES),
  ...about('cookie', SET_COOKIES),
  ...about('stream', STREAMS),
  ...about('error', FAILURES),
  ...about('tag', TAGS),
  ...about('compression', COMPRESSION),
  ...about('type', TYPES),
  ...about('cors', CORS),
  ...about('guard', GUARDS),
  ...about('routing', ROUTING),
  ...about('middleware', WRAPPED),
];
