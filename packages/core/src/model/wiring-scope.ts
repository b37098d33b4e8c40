import type { Manifest, RouteManifest } from './manifest.js';
import type { ApplicationReading, ControllerReading } from './reading.js';
import type { WiringScope } from './wiring.js';

/** A controller's providers and those that it shares; what is put in the place of others is shared. */
export function levelsOf(
  { overrides, providers }: ApplicationReading,
  controller: ControllerReading,
): Pick<WiringScope, 'own' | 'shared'> {
  const own = Object.entries(controller.providers.providers).filter(
    ([token]) => !Object.hasOwn(overrides.providers, token),
  );
  return { own: Object.fromEntries(own), shared: { ...providers.providers, ...overrides.providers } };
}

/** The scope of a controller as it was read. */
export const scopeOfReading = (application: ApplicationReading, controller: ControllerReading): WiringScope => ({
  controller: controller.class,
  ...levelsOf(application, controller),
  classes: application.classes,
});

/** The scope of a manifest's controller, by its class's key. */
export const scopeOfManifest = (manifest: Manifest, controller: string): WiringScope => ({
  controller,
  own: manifest.controllers.find((entry) => entry.class === controller)?.providers ?? {},
  shared: manifest.providers ?? {},
  classes: manifest.classes,
});

/** What is made for a route: its controller, then its middleware, outermost first. */
export const wiringRoots = (controller: string, { layers }: Pick<RouteManifest, 'layers'>): string[] => [
  ...new Set([controller, ...layers.flatMap((layer) => (layer.kind === 'class' ? [layer.class] : []))]),
];
