import { jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { toAnyReply } from '../../src/http/any-reply.js';
import type { Reply } from '../../src/http/front-door.js';
import { NotFound } from '../../src/http/http-errors.js';
import { toProblem } from '../../src/http/problem.js';
import { streamReply } from '../../src/http/stream-reply.js';
import { albEvent, functionUrlEvent, httpApiEvent, httpApiV1Event, restApiEvent } from '../../src/testing/index.js';
import { awslambda, LambdaResponseStream, readStreamed, type StreamingHandler, streams } from './lambda-streaming.js';

const get = { method: 'GET', path: '/feed' };
const context = { awsRequestId: 'request-1' } as Context;
const EIGHT_NULS = '00'.repeat(8);
const toResult = (reply: Reply): object => reply;

const log = jest.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => {
  log.mockClear();
  Object.assign(globalThis, { awslambda });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'awslambda');
});

/** A handler as it is compiled: what is thrown before the reply is answered. */
const handlerOf = (value: () => unknown, headers = {}): StreamingHandler =>
  streamReply(async () => {
    try {
      return await toAnyReply(value(), undefined, headers);
    } catch (error) {
      return toProblem(error, context);
    }
  }, toResult) as StreamingHandler;

async function streamed(handler: StreamingHandler, event: unknown = functionUrlEvent(get), delay = 0) {
  const stream = new LambdaResponseStream(delay);
  const returned = await handler(event, stream, context);
  expect(returned).toBeUndefined();
  expect(stream.writableFinished).toBe(true);
  return stream;
}

async function* lines() {
  yield 'one';
  yield 'two';
}

