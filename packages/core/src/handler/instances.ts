import type { ClassTable } from '../model/class-table.js';
import { planWiring, type WiringPlan, type WiringScope, type WiringStep } from '../model/wiring.js';

/** The instances of a handler: each is made once, after everything it needs. */
export class Instances {
  readonly #plan: WiringPlan;
  readonly #classes: ClassTable;
  readonly #instances: Map<string, unknown>;

  /** @param made what has been made for other controllers of the handler, which share it */
  constructor(
    scope: WiringScope,
    roots: readonly string[],
    classes: ClassTable,
    made: Map<string, unknown> = new Map<string, unknown>(),
  ) {
    this.#plan = planWiring(scope, roots);
    this.#classes = classes;
    this.#instances = made;
  }

  /** Whether something has to be awaited before the first request. */
  get isAsync(): boolean {
    return this.#plan.steps.some(({ provider }) => provider.kind === 'factory');
  }

  /** Makes everything where nothing has to be awaited. */
  make(): this {
    for (const step of this.#missing()) this.#instances.set(step.id, this.#makeOne(step));
    return this;
  }

  /** Makes everything, one after the other; what factories promise is awaited. */
  async makeAsync(): Promise<this> {
    for (const step of this.#missing()) {
      const made = this.#makeOne(step);
      this.#instances.set(step.id, step.provider.kind === 'factory' ? await made : made);
    }
    return this;
  }

  /** The instance of a root. */
  of(root: string): unknown {
    return this.#instances.get(this.#plan.roots.get(root) as string);
  }

  #missing(): readonly WiringStep[] {
    return this.#plan.steps.filter(({ id }) => !this.#instances.has(id));
  }

  #makeOne({ provider, arguments: needs, properties }: WiringStep): unknown {
    const values = needs.map((id) => (id === undefined ? undefined : this.#instances.get(id)));
    if (provider.kind === 'value') return this.#classes.values.get(provider.value);
    if (provider.kind === 'factory')
      return (this.#classes.values.get(provider.value) as (...given: unknown[]) => unknown)(...values);
    const target = this.#classes.classOf(provider.class) as unknown as new (...given: unknown[]) => object;
    const instance = new target(...values);
    for (const [name, id] of properties) (instance as Record<string, unknown>)[name] = this.#instances.get(id);
    return instance;
  }
}
