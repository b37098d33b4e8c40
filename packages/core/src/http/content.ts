import type { Reply } from './front-door.js';

/** What a result says of its body. */
interface Content {
  body?: string | undefined;
  isBase64Encoded?: true;
}

/** Writes a reply's body into a result: bytes in base64, and text without `isBase64Encoded`; JSON leaves an undefined body out. */
export function withContent<TResult extends object>(result: TResult & Content, body: Reply['body']): TResult & Content {
  if (typeof body === 'object') {
    result.body = Buffer.from(body).toString('base64');
    result.isBase64Encoded = true;
  } else result.body = body;
  return result;
}
