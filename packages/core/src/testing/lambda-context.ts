import type { Context } from 'aws-lambda';

/** What {@link lambdaContext} may be told. */
export interface LambdaContextOptions extends Partial<Context> {
  /**
   * Seconds that the function has from now on.
   * @default 3, as Lambda itself
   */
  readonly timeout?: number;
}

/**
 * Builds the context that Lambda hands to a handler; its remaining time counts down, in milliseconds.
 *
 * @example
 * await handler(event, lambdaContext({ functionName: 'todos-list', timeout: 10 }));
 */
export const lambdaContext = ({ timeout = 3, ...overrides }: LambdaContextOptions = {}): Context => {
  const deadline = Date.now() + timeout * 1000;
  const functionName = overrides.functionName ?? 'function';
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${functionName}`,
    memoryLimitInMB: '128',
    awsRequestId: '8476a536-e9f4-11e8-9739-2dfe598c3fcd',
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: '2026/01/01/[$LATEST]1d9d8d1c2f7b4c1f9a3e5b7c9d1e3f5a',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: noCallbacks,
    fail: noCallbacks,
    succeed: noCallbacks,
    ...overrides,
  };
};

/** Lambda took callbacks away with Node 24; a handler that still calls one should fail in a test too. */
const noCallbacks = (): never => {
  throw new TypeError('Lambda has no callbacks on this context since Node.js 24; return a promise instead');
};
