import type { Manifest } from './manifest.js';
import { planWiring } from './wiring.js';
import { scopeOfManifest, wiringRoots } from './wiring-scope.js';

/** Something that is made for a route. */
export interface ReachedProvider {
  /** Key of the token it stands for; a class's own, unless something else is provided for it. */
  readonly token: string;
  /** Key of its class in {@link Manifest.classes}, where it is made by constructing one. */
  readonly class?: string;
}

/**
 * Everything that is made for a route, in the order it is made: what its controller and its middleware need, and these themselves.
 *
 * @throws {TypeError} where the manifest has no route of that id
 * @example
 * reachedProviders(manifest, 'TodosController.list'); // [{ token: 'TodoStore', class: 'TodoStore' }, { token: 'TodosController', ... }]
 */
export function reachedProviders(manifest: Manifest, routeId: string): readonly ReachedProvider[] {
  const route = manifest.routes.find(({ id }) => id === routeId);
  const controller = manifest.controllers.find(({ name }) => name === route?.controller);
  if (route === undefined || controller === undefined) throw new TypeError(`the manifest has no route ${routeId}`);
  const scope = scopeOfManifest(manifest, controller.class);
  return planWiring(scope, wiringRoots(controller.class, route)).steps.map(({ token, provider }) => ({
    token,
    ...(provider.kind === 'class' ? { class: provider.class } : {}),
  }));
}
