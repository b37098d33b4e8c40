/** Events typed by hand: what AWS shows, what was observed, and what no gateway should send but tests and emulators do. */
import type { EventRow } from '../request-row.js';
import { URL_EVENTS } from './events/function-url.js';
import { HTTP_EVENTS } from './events/http-api.js';
import { BALANCER_EVENTS } from './events/load-balancer.js';
import { REST_EVENTS } from './events/rest-api.js';

export const EVENTS: readonly EventRow[] = [...HTTP_EVENTS, ...REST_EVENTS, ...BALANCER_EVENTS, ...URL_EVENTS];
