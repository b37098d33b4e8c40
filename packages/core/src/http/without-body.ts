import type { Reply } from './front-door.js';
import { discard } from './stream.js';

/** An answer to HEAD has the headers of that to GET and no content (RFC 9110, 9.3.2). */
export async function withoutBody(reply: Reply, method: string): Promise<Reply> {
  if (method !== 'HEAD') return reply;
  await discard(reply);
  const { statusCode, headers, cookies } = reply;
  return cookies === undefined ? { statusCode, headers } : { statusCode, headers, cookies };
}
