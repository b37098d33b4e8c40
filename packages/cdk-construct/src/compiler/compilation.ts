import type { IConstruct } from 'constructs';
import { runCompiler } from './process.js';
import type { Compilation, CompileRequest } from './request.js';

/** By the root of the construct tree: stages of one app share what was compiled, and a later synth in this process compiles anew. */
const compilations = new WeakMap<IConstruct, Map<string, Compilation>>();

/** Compiles an application's controllers, once for all constructs of the same app that ask for the same. */
export function compile(scope: IConstruct, request: CompileRequest): Compilation {
  const { root } = scope.node;
  const known = compilations.get(root) ?? new Map<string, Compilation>();
  compilations.set(root, known);
  const key = JSON.stringify(request);
  const compilation = known.get(key) ?? runCompiler(request);
  known.set(key, compilation);
  return compilation;
}
