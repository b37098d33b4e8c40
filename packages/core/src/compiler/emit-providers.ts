/** The code that makes what routes need, each once, in the order of their dependencies; no container is left of it. */
import { planWiring, type WiringStep } from '../model/wiring.js';
import { scopeOfManifest } from '../model/wiring-scope.js';
import type { HandlerModule } from './handler-module.js';
import { access, instanceName, variableName } from './names.js';

/** The instances that a module of handlers declares. */
export class EmittedProviders {
  readonly #module: HandlerModule;
  /** Names by the ids of the plans' steps, which controllers that share an instance share. */
  readonly #names = new Map<string, string>();

  constructor(module: HandlerModule) {
    this.#module = module;
  }

  /** Declares an instance for a controller, after everything that it needs; returns its name. */
  declare(controller: string, token: string): string {
    const { steps, roots } = planWiring(scopeOfManifest(this.#module.manifest, controller), [token]);
    for (const step of steps) if (!this.#names.has(step.id)) this.#names.set(step.id, this.#emit(step));
    return this.#names.get(roots.get(token) as string) as string;
  }

  #emit(step: WiringStep): string {
    const { token, provider } = step;
    const module = this.#module;
    const name = variableName(token);
    if (provider.kind === 'value') return module.value(provider.value, name);
    if (provider.kind === 'factory') {
      const factory = module.value(provider.value, `${name}Factory`);
      return module.constant(name, `await ${factory}(${this.#arguments(step)})`);
    }
    const target = module.class(provider.class);
    const instance = module.constant(
      token === provider.class ? instanceName(target) : name,
      `new ${target}(${this.#arguments(step)})`,
    );
    for (const [property, id] of step.properties)
      module.statement(`${access(instance, property)} = ${this.#names.get(id)};`);
    return instance;
  }

  #arguments({ arguments: needs }: WiringStep): string {
    return needs.map((id) => (id === undefined ? 'undefined' : this.#names.get(id))).join(', ');
  }
}
