import { Writable } from 'node:stream';

/** What a response stream got until it ended or broke off. */
export interface Streamed {
  readonly contentType: string;
  readonly chunks: readonly Buffer[];
}

/** The response stream of Lambda's Node.js run time, with the members that aws-lambda-ric 4 gives it. */
export class LambdaResponseStream extends Writable {
  readonly chunks: Buffer[] = [];
  contentType = 'application/octet-stream';
  _onBeforeFirstWrite: ((write: (chunk: string | Uint8Array) => void) => void) | undefined;
  #isWritten = false;

  /** @param delay milliseconds that each chunk takes */
  constructor(readonly delay = 0) {
    super({ highWaterMark: 8 });
  }

  setContentType(type: string): void {
    if (this.#isWritten) throw new Error('Cannot set content-type, too late.');
    this.contentType = type;
  }

  override write(chunk: unknown, ...rest: never[]): boolean {
    if (!this.#isWritten) this._onBeforeFirstWrite?.((piece) => super.write(piece));
    this.#isWritten = true;
    return super.write(chunk, ...rest);
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.chunks.push(chunk);
    if (this.delay > 0) setTimeout(done, this.delay);
    else done();
  }
}

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');

/** A handler that streams, as the run time knows it. */
export type StreamingHandler = ((event: unknown, stream: LambdaResponseStream, context: object) => Promise<unknown>) & {
  readonly [STREAMING]?: string;
};

export const streams = (handler: object): boolean => (handler as StreamingHandler)[STREAMING] === 'response';

/** The global that Lambda's Node.js run time sets up (aws-lambda-ric 4, `HttpResponseStream` and `setupGlobals`). */
export const awslambda = {
  streamifyResponse: (handler: object) => Object.assign(handler, { [STREAMING]: 'response' }),
  HttpResponseStream: {
    from(stream: LambdaResponseStream, prelude: object): LambdaResponseStream {
      stream.setContentType('application/vnd.awslambda.http-integration-response');
      stream._onBeforeFirstWrite = (write) => {
        write(JSON.stringify(prelude));
        write(new Uint8Array(8));
      };
      return stream;
    },
  },
};

/** Takes apart what a front door gets: the prelude before eight NULs, and the pieces of the body. */
export function readStreamed({ contentType, chunks }: Streamed) {
  const [prelude, delimiter, ...pieces] = chunks.filter(({ length }) => length > 0);
  return {
    contentType,
    prelude: JSON.parse(String(prelude)) as unknown,
    delimiter: delimiter?.toString('hex'),
    pieces: pieces.map(String),
  };
}
