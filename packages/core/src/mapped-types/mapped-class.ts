import { markMapped } from '../metadata/mapped-bases.js';
import type { Class } from '../metadata/record.js';
import type { MappedClass } from './mapped-types.js';

/** Makes a class whose instances begin with what those of the given classes begin with. */
export function mappedClass<TInstance>(
  kind: string,
  bases: readonly Class[],
  has: (name: string) => boolean,
): MappedClass<TInstance> {
  class Mapped {
    constructor() {
      for (const base of bases) Object.assign(this, initialValues(base, has));
    }
  }
  Object.defineProperty(Mapped, 'name', { value: `${kind}${bases.map(({ name }) => name).join('And')}` });
  markMapped(Mapped, bases);
  return Mapped as unknown as MappedClass<TInstance>;
}

/** The properties that a new instance of a class has a value of. */
function initialValues(base: Class, has: (name: string) => boolean): object {
  let instance: object;
  try {
    instance = new (base as new () => object)();
  } catch {
    return {}; // a constructor that wants arguments has no initial values to give
  }
  return Object.fromEntries(Object.entries(instance).filter(([name, value]) => value !== undefined && has(name)));
}
