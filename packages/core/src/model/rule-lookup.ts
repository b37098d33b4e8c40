/** Looks up a class's rules: class-validator goes through those of all classes each time, which takes a second where there are a thousand. */

/** The part of class-validator's storage that knows rules; it puts one, shared by all its copies, on the global object. */
export interface RuleStorage<TRule> {
  readonly validationMetadatas: ReadonlyMap<unknown, readonly TRule[]>;
  /** The rules of a class and of those it extends. */
  getTargetValidationMetadatas(
    target: object,
    schema: string,
    always: boolean,
    strictGroups: boolean,
    groups?: readonly string[],
  ): readonly TRule[];
}

/** Looks up as the storage does, among the classes that can matter alone. */
export const lookUpRules =
  <TRule>(storage: RuleStorage<TRule>): RuleStorage<TRule>['getTargetValidationMetadatas'] =>
  (target, ...selection) => {
    const { validationMetadatas: rules } = storage;
    const owners = ownersOf(rules);
    const positions = new Set(owners.others);
    for (let each = (target as Owner).prototype ?? null; each !== null; each = Object.getPrototypeOf(each))
      for (const position of owners.byPrototype.get(each) ?? []) positions.add(position);
    // in the storage's order
    const lineage = [...positions].sort((one, other) => one - other).map((position) => owners.all[position]);
    const own = new Map(lineage.map((owner) => [owner, rules.get(owner)]));
    return storage.getTargetValidationMetadatas.call(
      Object.create(storage, { validationMetadatas: { value: own } }),
      target,
      ...selection,
    );
  };

/** A class, or a function that stands for one and may have no prototype. */
interface Owner {
  readonly prototype?: object | null;
}

/** Who has rules, by their positions in the storage. */
interface Owners {
  readonly all: readonly unknown[];
  readonly byPrototype: ReadonlyMap<object, readonly number[]>;
  /** Of which only the storage knows what extends them. */
  readonly others: readonly number[];
}

const known = new WeakMap<object, Owners>();

/** None is ever taken out of the storage. */
function ownersOf(rules: ReadonlyMap<unknown, unknown>): Owners {
  const last = known.get(rules);
  if (last?.all.length === rules.size) return last;
  const all = [...rules.keys()];
  const byPrototype = new Map<object, number[]>();
  const others: number[] = [];
  for (const [position, owner] of all.entries()) {
    if (!isPlainClass(owner)) others.push(position);
    else byPrototype.set(owner.prototype, [...(byPrototype.get(owner.prototype) ?? []), position]);
  }
  const owners = { all, byPrototype, others };
  known.set(rules, owners);
  return owners;
}

/** Whether `instanceof` goes by the prototype alone. */
const isPlainClass = (owner: unknown): owner is { readonly prototype: object } =>
  typeof owner === 'function' &&
  typeof owner.prototype === 'object' &&
  owner.prototype !== null &&
  owner[Symbol.hasInstance] === Function.prototype[Symbol.hasInstance];
