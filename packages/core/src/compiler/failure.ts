/** What bundling or loading the author's code failed with, as problems in the author's files. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefinitionError, type Problem } from '../errors/definition-error.js';
import type { LoadFailure } from './parent-process.js';
import { relativePath } from './project-files.js';

/** The part of a bundler's error that is read. */
interface BundlerError {
  readonly message: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/** Turns a failed bundle into a {@link DefinitionError}; an error that is not about the author's code is returned as it is. */
export function bundleFailure(error: unknown, root: string): unknown {
  const { errors } = error as { readonly errors?: readonly BundlerError[] };
  if (!Array.isArray(errors) || errors.length === 0) return error;
  return new DefinitionError(errors.map((entry) => sourceProblem(entry, root)));
}

function sourceProblem(error: BundlerError, root: string): Problem {
  const lines = error.message.replace(ANSI, '').split('\n');
  const frame = lines.map((line) => FRAME.exec(line)?.groups).find((groups) => groups !== undefined);
  const file = error.loc?.file ?? frame?.file ?? error.id;
  const line = error.loc?.line ?? frame?.line;
  // the bundler counts columns from 0, its code frames from 1
  const column = error.loc?.column === undefined ? frame?.column : error.loc.column + 1;
  const where = file === undefined ? root : relativePath(root, path.resolve(root, file));
  const place = line === undefined ? where : `${where}:${line}:${column}`;
  const what = (lines[0] as string)
    .replace(/^(?:Build failed with .*|\[[A-Z_]+\])\s*/, '')
    .trim()
    .replace(/\.$/, '');
  return { code: 'SOURCE_INVALID', where, at: place, message: `${what}; correct the file` };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
const ANSI = /\u001b\[[0-9;]*m/g;
/** The place in a code frame: `╭─[ src/a.ts:3:4 ]`. */
const FRAME = /\[\s*(?<file>[^\s:\]]+):(?<line>\d+):(?<column>\d+)\s*\]/;

/** The place in a line of a stack: `at read (/src/a.ts:3:4)`, `at async file:///src/a.ts:3:4`. */
const STACK_FRAME = /(?:^\s*at (?:async )?|\()(?<file>(?:file:\/\/)?\/.+|[A-Z]:\\.+):(?<line>\d+):(?<column>\d+)\)?$/;

/** The problem that a module threw while it was loaded, at the first place of its stack that is in the project. */
export function loadProblem({ message, stack }: LoadFailure['error'], root: string): Problem {
  const frames = stack.split('\n').flatMap((line) => {
    const place = STACK_FRAME.exec(line)?.groups as
      | { readonly file: string; readonly line: string; readonly column: string }
      | undefined;
    if (place === undefined) return [];
    return [{ ...place, file: place.file.startsWith('file:') ? fileURLToPath(place.file) : place.file }];
  });
  const own = frames.find(
    ({ file }) => file.startsWith(root + path.sep) && !file.includes(`${path.sep}node_modules${path.sep}`),
  );
  const at = own && `${relativePath(root, own.file)}:${own.line}:${own.column}`;
  const detail = own === undefined && stack !== '' ? `${message}\n${stack}` : message;
  return {
    code: 'CONTROLLER_LOAD_FAILED',
    where: own === undefined ? 'the controllers' : relativePath(root, own.file),
    message: `threw while it was loaded: ${detail}; the build loads controllers to read their decorators, so code that needs the deployed environment belongs in a constructor or a method`,
    ...(at === undefined ? {} : { at }),
  };
}
