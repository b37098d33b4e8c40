import { type Answered, bytes, empty, json, problem, type ReplyRow, text, UNEXPECTED } from '../reply-row.js';
import { observed, SSE, STREAMING } from '../sources.js';
import type { Topic } from '../topics.js';

const streams = (
  name: string,
  source: string,
  method: string,
  answer: Answered,
  covers: readonly Topic[] = ['streams'],
  more: Partial<ReplyRow> = {},
): ReplyRow => ({ name, source, route: `StreamsController.${method}`, answer, covers, ...more });

const EVENT_STREAM = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };
const ITERATION = 'ECMA-262, 27.6: async generators';
const FETCH = 'https://fetch.spec.whatwg.org/#response-class';

/** Streams, sent whole where nothing can be sent piece by piece, and web responses. */
export const STREAMS: readonly ReplyRow[] = [
  streams('text piece by piece is text', ITERATION, 'text', text('é ☕'), ['streams', 'unicode lengths']),
  streams('bytes piece by piece are bytes', ITERATION, 'bytes', bytes('AP8B'), [
    'streams',
    'binary by type or encoding',
  ]),
  streams('text and bytes are bytes, typed by the first', STREAMING, 'textAndBytes', {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    base64: 'YWI=',
  }),
  streams('values are a JSON array; what JSON has no value for is null', ITERATION, 'objects', {
    ...json([{ id: '1' }, null, null, [2]]),
  }),
  streams('no values are an empty JSON array', ITERATION, 'none', json([]), ['streams', 'empty']),
  streams(
    'status and content type of the route',
    STREAMING,
    'typed',
    text('a,b\n1,2\n', { 'content-type': 'text/csv' }, 203),
    ['streams', 'content type kept or defaulted'],
  ),
  streams('a stream of Node.js is bytes', 'Node.js: stream.Readable', 'node', bytes('YWI=')),
  streams('a stream of Node.js that gives text', 'Node.js: stream.Readable', 'nodeText', text('ab')),
  streams('a stream of Node.js that gives objects', 'Node.js: stream.Readable, objectMode', 'nodeObjects', {
    ...json([{ a: 1 }, { a: 2 }]),
  }),
  streams('an empty stream of Node.js is no bytes, not []', 'Node.js: stream.Readable', 'nodeEmpty', bytesOrText(''), [
    'streams',
    'empty',
  ]),
  streams('a stream of the web', 'WHATWG Streams, 4.2', 'web', bytes('YcOp')),
  streams('an empty stream of the web is no bytes, not []', 'WHATWG Streams, 4.2', 'webEmpty', bytesOrText(''), [
    'streams',
    'empty',
  ]),
  streams('a stream inside reply()', STREAMING, 'replied', text('a', { 'x-own': '1' }, 202)),
  streams('204 sends nothing of a stream', 'RFC 9110, 15.3.5', 'noContent', empty(204), [
    'streams',
    '204 and 304 without body',
  ]),
  streams(
    'HEAD sends nothing of a stream',
    'RFC 9110, 9.3.2',
    'any',
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } },
    ['streams', 'HEAD without body'],
    { request: { method: 'HEAD' } },
  ),
  streams(
    'an error before the first piece is an answer',
    STREAMING,
    'failsAtOnce',
    UNEXPECTED,
    ['error inside a stream'],
    {
      logs: 'secret',
    },
  ),
  streams(
    'an error after the first piece is an answer where nothing was sent yet',
    observed('around the handler: after the first byte an error arrives as a trailer'),
    'failsLater',
    UNEXPECTED,
    ['error inside a stream'],
    { logs: 'secret' },
  ),
  streams(
    'an error before the first piece is mapped',
    STREAMING,
    'failsAtOnceMapped',
    problem(409, 'Conflict', 'taken'),
    ['error inside a stream', 'most specific mapping'],
  ),
  streams(
    'an error after the first piece is not mapped, as it could not be where it was sent',
    STREAMING,
    'failsLaterMapped',
    UNEXPECTED,
    ['error inside a stream'],
    { logs: 'secret' },
  ),
  streams('a reply that is thrown before the first piece', STREAMING, 'refusesAtOnce', text('taken', {}, 409), [
    'error inside a stream',
  ]),
  streams('a value among pieces of text is an error', ITERATION, 'mixed', UNEXPECTED, ['error inside a stream'], {
    logs: 'a piece of the type object',
  }),
  streams(
    'server-sent events',
    SSE,
    'events',
    text(
      ': note\nevent: tick\nid: 1\nretry: 1000\ndata: {"a":1}\n\ndata: two\ndata: lines\n\ndata: {"other":true}\n\n',
      EVENT_STREAM,
    ),
  ),
  streams('no server-sent events', SSE, 'noEvents', text('', EVENT_STREAM), ['streams', 'empty']),
  streams(
    'a web response: its status, headers and text',
    FETCH,
    'response',
    text('é', { 'x-own': 'a, b', 'content-type': 'text/html' }, 201),
    ['content type kept or defaulted', 'unicode lengths'],
  ),
  streams(
    'a web response of JSON is text, with the route’s headers',
    FETCH,
    'responseJson',
    json({ a: 1 }, { 'x-route': 'route' }),
    ['no double JSON'],
  ),
  streams('a web response of bytes', FETCH, 'responseBytes', bytes('AP8=', { 'content-type': 'image/png' }), [
    'binary by type or encoding',
  ]),
  streams(
    'a web response with several cookies, one with a comma',
    'https://fetch.spec.whatwg.org/#dom-headers-getsetcookie',
    'responseCookies',
    {
      status: 200,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: 'x',
      cookies: ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'],
    },
    ['several cookies'],
    {
      except: {
        'alb-single': {
          because: 'one Set-Cookie only in single-value mode',
          answer: UNEXPECTED,
          logs: 'turn on multi-value headers',
        },
      },
    },
  ),
  streams('a web response without a body', FETCH, 'responseEmpty', empty(204), ['204 and 304 without body']),
  streams('a web redirection', FETCH, 'responseRedirect', empty(303, { location: 'https://example.com/' }), [
    'redirects',
  ]),
  streams(
    'a web response that is no answer',
    `${FETCH}: Response.error() has status 0`,
    'responseError',
    UNEXPECTED,
    [],
    {
      logs: 'status 0',
    },
  ),
];

/** Nothing was read that would tell text from bytes. */
function bytesOrText(body: string): Answered {
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
}
