import type { ClassTable } from '../model/class-table.js';
import type { ApplicationReading } from '../model/reading.js';

/** The instances of a handler: each class is constructed once, after everything its constructor needs. */
export class Instances {
  readonly #application: ApplicationReading;
  readonly #classes: ClassTable;
  readonly #instances = new Map<string, unknown>();

  constructor(application: ApplicationReading, classes: ClassTable) {
    this.#application = application;
    this.#classes = classes;
  }

  /** The instance of a class by its key. */
  of(key: string): unknown {
    const known = this.#instances.get(key);
    if (known !== undefined) return known;
    const dependencies = (this.#application.classes[key]?.dependencies ?? []).map(({ class: dependency }) =>
      this.of(dependency as string),
    );
    const target = this.#classes.classOf(key) as unknown as new (...values: unknown[]) => unknown;
    const instance = new target(...dependencies);
    this.#instances.set(key, instance);
    return instance;
  }
}
