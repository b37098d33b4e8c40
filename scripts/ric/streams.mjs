import { deepStrictEqual } from 'node:assert';
import { feedEvent } from './events.mjs';

const PRELUDE = 'application/vnd.awslambda.http-integration-response';
const EVENT_STREAM = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };
const BROKEN = { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } };

/** What each method of the feed sends: its prelude, its body, and the message of what it broke off with. */
const STREAMS = {
  ticks: [{ statusCode: 200, headers: EVENT_STREAM }, 'id: 1\ndata: one\n\nid: 2\ndata: two\n\n'],
  items: [{ statusCode: 200, headers: { 'content-type': 'application/json' } }, '[{"id":1},{"id":2}]'],
  missing: [
    { statusCode: 404, headers: { 'content-type': 'application/problem+json' } },
    '{"title":"Not Found","status":404,"detail":"no such feed"}',
  ],
  broken: [BROKEN, 'one', 'the feed is gone'],
};

/**
 * Checks what goes to Lambda of answers that stream, and that an HTTP API gets its answer whole.
 *
 * @param handlerOf `(frontDoors, method)` builds and gives what invokes a method of the feed
 * @returns how many answers were checked
 */
export async function checkStreams(handlerOf) {
  for (const frontDoor of ['function-url', 'rest-api'])
    for (const [method, [prelude, body, message]] of Object.entries(STREAMS)) {
      const [answer] = await handlerOf([frontDoor], method)(feedEvent(frontDoor, method));
      deepStrictEqual(readStreamed(answer), { contentType: PRELUDE, prelude, body, message }, `${frontDoor} ${method}`);
    }
  const [whole] = await handlerOf(['http-api', 'function-url'], 'ticks')(feedEvent('http-api', 'ticks'));
  deepStrictEqual(whole.contentType, 'application/json');
  deepStrictEqual(JSON.parse(Buffer.concat(whole.chunks)), {
    statusCode: 200,
    headers: EVENT_STREAM,
    body: STREAMS.ticks[1],
  });
  return 2 * Object.keys(STREAMS).length + 1;
}

/** The prelude stands before eight NULs; pieces that were sent at once may have come as one. */
function readStreamed({ contentType, chunks, failure }) {
  const all = Buffer.concat(chunks);
  const delimiter = all.indexOf(Buffer.alloc(8));
  const prelude = JSON.parse(all.subarray(0, delimiter));
  const body = all.subarray(delimiter + 8);
  return { contentType, prelude, body: body.toString(), message: failure?.errorMessage };
}
