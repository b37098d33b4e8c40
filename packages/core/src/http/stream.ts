/** Streams of answers, piece by piece. */
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
export async function drain(reply: Reply): Promise<Reply> {
  if (reply.stream === undefined) return reply;
  const all: Piece[] = [];
  for await (const piece of reply.stream) all.push(piece);
  reply.body = all.every((piece) => typeof piece === 'string')
    ? all.join('')
    : Buffer.concat(all.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
  delete reply.stream;
  return reply;
}

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
