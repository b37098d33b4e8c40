/** The thread that a function runs in: what Lambda's run time is to a function, as little of it as handlers can see. */
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { lambdaContext } from '@gatewright/core/testing';
import type { InvokeMessage, ThreadMessage, ThreadStart } from './thread-messages.js';

type Handler = (event: unknown, context: unknown) => unknown;

// So that stack traces point into the user's own files.
process.setSourceMapsEnabled(true);

const send = (message: ThreadMessage): void => parentPort?.postMessage(message);

const contextOf = ({ awsRequestId, deadline }: InvokeMessage) =>
  lambdaContext({
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  });

const invoke = async (handler: Handler, message: InvokeMessage): Promise<ThreadMessage> => {
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message));
    // Lambda writes `null` for a handler that returns nothing.
    return { kind: 'result', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failure', report: inspect(error) };
  }
};

const { handler } = (await import((workerData as ThreadStart).entry)) as { readonly handler?: Handler };
if (typeof handler !== 'function') throw new TypeError(`${(workerData as ThreadStart).entry} exports no handler`);
parentPort?.on('message', async (message: InvokeMessage) => send(await invoke(handler, message)));
send({ kind: 'ready' });
