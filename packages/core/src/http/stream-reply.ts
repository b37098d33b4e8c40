/** Answers that are sent piece by piece: https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html */
import type { Context } from 'aws-lambda';
import type { Reply } from './front-door.js';
import { logError, toProblem } from './problem.js';
import { drain } from './stream.js';

/** What Lambda's Node.js run time has as a global for functions that stream. */
interface LambdaStreaming {
  streamifyResponse(
    handler: (event: never, responseStream: ResponseStream, context: Context) => Promise<void>,
  ): unknown;
  readonly HttpResponseStream: { from(stream: ResponseStream, prelude: object): ResponseStream };
}

/** The part of Node's Writable that is used. */
interface ResponseStream {
  write(piece: string | Uint8Array): boolean;
  end(): void;
  once(event: 'drain' | 'close' | 'finish' | 'error', listener: (error?: Error) => void): void;
  off(event: 'drain' | 'close', listener: (error?: Error) => void): void;
  readonly destroyed: boolean;
  setContentType?(type: string): void;
}

/**
 * Makes a handler that sends the stream of a reply piece by piece, and its whole answer where the front door of an event
 * cannot take pieces (HTTP APIs, load balancers) or outside of Lambda.
 */
export function streamReply<TEvent, TResult>(
  answer: (event: TEvent, context: Context) => Promise<Reply>,
  toResult: (reply: Reply, event: TEvent) => TResult,
): unknown {
  const { awslambda } = globalThis as unknown as { readonly awslambda?: LambdaStreaming };
  // nothing is sent yet: what the stream fails with can still be answered
  const whole = async (reply: Reply, event: TEvent, context: Context): Promise<TResult> => {
    try {
      return toResult(await drain(reply, event), event);
    } catch (error) {
      return toResult(toProblem(error, context), event);
    }
  };
  if (awslambda === undefined)
    return async (event: TEvent, context: Context) => whole(await answer(event, context), event, context);
  return awslambda.streamifyResponse(async (event: TEvent, responseStream, context) => {
    const reply = await answer(event, context);
    if (takesWhole(event)) {
      responseStream.setContentType?.('application/json');
      responseStream.write(JSON.stringify(await whole(reply, event, context)));
      return end(responseStream);
    }
    const { statusCode, headers, cookies } = reply;
    const stream = awslambda.HttpResponseStream.from(responseStream, {
      statusCode,
      headers,
      ...(cookies === undefined ? {} : { cookies }),
    });
    return send(reply, stream, context);
  });
}

/** Only Function URLs and REST APIs can send pieces; an HTTP API's events look like a Function URL's but for the domain. */
function takesWhole(event: unknown): boolean {
  const { version, requestContext } = (event ?? {}) as {
    readonly version?: unknown;
    readonly requestContext?: { readonly domainName?: unknown; readonly elb?: unknown };
  };
  if (version === '2.0') return !String(requestContext?.domainName).includes('.lambda-url.');
  return version === '1.0' || requestContext?.elb !== undefined;
}

/**
 * Sends a reply. What fails after the first byte cannot be answered any more: it is logged and thrown, which Lambda sends on as
 * the end of an answer that broke off. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming
 */
async function send(reply: Reply, stream: ResponseStream, context: Context): Promise<void> {
  if (reply.stream === undefined) {
    // a stream that nothing was written to would be sent without its status and headers
    stream.write(reply.body ?? '');
    return end(stream);
  }
  try {
    stream.write('');
    for await (const piece of reply.stream) {
      if (stream.destroyed) return;
      if (!stream.write(piece)) await drained(stream);
    }
    return end(stream);
  } catch (error) {
    logError('the answer broke off', error, context);
    throw error;
  }
}

/** The slower side sets the pace; a client that has gone sets none. */
const drained = (stream: ResponseStream): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.once('drain', done);
    stream.once('close', done);
  });

const end = (stream: ResponseStream): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('finish', () => resolve());
    // without an end where the client has gone
    stream.once('close', () => resolve());
    stream.once('error', reject);
    stream.end();
  });
