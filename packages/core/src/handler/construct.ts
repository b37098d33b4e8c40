import type { ClassTable } from '../model/class-table.js';
import type { ApplicationReading } from '../model/reading.js';

/** Constructs a class after everything its constructor needs; each class once. */
export function construct(application: ApplicationReading, classes: ClassTable, root: string): unknown {
  const instances = new Map<string, unknown>();
  const make = (key: string): unknown => {
    if (instances.has(key)) return instances.get(key);
    const dependencies = (application.classes[key]?.dependencies ?? []).map(({ class: dependency }) =>
      make(dependency as string),
    );
    const target = classes.classOf(key) as unknown as new (...values: unknown[]) => unknown;
    const instance = new target(...dependencies);
    instances.set(key, instance);
    return instance;
  };
  return make(root);
}
