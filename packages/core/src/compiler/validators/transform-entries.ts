/** What class-transformer's storage answers of a class, from what is described of it. */
import type { TransformOptions } from '../../model/dto-options.js';
import type { DtoDescription, TransformDescription } from './dto-description.js';

/** Gives the description of a class. */
export type Describe = (key: string) => DtoDescription;

type Kind = TransformDescription['kind'];

const ownEntries = (kind: Kind, key: string, describe: Describe): TransformDescription[] =>
  describe(key).transforms.filter((entry) => entry.kind === kind);

/** A property's entry; the nearest class's counts. */
export function findEntry(
  kind: Kind,
  key: string,
  property: string,
  describe: Describe,
): TransformDescription | undefined {
  const lineage = [key, ...describe(key).ancestors];
  return lineage.flatMap((owner) => ownEntries(kind, owner, describe)).find((entry) => entry.property === property);
}

/** The entries of properties: those of base classes, nearest first, then the class's own. */
function propertyEntries(kind: Kind, key: string, describe: Describe): TransformDescription[] {
  return [...describe(key).ancestors, key]
    .flatMap((owner) => ownEntries(kind, owner, describe))
    .filter(({ property }) => property !== undefined);
}

/** Whether an entry holds when instances are made; it may be for the way back only. */
const isToClass = ({ options: { toClassOnly, toPlainOnly } }: TransformDescription): boolean =>
  toPlainOnly !== true || toClassOnly === true;

/** The entry that gives a property another name in plain data, by that name. */
export const findRenamed = (key: string, name: string, describe: Describe): TransformDescription | undefined =>
  propertyEntries('expose', key, describe).find(({ options }) => options['name'] === name);

/** The functions of `@Transform` that make a property's value, in the order in which they run. */
export function findTransforms(
  key: string,
  property: string,
  { version, groups = [] }: TransformOptions,
  describe: Describe,
): TransformDescription[] {
  const of = (owners: readonly string[]) =>
    owners
      .flatMap((owner) => ownEntries('transform', owner, describe))
      .filter((entry) => entry.property === property)
      .reverse();
  return [...of(describe(key).ancestors), ...of([key])].filter(
    (entry) => isToClass(entry) && isOfVersion(entry, version) && isOfGroups(entry, groups),
  );
}

function isOfVersion({ options }: TransformDescription, version: number | undefined): boolean {
  const { since, until } = options as { readonly since?: number; readonly until?: number };
  // as class-transformer asks: a bound of 0 is none
  return version === undefined || ((!since || version >= since) && (!until || version < until));
}

function isOfGroups({ options }: TransformDescription, groups: readonly string[]): boolean {
  const own = options['groups'] as readonly string[] | undefined;
  if (groups.length === 0) return own === undefined || own.length === 0;
  return own === undefined || groups.some((group) => own.includes(group));
}

/** Which keys of plain data an instance takes. */
export interface KeyPlan {
  /** Whether it takes keys that no decorator names. */
  readonly isOpen: boolean;
  /** Keys that it takes whether they are there or not, after those that are. */
  readonly exposed: readonly string[];
  /** Whether it leaves out a key. */
  drops(key: string): boolean;
}

/** Decides which keys of plain data an instance of a class takes. */
export function planKeys(key: string, options: TransformOptions, describe: Describe): KeyPlan {
  const { ignoreDecorators = false, excludeExtraneousValues = false, excludePrefixes = [] } = options;
  const exposed = propertyEntries('expose', key, describe).filter(isToClass);
  const excluded = propertyEntries('exclude', key, describe)
    .filter(isToClass)
    .map(({ property }) => property as string);
  const isOpen = strategyOf(key, options, describe) === 'exposeAll' && !excludeExtraneousValues;
  const hasPrefix = (name: string) => excludePrefixes.some((prefix) => name.startsWith(prefix));
  if (ignoreDecorators) {
    const named = exposed.map(({ property }) => property as string);
    return { isOpen, exposed: excludeExtraneousValues ? unique([...named, ...excluded]) : [], drops: hasPrefix };
  }
  return {
    isOpen,
    exposed: unique(
      exposed.map(({ property }) => {
        const name = findEntry('expose', key, property as string, describe)?.options['name'];
        return (name || property) as string;
      }),
    ),
    drops(name) {
      const entry = findEntry('expose', key, name, describe);
      const isOut =
        entry !== undefined && !(isOfVersion(entry, options.version) && isOfGroups(entry, options.groups ?? []));
      return isOut || excluded.includes(name) || hasPrefix(name);
    },
  };
}

/** What the class itself says counts before what the route says. */
function strategyOf(key: string, { strategy = 'exposeAll' }: TransformOptions, describe: Describe): string {
  const ofClass = describe(key).transforms.filter(({ property }) => property === undefined);
  const isExcluded = ofClass.some(({ kind }) => kind === 'exclude');
  const isExposed = ofClass.some(({ kind }) => kind === 'expose');
  return isExcluded === isExposed ? strategy : isExcluded ? 'excludeAll' : 'exposeAll';
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
