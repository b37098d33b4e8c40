import { type Class, type DecoratorRecord, readOwnRecords } from '../metadata/record.js';
import type { OwnedRecord } from './value-table.js';

const owned = new WeakMap<readonly DecoratorRecord[], readonly OwnedRecord[]>();

/** The records written on exactly this class, each with its position among those of its name and target. */
export function ownedRecords(owner: Class): readonly OwnedRecord[] {
  const records = readOwnRecords(owner);
  // a list of records is replaced, never changed
  const known = owned.get(records) ?? describe(records, owner);
  owned.set(records, known);
  return known;
}

function describe(records: readonly DecoratorRecord[], owner: Class): OwnedRecord[] {
  return records.map((entry, index) => {
    const same = (other: DecoratorRecord): boolean => isSameKind(entry, other);
    // decorators run bottom-up; occurrences are counted top-down
    const occurrence = records.slice(index + 1).filter(same).length;
    return { ...entry, owner, occurrence, count: records.filter(same).length };
  });
}

const isSameKind = (one: DecoratorRecord, other: DecoratorRecord): boolean =>
  one.decorator === other.decorator && one.member === other.member && one.parameter === other.parameter;
