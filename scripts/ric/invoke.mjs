import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startRuntimeApi } from './runtime-api.mjs';

/** Runs `index.handler` of a folder under AWS's own runtime interface client and returns what it answers to each event. */
export async function invokeAll(ricFolder, taskRoot, events) {
  const api = await startRuntimeApi();
  const runtime = spawn(process.execPath, [join(ricFolder, 'node_modules/aws-lambda-ric/index.mjs')], {
    cwd: taskRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      AWS_LAMBDA_RUNTIME_API: api.host,
      LAMBDA_TASK_ROOT: taskRoot,
      _HANDLER: 'index.handler',
      AWS_LAMBDA_FUNCTION_NAME: 'smoke',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/smoke',
      AWS_LAMBDA_LOG_STREAM_NAME: 'smoke',
    },
  });
  const ended = new Promise((_, reject) => {
    runtime.on('error', reject);
    runtime.on('exit', (code, signal) => reject(new Error(`the runtime interface client ended: ${code ?? signal}`)));
  });
  ended.catch(() => {}); // it also ends when all is answered
  try {
    const results = [];
    for (const event of events) results.push(await Promise.race([api.invoke(event), ended]));
    return results;
  } finally {
    runtime.kill();
    api.close();
  }
}
