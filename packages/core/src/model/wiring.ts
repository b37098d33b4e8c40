/**
 * Wiring: which provider stands for a token, and in which order everything is made. Both executors follow the same plan; it is
 * made of readings in one and of the manifest in the other.
 */
import type { DependencyManifest, ProviderManifest, ProvidersManifest } from './manifest.js';

/** What is known of classes and providers where one controller is made. */
export interface WiringScope {
  /** Key of the controller's class. */
  readonly controller: string;
  /** The controller's providers; they win over those that it shares. */
  readonly own: ProvidersManifest;
  /** The application's providers. */
  readonly shared: ProvidersManifest;
  readonly classes: Readonly<Record<string, WiringClass | undefined>>;
}

/** What wiring needs to know of a class. */
export interface WiringClass {
  readonly injectable?: boolean;
  readonly dependencies?: readonly WiringDependency[];
}

/** A dependency; one without a token has been refused. */
export type WiringDependency = DependencyManifest | { readonly token?: undefined; readonly property?: string };

/** One instance to make, after those it needs. */
export interface WiringStep {
  /** The same for controllers that share the instance. */
  readonly id: string;
  /** Key of the token it stands for. */
  readonly token: string;
  readonly provider: Exclude<ProviderManifest, { readonly kind: 'existing' }>;
  /** Ids of the arguments' instances, in their order; undefined for what nothing is provided for. */
  readonly arguments: readonly (string | undefined)[];
  /** Names of properties and the ids of what they get. */
  readonly properties: readonly (readonly [name: string, id: string])[];
}

/** The provider of a token: the controller's, the application's, or the injectable class itself. */
export function providerOf({ own, shared, classes }: WiringScope, token: string): ProviderManifest | undefined {
  if (Object.hasOwn(own, token)) return own[token];
  if (Object.hasOwn(shared, token)) return shared[token];
  return classes[token]?.injectable ? { kind: 'class', class: token } : undefined;
}

/** The provider of what is made for a controller's own sake: itself, and its middleware. */
export const rootProvider = (scope: WiringScope, token: string): ProviderManifest =>
  (token === scope.controller ? undefined : providerOf(scope, token)) ?? { kind: 'class', class: token };

/** What has to be there before a provider. */
export function dependenciesOf({ classes }: WiringScope, provider: ProviderManifest): readonly WiringDependency[] {
  if (provider.kind === 'class') return classes[provider.class]?.dependencies ?? [];
  if (provider.kind === 'existing') return [{ token: provider.token }];
  return provider.kind === 'factory' ? provider.inject : [];
}

/** Everything to make, in order, and the id of each root's instance. */
export interface WiringPlan {
  readonly steps: readonly WiringStep[];
  readonly roots: ReadonlyMap<string, string>;
}

/** Plans what is made for a controller; what is missing or needs itself has been refused before. */
export function planWiring(scope: WiringScope, roots: readonly string[]): WiringPlan {
  const planner = new Planner(scope);
  const ids = roots.map((root) => [root, planner.add(root, rootProvider(scope, root)).id] as const);
  return { steps: planner.steps, roots: new Map(ids) };
}

/** An instance, and whether it is the controller's alone because of something that it needs. */
interface Planned {
  readonly id: string;
  readonly isOwn: boolean;
}

class Planner {
  readonly steps: WiringStep[] = [];
  readonly #scope: WiringScope;
  readonly #planned = new Map<string, Planned>();

  constructor(scope: WiringScope) {
    this.#scope = scope;
  }

  add(token: string, provider: ProviderManifest): Planned {
    const known = this.#planned.get(token);
    if (known !== undefined) return known;
    const planned = this.#plan(token, provider);
    this.#planned.set(token, planned);
    return planned;
  }

  #plan(token: string, provider: ProviderManifest): Planned {
    const { own, controller } = this.#scope;
    const needs = dependenciesOf(this.#scope, provider).map((dependency) => ({
      property: dependency.property,
      planned: this.#find(dependency.token as string),
    }));
    const isOwn = token === controller || Object.hasOwn(own, token) || needs.some(({ planned }) => planned?.isOwn);
    if (provider.kind === 'existing') return { id: needs[0]?.planned?.id as string, isOwn };
    const id = isOwn && token !== controller ? `${controller} ${token}` : token;
    this.steps.push({
      id,
      token,
      provider,
      arguments: needs.flatMap(({ property, planned }) => (property === undefined ? [planned?.id] : [])),
      properties: needs.flatMap(({ property, planned }) =>
        property === undefined || planned === undefined ? [] : [[property, planned.id] as const],
      ),
    });
    return { id, isOwn };
  }

  #find(token: string): Planned | undefined {
    const provider = providerOf(this.#scope, token);
    return provider === undefined ? undefined : this.add(token, provider);
  }
}
