import { type Class, readOwnRecords } from '../metadata/record.js';
import type { OwnedRecord } from './value-table.js';

/** The records written on exactly this class, each with its position among those of its name and target. */
export function ownedRecords(owner: Class): OwnedRecord[] {
  const counts = new Map<string, number>();
  // decorators run bottom-up; occurrences are counted top-down
  return [...readOwnRecords(owner)]
    .reverse()
    .map((entry) => {
      const target = `${entry.decorator} ${String(entry.member)} ${entry.parameter}`;
      const occurrence = counts.get(target) ?? 0;
      counts.set(target, occurrence + 1);
      return { ...entry, owner, occurrence };
    })
    .reverse();
}
