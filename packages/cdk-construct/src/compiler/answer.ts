import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AnalyzeOptions, analyze, build, isDefinitionError } from '@gatewright/core/compiler';
import { storeFolder } from './handler-folder.js';
import type { Compilation, CompileReply, CompileRequest } from './request.js';

/** Runs the compiler as asked; a mistake in the controllers is an answer too. */
export async function answer(request: CompileRequest): Promise<CompileReply> {
  try {
    return { compilation: request.task === 'build' ? await buildHandlers(request) : await readControllers(request) };
  } catch (error) {
    return { message: messageOf(error) };
  }
}

async function readControllers(request: CompileRequest): Promise<Compilation> {
  const { manifest, warnings } = await analyze(readOptions(request));
  return { manifest, warnings, folders: {} };
}

const readOptions = ({ root, controllers, application, packaging, cors }: CompileRequest): AnalyzeOptions => ({
  root,
  controllers,
  application,
  packaging,
  cors,
});

/** Builds beside the store, not in cdk.out: there `cdk watch` sees nothing, and source maps hold the same paths on every machine. */
async function buildHandlers(request: CompileRequest): Promise<Compilation> {
  const { root, bundling } = request;
  const store = join(root, 'node_modules', '.cache', 'gatewright', 'handlers');
  mkdirSync(store, { recursive: true });
  const outDir = mkdtempSync(join(store, 'build-'));
  try {
    const result = await build({
      ...readOptions(request),
      outDir,
      frontDoors: [request.frontDoor],
      sourceMap: false,
      ...bundling,
    });
    const folders = result.functions.map(({ id, dir }) => [id, storeFolder(dir, store)]);
    return { manifest: result.manifest, warnings: result.warnings, folders: Object.fromEntries(folders) };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** A mistake of the author has all there is to say in its message; of anything else the stack is needed. */
function messageOf(error: unknown): string {
  if (isDefinitionError(error)) return error.message;
  return error instanceof Error ? `${error.stack}` : String(error);
}
