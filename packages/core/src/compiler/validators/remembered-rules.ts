/** Lets class-validator look up a class's rules once, and not for each object that it validates. */
import { lookUpRules } from '../../model/rule-lookup.js';
import { type ValidationStorage, validationStorage } from './tag-decorators.js';

/** Runs something while no decorator is applied. */
export async function withRememberedRules<TResult>(run: () => Promise<TResult>): Promise<TResult> {
  const storage = validationStorage();
  if (storage === undefined) return run();
  const own = Object.getOwnPropertyDescriptor(storage, LOOKUP);
  Object.defineProperty(storage, LOOKUP, { value: remembered(storage), configurable: true });
  try {
    return await run();
  } finally {
    if (own === undefined) Reflect.deleteProperty(storage, LOOKUP);
    else Object.defineProperty(storage, LOOKUP, own);
  }
}

const LOOKUP = 'getTargetValidationMetadatas';

type Lookup = ValidationStorage[typeof LOOKUP];

function remembered(storage: ValidationStorage): Lookup {
  const own: ValidationStorage = Object.create(storage, { [LOOKUP]: { value: storage[LOOKUP] } });
  const lookUp = lookUpRules(own);
  const known = new Map<unknown, Map<string, ReturnType<Lookup>>>();
  return (target, ...selection) => {
    const selections = known.get(target) ?? new Map<string, ReturnType<Lookup>>();
    known.set(target, selections);
    const key = JSON.stringify(selection);
    const rules = selections.get(key) ?? lookUp(target, ...selection);
    selections.set(key, rules);
    return [...rules];
  };
}
