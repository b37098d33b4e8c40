/** What a controller sees of a request, from every front door. */
import type { EventRow, RequestRow } from './request-row.js';
import { BODIES, WEB } from './requests/bodies.js';
import { CALLERS } from './requests/callers.js';
import { COOKIES } from './requests/cookies.js';
import { EVENTS } from './requests/events.js';
import { HEADERS } from './requests/headers.js';
import { PATHS } from './requests/paths.js';
import { QUERIES } from './requests/queries.js';

const about = <TRow extends { readonly name: string }>(subject: string, rows: readonly TRow[]): TRow[] =>
  rows.map((row) => ({ ...row, name: `${subject}: ${row.name}` }));

export const REQUESTS: readonly RequestRow[] = [
  ...about('path', PATHS),
  ...about('query', QUERIES),
  ...about('headers', HEADERS),
  ...about('cookies', COOKIES),
  ...about('body', BODIES),
  ...about('web', WEB),
  ...about('caller', CALLERS),
];

export const RAW_EVENTS: readonly EventRow[] = EVENTS.map((row) => ({
  ...row,
  name: `${row.door} event: ${row.name}`,
}));
