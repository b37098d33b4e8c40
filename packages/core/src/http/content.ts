import type { Reply } from './front-door.js';

/** A result's members for a reply's body: bytes in base64, and text without `isBase64Encoded`. */
export function toContent(body: Reply['body']): { body?: string; isBase64Encoded?: true } {
  if (typeof body !== 'object') return body === undefined ? {} : { body };
  return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}
