/** Streams of answers, piece by piece. */
import { recognizes as isLoadBalancer } from './alb.js';
import type { Reply } from './front-door.js';
import { toJson } from './reply.js';

/** What is sent at a time. */
export type Piece = string | Uint8Array;

/** A stream that has begun: stopping it stops what it reads from, even where nothing has been taken from it. */
export interface StartedStream<TPiece> extends AsyncIterable<TPiece> {
  /** What its first `next()` gives. */
  readonly first: IteratorResult<TPiece>;
  [Symbol.asyncIterator](): StartedStream<TPiece>;
  next(): Promise<IteratorResult<TPiece, undefined>>;
  return(): Promise<IteratorResult<TPiece, undefined>>;
}

/** Begins a stream: waits for its first piece. What goes wrong until then is thrown. */
export async function start<TPiece>(iterable: AsyncIterable<TPiece>): Promise<StartedStream<TPiece>> {
  const source = iterable[Symbol.asyncIterator]();
  const first = await source.next();
  let kept: IteratorResult<TPiece> | undefined = first;
  let ended = false;
  const stream: StartedStream<TPiece> = {
    first,
    [Symbol.asyncIterator]: () => stream,
    async next() {
      if (ended) return { done: true, value: undefined };
      const result = kept ?? (await source.next());
      kept = undefined;
      ended = result.done === true;
      return result;
    },
    async return() {
      if (!ended) {
        ended = true;
        await source.return?.();
      }
      return { done: true, value: undefined };
    },
  };
  return stream;
}

/**
 * The pieces of a stream and their content type. Text and bytes are sent as they are; anything else is elements of a JSON array.
 *
 * An async iterable without elements is `[]`; a stream of Node.js or the web without pieces is empty.
 */
export async function pieces(
  iterable: AsyncIterable<unknown>,
): Promise<{ readonly type: string; readonly stream: StartedStream<Piece> }> {
  const source = await start(iterable);
  const { done, value } = source.first;
  // `for await` in these stops the source when they are stopped
  if (done ? !isByteStream(iterable) : !isPiece(value))
    return { type: 'application/json', stream: await start(jsonArray(source)) };
  const type = typeof value === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
  return { type, stream: await start(checked(source)) };
}

/** Collects what a reply would stream into its body, for a front door that cannot stream; text stays text. */
export async function drain(reply: Reply, event: unknown): Promise<Reply> {
  if (reply.stream === undefined) return reply;
  const limit = isLoadBalancer(event) ? LOAD_BALANCER_LIMIT : LAMBDA_LIMIT;
  const all: Piece[] = [];
  let size = 0;
  for await (const piece of reply.stream) {
    size += Buffer.byteLength(piece);
    if (size > limit) throw tooLarge(limit);
    all.push(piece);
  }
  reply.body = all.every((piece) => typeof piece === 'string')
    ? all.join('')
    : Buffer.concat(all.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
  // a character of text is at most six in JSON
  if (size > limit / 6 && sentSize(reply.body) > limit) throw tooLarge(limit);
  delete reply.stream;
  return reply;
}

/** Status and headers stand in the same result. */
const ROOM_FOR_HEADERS = 16 * 1024;
/** Bytes of a result: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LAMBDA_LIMIT = 6 * 1024 * 1024 - ROOM_FOR_HEADERS;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
const LOAD_BALANCER_LIMIT = 1024 * 1024 - ROOM_FOR_HEADERS;

/** Bytes of a body in a result: base64, or text as JSON writes it. */
const sentSize = (body: Piece): number =>
  typeof body === 'string' ? Buffer.byteLength(JSON.stringify(body)) : Math.ceil(body.length / 3) * 4;

const tooLarge = (limit: number): Error =>
  new Error(`the stream has more than the ${limit} bytes that can be answered at once; use a front door that streams`);

/** Stops the stream of a reply that is not sent, so that what it reads from is closed. */
export async function discard(reply: Reply): Promise<void> {
  await reply.stream?.[Symbol.asyncIterator]().return?.();
}

const isPiece = (value: unknown): value is Piece => typeof value === 'string' || value instanceof Uint8Array;

/** A stream of Node.js or the web, as against an async iterable of values. */
function isByteStream(iterable: object): boolean {
  const { getReader, pipe, readableObjectMode } = iterable as Record<string, unknown>;
  return typeof getReader === 'function' || (typeof pipe === 'function' && readableObjectMode !== true);
}

async function* jsonArray(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const value of values) {
    // as in an array, where what JSON has no value for is null
    yield before + ((value == null ? undefined : toJson(value)) ?? 'null');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

async function* checked(values: AsyncIterable<unknown>): AsyncGenerator<Piece> {
  for await (const value of values) {
    if (!isPiece(value)) throw new TypeError(`a stream of text or bytes has a piece of the type ${typeof value}`);
    yield value;
  }
}
