import type { Reply } from './front-door.js';

/**
 * Makes the reply of what a controller method returned: nothing is an empty 204, text is text/plain, bytes are
 * application/octet-stream, anything else is JSON (RFC 8259).
 */
export function toReply(value: unknown, statusCode?: number, headers?: Readonly<Record<string, string>>): Reply {
  // an answer with one of these statuses has no content (RFC 9110, 15.3.5 and 15.4.5)
  if (value === undefined || value === null || statusCode === 204 || statusCode === 304)
    return { statusCode: statusCode ?? 204, headers: { ...headers } };
  const status = statusCode ?? 200;
  if (typeof value === 'string')
    return { statusCode: status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: value };
  if (value instanceof Uint8Array) return toBinaryReply(value, status, headers);
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

const toBinaryReply = (bytes: Uint8Array, statusCode: number, headers?: Readonly<Record<string, string>>): Reply => ({
  statusCode,
  headers: { 'content-type': 'application/octet-stream', ...headers },
  body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  isBase64Encoded: true,
});
