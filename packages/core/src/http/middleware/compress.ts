import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { readAccept } from '../accept.js';
import type { Middleware } from '../context.js';
import { addVary } from '../header.js';

/** A content coding that answers can be compressed with. */
export type ContentCoding = 'br' | 'gzip';

export interface CompressOptions {
  /** Bytes from which on an answer is compressed. @default 1024 */
  readonly threshold?: number;
  /** Codings that are offered, the best first. @default ['br', 'gzip'] */
  readonly encodings?: readonly ContentCoding[];
}

const CODERS: Readonly<Record<ContentCoding, (bytes: string | Uint8Array) => Promise<Uint8Array>>> = {
  // the default of 11 takes seconds for a megabyte
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

const COMPRESSIBLE =
  /^(text\/(?!event-stream)|application\/(json|javascript|xml|graphql|wasm|x-www-form-urlencoded|x-ndjson)\b|image\/(svg\+xml|bmp)|font\/(ttf|otf)|[^;]*\+(json|xml|text)\b)/i;

/**
 * Compresses what clients accept compressed (RFC 9110, 12.5.3); a strong `ETag` becomes weak, since the bytes are others (8.8.1).
 *
 * Left as they are: streams, parts of a range, what is compressed already or of a type that gains nothing, and what says
 * `Cache-Control: no-transform` (RFC 9111, 5.2.2.6). A REST API must list the type as binary.
 *
 * @example
 * const compressed = compress({ threshold: 10_000 });
 */
export function compress({ threshold = 1024, encodings = ['br', 'gzip'] }: CompressOptions = {}): Middleware {
  return async ({ request }, next) => {
    const reply = await next();
    const { statusCode, headers, body } = reply;
    if (body === undefined || statusCode === 206 || Buffer.byteLength(body) < threshold) return reply;
    if (!COMPRESSIBLE.test(headers['content-type'] ?? '') || 'content-encoding' in headers) return reply;
    if (/\bno-transform\b/i.test(headers['cache-control'] ?? '')) return reply;
    addVary(headers, 'accept-encoding');
    const coding = choose(request.headers['accept-encoding'] ?? '', encodings);
    if (coding === undefined) return reply;
    reply.body = await CODERS[coding](body);
    headers['content-encoding'] = coding;
    delete headers['content-length'];
    if (headers.etag?.startsWith('"')) headers.etag = `W/${headers.etag}`;
    return reply;
  };
}

/** The coding that the client likes best, of equal ones the first that is offered; undefined when it would rather have none. */
function choose(header: string, offers: readonly ContentCoding[]): ContentCoding | undefined {
  const ranges = readAccept(header);
  const quality = (name: string) =>
    (
      ranges.find((range) => range.value === name || range.value === `x-${name}`) ??
      ranges.find((range) => range.value === '*')
    )?.quality ?? 0;
  let best: ContentCoding | undefined;
  for (const offer of offers) if (quality(offer) > (best ? quality(best) : 0)) best = offer;
  return best && quality(best) >= quality('identity') ? best : undefined;
}