describe('streamReply, on Lambda', () => {
  it('makes a handler that the run time knows as streaming', () => {
    expect(streams(handlerOf(lines))).toBe(true);
  });

  it.each([
    ['a Function URL', functionUrlEvent(get)],
    ['a REST API', restApiEvent(get)],
  ])('sends %s a prelude, eight NULs and the pieces', async (_, event) => {
    expect(readStreamed(await streamed(handlerOf(lines, { 'x-a': '1' }), event))).toEqual({
      contentType: 'application/vnd.awslambda.http-integration-response',
      prelude: { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8', 'x-a': '1' } },
      delimiter: EIGHT_NULS,
      pieces: ['one', 'two'],
    });
  });

  it('sends each piece when it is there', async () => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handler = handlerOf(async function* () {
      yield 'one';
      await released;
      yield 'two';
    });
    const stream = new LambdaResponseStream();
    const answered = handler(functionUrlEvent(get), stream, context);
    while (stream.chunks.length < 4) await new Promise(setImmediate);
    expect(readStreamed(stream).pieces).toEqual(['one']);
    release?.();
    await answered;
    expect(readStreamed(stream).pieces).toEqual(['one', 'two']);
  });

  it('sends cookies in the prelude', async () => {
    const handler = streamReply(
      async () => ({ statusCode: 200, headers: {}, cookies: ['a=1', 'b=2'], stream: lines() }),
      toResult,
    ) as StreamingHandler;
    expect(readStreamed(await streamed(handler)).prelude).toEqual({
      statusCode: 200,
      headers: {},
      cookies: ['a=1', 'b=2'],
    });
  });

  it.each([
    ['text', { statusCode: 200, headers: { 'x-a': '1' }, body: 'whole' }, ['whole']],
    ['nothing', { statusCode: 204, headers: {} }, []],
  ])('sends an answer of %s that is no stream with its status', async (_, reply: Reply, pieces) => {
    const { body, ...prelude } = reply;
    expect(readStreamed(await streamed(streamReply(async () => reply, toResult) as StreamingHandler))).toMatchObject({
      prelude,
      delimiter: EIGHT_NULS,
      pieces,
    });
    expect(body).toBe(reply.body);
  });

  it('answers an error before the first piece with its problem document', async () => {
    const handler = handlerOf(async function* () {
      yield await Promise.reject(new NotFound('no such feed'));
    });
    expect(readStreamed(await streamed(handler))).toMatchObject({
      prelude: { statusCode: 404, headers: { 'content-type': 'application/problem+json' } },
      pieces: ['{"title":"Not Found","status":404,"detail":"no such feed"}'],
    });
  });

  it('logs an error after the first piece and breaks off', async () => {
    const error = new Error('the feed is gone');
    const handler = handlerOf(async function* () {
      yield 'one';
      throw error;
    });
    const stream = new LambdaResponseStream();
    await expect(handler(functionUrlEvent(get), stream, context)).rejects.toBe(error);
    expect(stream.writableEnded).toBe(false);
    expect(readStreamed(stream)).toMatchObject({ prelude: { statusCode: 200 }, pieces: ['one'] });
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { level: 'ERROR', requestId: 'request-1', message: 'the answer broke off', error: { message: error.message } },
    ]);
  });

  it('goes at the pace of a client that is slow', async () => {
    let made = 0;
    const handler = handlerOf(async function* () {
      for (made = 0; made < 20; made += 1) yield 'x'.repeat(8);
    });
    const stream = new LambdaResponseStream(1);
    const answered = handler(functionUrlEvent(get), stream, context);
    while (stream.chunks.length < 8) await new Promise(setImmediate);
    expect(made).toBeLessThan(12);
    await answered;
    expect(readStreamed(stream).pieces).toHaveLength(20);
  });

  it('stops its source when the client has gone', async () => {
    let isStopped = false;
    const handler = handlerOf(async function* () {
      try {
        for (;;) yield 'x'.repeat(8);
      } finally {
        isStopped = true;
      }
    });
    const stream = new LambdaResponseStream(1);
    const answered = handler(functionUrlEvent(get), stream, context);
    while (stream.chunks.length < 5) await new Promise(setImmediate);
    stream.destroy();
    await answered;
    expect(isStopped).toBe(true);
  });

  it('ends when the client goes with the last piece', async () => {
    const stream = new LambdaResponseStream(5);
    const answered = handlerOf(lines)(functionUrlEvent(get), stream, context);
    while (!stream.writableEnded) await new Promise(setImmediate);
    stream.destroy();
    await expect(answered).resolves.toBeUndefined();
  });

  it('rejects when the connection fails at the end', async () => {
    const stream = new LambdaResponseStream(5);
    const answered = handlerOf(lines)(functionUrlEvent(get), stream, context);
    while (!stream.writableEnded) await new Promise(setImmediate);
    stream.destroy(new Error('reset'));
    await expect(answered).rejects.toThrow('reset');
  });

  it.each([
    ['an HTTP API', httpApiEvent(get)],
    ['an HTTP API with payload 1.0', httpApiV1Event(get)],
    ['a load balancer', albEvent(get)],
  ])('sends %s, which cannot take pieces, the whole result', async (_, event) => {
    const stream = await streamed(handlerOf(lines), event);
    expect(stream.contentType).toBe('application/json');
    expect(JSON.parse(Buffer.concat(stream.chunks).toString())).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'onetwo',
    });
  });

  it('answers with 500 what fails while it is collected', async () => {
    const handler = handlerOf(async function* () {
      yield 'one';
      throw new Error('late');
    });
    const stream = await streamed(handler, httpApiEvent(get));
    expect(JSON.parse(Buffer.concat(stream.chunks).toString())).toMatchObject({ statusCode: 500 });
    expect(log).toHaveBeenCalledTimes(1);
  });
});

describe('streamReply, outside of Lambda', () => {
  beforeEach(() => Reflect.deleteProperty(globalThis, 'awslambda'));

  it('makes a handler that returns the whole result', async () => {
    const handler = handlerOf(lines) as unknown as (event: unknown, context: object) => Promise<unknown>;
    expect(streams(handler)).toBe(false);
    expect(await handler(functionUrlEvent(get), context)).toMatchObject({ statusCode: 200, body: 'onetwo' });
  });
});
