import type { Problem } from '../errors/definition-error.js';
import type { LayerManifest, RouteManifest } from './manifest.js';
import { reachedClasses } from './reached-classes.js';
import { mergeUses } from './read-uses.js';
import type { ApplicationReading, ControllerReading, MethodReading, UsesReading } from './reading.js';
import { placeOf, type SourceFacts } from './source-facts.js';
import { scopeOfReading, wiringRoots } from './wiring-scope.js';

/** A controller method, and what runs around it. */
export interface UsesInput {
  readonly application: ApplicationReading;
  readonly controller: ControllerReading;
  readonly method: MethodReading;
  /** `UsersController.create`. */
  readonly route: string;
  readonly layers: readonly LayerManifest[];
  readonly facts?: SourceFacts | undefined;
}

/** The access of a route, and what is wrong with what says it. */
export interface BuiltUses extends Pick<RouteManifest, 'uses'> {
  readonly problems: readonly Problem[];
}

/** Joins what `@Uses` says of the application, of all that is made for a route, and of its method. */
export function buildUses({ application, controller, method, route, layers, facts }: UsesInput): BuiltUses {
  const scope = scopeOfReading(application, controller);
  const classes = reachedClasses(scope, wiringRoots(controller.class, { layers }));
  const subjects: readonly (readonly [where: string, reading: UsesReading | undefined, at: string | undefined])[] = [
    [application.providers.owner, application.uses, placeOf(facts?.classAt(application.providers.owner))],
    ...classes.map((key) => [key, application.classes[key]?.uses, placeOf(facts?.classAt(key))] as const),
    [route, method.uses, placeOf(facts?.method(method.declaredBy, method.name)?.source)],
  ];
  const uses = mergeUses(subjects.flatMap(([, reading]) => (reading === undefined ? [] : [reading.uses])));
  const problems = subjects.flatMap(([where, reading, at]) =>
    (reading?.refused ?? []).map((message) => ({
      code: 'USES_INVALID' as const,
      where,
      message,
      ...(at === undefined ? {} : { at }),
    })),
  );
  return { ...(Object.keys(uses).length === 0 ? {} : { uses }), problems };
}
