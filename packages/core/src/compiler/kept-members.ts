/** Which members of the controllers' classes and their base classes a function needs. */
import type { RouteManifest } from '../model/manifest.js';
import { planWiring } from '../model/wiring.js';
import { scopeOfManifest, wiringRoots } from '../model/wiring-scope.js';
import type { CompilerAnalysis } from './analyze.js';
import { isUsedAsValue, subclassesOf } from './class-uses.js';
import type { Collected } from './collect.js';
import { findClass } from './find-class.js';
import { reachableMembers } from './reachable-members.js';
import type { ClassPlace, SourceClass } from './source-module.js';
import type { StripOptions } from './strip.js';

type Members = ReadonlySet<string> | 'all';

/** The members to keep of the controllers' classes and their base classes, by file and the class's offset. */
export function keptMembers(
  analysis: CompilerAnalysis,
  routes: readonly RouteManifest[],
): Map<string, StripOptions['members']> {
  const members = new Map<string, Map<number, Members>>();
  const given = new Set(routes.flatMap((route) => givenClasses(analysis, route)));
  for (const route of routes) {
    const controller = controllerOf(analysis, route);
    const lineage = lineageOf(analysis, controller);
    // what a base class of a package calls on this is not known, nor what others call on instances of their own
    const isOpen =
      lineage.length < (analysis.collected.lineages[controller] as readonly string[]).length ||
      lineage.some((place) => given.has(place.source) || isUsedAsValue(place, analysis.modules));
    const reached = isOpen ? 'all' : reachableMembers(lineage, route.controllerMethod);
    for (const place of lineage) {
      const kept = isOpen || isInheritedElsewhere(analysis, place, { lineage, given }) ? 'all' : reached;
      const { module, source } = place;
      const classes = members.get(module.file) ?? new Map();
      members.set(module.file, classes.set(source.node.start, together(classes.get(source.node.start), kept)));
    }
  }
  return members;
}

/** The project's classes among a controller's class and its base classes. */
export const lineageOf = (analysis: CompilerAnalysis, controller: string): ClassPlace[] =>
  (analysis.collected.lineages[controller] as readonly string[]).flatMap((key) => findClass(analysis, key) ?? []);

const controllers = new WeakMap<Collected, ReadonlyMap<string, string>>();

/** The key of a route's controller; two controllers of one name were refused. */
export function controllerOf({ collected }: CompilerAnalysis, route: RouteManifest): string {
  const { exports, application } = collected;
  const known =
    controllers.get(collected) ??
    new Map(Object.keys(exports).map((key) => [application.classes[key]?.name ?? '', key]));
  controllers.set(collected, known);
  return known.get(route.controller) as string;
}

/** Classes of which a route makes an instance for something else than to answer: for what is injected, or as middleware. */
function givenClasses(analysis: CompilerAnalysis, route: RouteManifest): SourceClass[] {
  const controller = controllerOf(analysis, route);
  const { steps } = planWiring(scopeOfManifest(analysis.manifest, controller), wiringRoots(controller, route));
  const needed = new Set(steps.flatMap((step) => [...step.arguments, ...step.properties.map(([, id]) => id)]));
  return steps.flatMap(({ id, token, provider }) =>
    provider.kind === 'class' && (token !== controller || needed.has(id))
      ? (findClass(analysis, provider.class)?.source ?? [])
      : [],
  );
}

/** What counts as elsewhere. */
interface Elsewhere {
  readonly lineage: readonly ClassPlace[];
  readonly given: ReadonlySet<SourceClass>;
}

/** Whether instances of other classes have a class's members, too: of services beside controllers, of controllers that are injected. */
function isInheritedElsewhere(analysis: CompilerAnalysis, place: ClassPlace, { lineage, given }: Elsewhere): boolean {
  const isHere = (source: SourceClass): boolean => lineage.some((entry) => entry.source === source);
  return subclassesOf(place, analysis.modules).some(
    (subclass) =>
      !isHere(subclass.source) &&
      (given.has(subclass.source) || !isOfController(analysis, subclass) || isUsedAsValue(subclass, analysis.modules)),
  );
}

/** Whether a class is a controller's or one of its base classes. */
const isOfController = (analysis: CompilerAnalysis, { source }: ClassPlace): boolean =>
  Object.values(analysis.collected.lineages).some((keys) =>
    keys.some((key) => findClass(analysis, key)?.source === source),
  );

/** The members that either needs. */
const together = (some: Members | undefined, others: Members): Members =>
  some === 'all' || others === 'all' ? 'all' : new Set([...(some ?? []), ...others]);
