import type { Reply } from './front-door.js';

/** A result's members for a reply's body: bytes in base64, and text without `isBase64Encoded`; JSON leaves an undefined body out. */
export const toContent = (body: Reply['body']): { body: string | undefined; isBase64Encoded?: true } =>
  typeof body === 'object' ? { body: Buffer.from(body).toString('base64'), isBase64Encoded: true } : { body };
