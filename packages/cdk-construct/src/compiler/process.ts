import { spawnSync } from 'node:child_process';
import { problemLine } from '../problem.js';
import type { Compilation, CompileReply, CompileRequest } from './request.js';
import { COMPILE_WORKER_FILE } from './worker-file.js';

/** Index of the reply's pipe: after standard input, output and error. */
const REPLY_FILE = 3;

/** Runs the compiler in a process of its own and waits for its answer; its refusal is thrown as it is, for the author to read. */
export function runCompiler(request: CompileRequest): Compilation {
  const { output, error, status, signal } = spawnSync(process.execPath, [COMPILE_WORKER_FILE], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
    // Loaders and flags of this process (tsx, a debugger, jest's vm modules) are not for the compiler.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const said = (output ?? []).slice(1, REPLY_FILE).join('');
  const text = output?.[REPLY_FILE];
  if (!text) throw new Error(stoppedMessage(request, error?.message ?? `exit ${signal ?? status}`, said));
  process.stderr.write(said);
  const reply: CompileReply = JSON.parse(text);
  if ('message' in reply) throw new Error(reply.message);
  return reply.compilation;
}

const stoppedMessage = ({ root }: CompileRequest, how: string, said: string): string =>
  `${problemLine({
    code: 'COMPILER_STOPPED',
    where: root,
    message: `the compiler stopped without an answer (${how}); look at its output`,
  })}\n${said}`.trimEnd();
