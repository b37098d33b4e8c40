/** Diffs in documents: they show two files of the repository whole, and are compared with them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** Problems of a page's blocks that begin with ```diff, the file before and the file after. */
export const checkDiffs = (text) =>
  [...text.matchAll(/^```diff (\S+) (\S+)\n([\s\S]*?)^```/gm)].flatMap(([, before, after, diff]) =>
    [
      [before, sideOf(diff, '-')],
      [after, sideOf(diff, '+')],
    ].flatMap(([path, side]) =>
      side === readFileSync(join(root, path), 'utf8') ? [] : [`the diff shows another ${path}`],
    ),
  );

/** The file that a diff shows: its own lines, and those of both sides. */
const sideOf = (diff, sign) =>
  diff
    .split('\n')
    .filter((line) => line === '' || line.startsWith(' ') || line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n');
