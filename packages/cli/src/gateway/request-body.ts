import type { IncomingMessage } from 'node:http';

/** The longest request body in bytes that API Gateway takes; it cannot be raised. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Reads a request's body; undefined when it is longer than API Gateway takes. */
export const readRequestBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // Read to the end even when it is too long: leaving off would close the connection before the client has its answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return length <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
};
