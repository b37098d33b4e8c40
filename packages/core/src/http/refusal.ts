import type { Reply } from './front-door.js';
import { toReply } from './reply.js';

/** What an `HttpError` is answered with, without the class: many functions have no other use for it. */
export const refusal = (status: number, title: string, headers?: Readonly<Record<string, string>>): Reply =>
  toReply(JSON.stringify({ title, status }), status, { ...headers, 'content-type': 'application/problem+json' });
