/** Shows the lines that mistakes are in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DefinitionError, type Problem } from '../errors/definition-error.js';

/** Does some work on an application; of what it refuses, the offending lines of the source are shown. */
export async function withSourceLines<TResult>(root: string, work: Promise<TResult>): Promise<TResult> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DefinitionError
      ? new DefinitionError(error.problems.map((problem) => withSourceLine(root, problem)))
      : error;
  }
}

const PLACE = /^(?<file>.+):(?<line>\d+):(?<column>\d+)$/;

function withSourceLine(root: string, problem: Problem): Problem {
  const place = problem.source === undefined ? PLACE.exec(problem.at ?? '')?.groups : undefined;
  const line = place && readLine(path.resolve(root, place.file as string), Number(place.line));
  if (place === undefined || line === undefined) return problem;
  return { ...problem, source: frameOf(line, Number(place.line), Number(place.column)) };
}

function readLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined; // what is in no file, or was deleted meanwhile
  }
}

/** Characters of a line that are shown, for lines that no person wrote. */
const WIDTH = 120;

function frameOf(text: string, line: number, column: number): string {
  const from = column > WIDTH ? column - WIDTH / 2 : 0;
  const shown = text.slice(from, from + WIDTH).trimEnd();
  // tabs stay what they are, so that the caret is below its place
  const indent = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  const number = String(line);
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${indent}^`;
}
