import type { Reply } from './front-door.js';
import { toJson } from './reply.js';
import { start } from './stream.js';

/** One server-sent event (WHATWG HTML, 9.2.6). */
export interface ServerSentEvent {
  /** Text is sent as it is, anything else as JSON; an event without data is no event to a browser. */
  readonly data?: unknown;
  /** Name of the event. @default 'message', to the browser */
  readonly event?: string;
  /** What a browser that connects again sends as `Last-Event-ID`. */
  readonly id?: string | number;
  /** Milliseconds until a browser that has lost the connection connects again. */
  readonly retry?: number;
  /** Text that browsers skip, to keep a connection open. */
  readonly comment?: string;
}

/**
 * Makes the reply that sends values as server-sent events (WHATWG HTML, 9.2); the first value is awaited.
 *
 * @param values objects that have nothing but members of {@link ServerSentEvent}, and of them `data`, `retry` or `comment`;
 * anything else is the data of an event
 * @throws {TypeError} from the stream, when a name or id has a line break or `retry` is no whole number of milliseconds
 */
export async function toEventStream(
  values: AsyncIterable<unknown> | Iterable<unknown>,
  statusCode = 200,
  headers?: Readonly<Record<string, string>>,
): Promise<Reply> {
  return {
    statusCode,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', ...headers },
    stream: await start(events(values)),
  };
}

async function* events(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield write(isEvent(value) ? value : { data: value ?? null });
}

const isEvent = (value: unknown): value is ServerSentEvent =>
  typeof value === 'object' &&
  value !== null &&
  ('data' in value || 'retry' in value || 'comment' in value) &&
  Object.keys(value).every((key) => /^(data|event|id|retry|comment)$/.test(key));

function write({ comment, event, id, retry, data }: ServerSentEvent): string {
  if (/[\r\n]/.test(event ?? '')) throw new TypeError(`the event name ${JSON.stringify(event)} has a line break`);
  if (/[\r\n\0]/.test(`${id ?? ''}`)) throw new TypeError(`the id ${JSON.stringify(id)} has a line break or NUL`);
  if (retry !== undefined && !/^\d+$/.test(`${retry}`))
    throw new TypeError(`retry is ${retry}, not a whole number of milliseconds`);
  const text = data === null || data === undefined ? data : typeof data === 'string' ? data : toJson(data);
  return `${lines('', comment)}${lines('event', event)}${lines('id', id)}${lines('retry', retry)}${lines('data', text === null ? 'null' : text)}\n`;
}

/** One line for each line of the text (9.2.5: CR LF, LF and CR end a line); none without text. */
const lines = (field: string, text: string | number | undefined): string =>
  text === undefined
    ? ''
    : `${text}`
        .split(/\r\n|\r|\n/)
        .map((line) => `${field}: ${line}\n`)
        .join('');
