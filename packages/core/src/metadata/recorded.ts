import { type Class, readLineage, readOwnRecords } from './record.js';

/** Which argument of which record; `occurrence` counts from the top of the source. */
export interface RecordedArgument {
  /** Position of the class in the lineage, from 0, the class itself. */
  readonly depth: number;
  readonly decorator: string;
  readonly member?: string;
  readonly parameter?: number;
  readonly occurrence: number;
  readonly argument: number;
}

/** What a decorator was given that another function applied, so that no module has it by a name; read once, while a handler loads. */
export function recorded(target: Class, place: RecordedArgument): unknown {
  const records = readOwnRecords(readLineage(target)[place.depth] as Class).filter(
    ({ decorator, member, parameter }) =>
      decorator === place.decorator && member === place.member && parameter === place.parameter,
  );
  // decorators run bottom-up
  return records.at(-1 - place.occurrence)?.arguments[place.argument];
}
