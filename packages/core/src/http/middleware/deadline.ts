import type { Middleware, MiddlewareReply } from '../context.js';
import { ABORT, remainingTime } from '../http-context.js';
import { GatewayTimeout } from '../http-errors.js';

export interface DeadlineOptions {
  /** Milliseconds before the end of the invocation. @default 500 */
  readonly margin?: number;
}

/**
 * Answers 504 shortly before Lambda would end the invocation, which a gateway answers without a word, and aborts `context.signal` then.
 *
 * @throws {RangeError} when the margin is no number of milliseconds
 * @example
 * const timely = deadline({ margin: 1000 });
 */
export function deadline({ margin = 500 }: DeadlineOptions = {}): Middleware {
  if (!(margin >= 0)) throw new RangeError(`the margin of deadline() is ${margin}, not a number of milliseconds`);
  return async (context, next) => {
    const remaining = remainingTime(context.lambda);
    if (remaining === undefined) return next();
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<MiddlewareReply>((_resolve, reject) => {
      timer = setTimeout(
        () => {
          (context as { [ABORT]?(): void })[ABORT]?.();
          reject(new GatewayTimeout('The answer took too long.'));
        },
        Math.max(0, remaining - margin),
      );
    });
    try {
      return await Promise.race([next(), over]);
    } finally {
      clearTimeout(timer);
    }
  };
}
