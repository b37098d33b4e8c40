/** The candidate that needs the fewest single-letter edits to become the name, if they are at most a third of it; case does not count. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => editDistance(name.toLowerCase(), candidate.toLowerCase()));
  const least = Math.min(...distances);
  return least <= name.length / 3 ? candidates[distances.indexOf(least)] : undefined;
}

/** Levenshtein's distance: row by row, the edits from each beginning of one word to each beginning of the other. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...from].entries()) {
    const row = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = cell(above, column) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, cell(above, column + 1) + 1, cell(row, column) + 1));
    }
    above = row;
  }
  return cell(above, to.length);
}

const cell = (row: readonly number[], column: number): number => row[column] as number;
