/** A record is what one decorator wrote down, untouched: its name, its arguments and what it stands on. */
export interface DecoratorRecord {
  /** Name of the decorator, for example `Get`. */
  readonly decorator: string;
  readonly arguments: readonly unknown[];
  /** Name of the method or property decorated; absent for a class and its constructor's parameters. */
  readonly member?: string | symbol;
  /** Position of the parameter decorated, from 0. */
  readonly parameter?: number;
  /** Whether it stands on a static member. */
  readonly static?: true;
  /** Whether it stands on a property rather than a method. */
  readonly property?: true;
}

/** Any class, for what is only passed on or constructed. */
// biome-ignore lint/suspicious/noExplicitAny: only `any[]` accepts every constructor
export type Class<TInstance = unknown> = abstract new (...parameters: any[]) => TInstance;

const RECORDS = Symbol.for('gatewright.records');

type Recorded = { readonly [RECORDS]?: readonly DecoratorRecord[] };

/** Appends a record to a class; the class's own list is replaced, never changed, and a base class's never touched. */
export function record(target: Class, entry: DecoratorRecord): void {
  Object.defineProperty(target, RECORDS, {
    value: [...readOwnRecords(target), entry],
    configurable: true,
    enumerable: false,
  });
}

/** The records that decorators wrote on exactly this class, in the order they ran. */
export const readOwnRecords = (target: Class): readonly DecoratorRecord[] =>
  Object.hasOwn(target, RECORDS) ? ((target as Recorded)[RECORDS] ?? []) : [];

/** The class and its base classes, most derived first. */
export function readLineage(target: Class): Class[] {
  const lineage: Class[] = [];
  for (let current: unknown = target; typeof current === 'function' && current !== Function.prototype; ) {
    lineage.push(current as Class);
    current = Object.getPrototypeOf(current);
  }
  return lineage;
}
