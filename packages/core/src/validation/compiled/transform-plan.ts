/** What class-transformer's decorators, as they are remembered, say of how a class's instances become plain data. */
import type { Class } from '../../metadata/record.js';
import type { PlainOptions } from '../../model/output-options.js';
import { recordsOf } from './record.js';

/** What `@Type` was given. */
export interface TypeRecord {
  readonly of: ((options: object) => unknown) | undefined;
  readonly discriminator?: { readonly property: string; readonly subTypes: readonly SubType[] };
}

interface SubType {
  readonly name: unknown;
  readonly value: unknown;
}

type Transform = (parameters: object) => unknown;

/** How instances of a class become plain data. */
export interface TransformPlan {
  /** Whether properties without `@Expose` are taken. */
  readonly takesAll: boolean;
  readonly exposed: readonly string[];
  readonly excluded: ReadonlySet<string>;
  /** Names in plain data. */
  readonly names: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, TypeRecord>;
  readonly transforms: ReadonlyMap<string, readonly Transform[]>;
}

/** Options that the decorators share. */
interface Options {
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly toClassOnly?: boolean;
  readonly toPlainOnly?: boolean;
  readonly discriminator?: TypeRecord['discriminator'];
}

/** One use of a decorator on a property, or on the class. */
interface Use {
  readonly property: string | undefined;
  readonly given: readonly unknown[];
  readonly options: Options;
}

/** Plans how instances of a class become plain data. */
export function makePlan(target: Class, output: PlainOptions): TransformPlan {
  const ancestors = ancestorsOf(target);
  const nearest = (factory: string): Map<string, Use> =>
    new Map(
      [...ancestors]
        .reverse()
        .concat(target)
        .flatMap((owner) => propertyUses(owner, factory)),
    );
  // base classes first, the nearest before the others
  const listed = (factory: string): string[] =>
    [...ancestors, target]
      .flatMap((owner) => propertyUses(owner, factory))
      .filter(([, { options }]) => isToPlain(options))
      .map(([property]) => property);
  const exposes = nearest('Expose');
  const left = [...exposes].filter(([, { options }]) => !isAsked(options, output));
  const isExposed = classUse(target, 'Expose');
  return {
    takesAll: isExposed === classUse(target, 'Exclude') ? output.strategy === 'exposeAll' : isExposed,
    exposed: listed('Expose'),
    excluded: new Set([...listed('Exclude'), ...left.map(([property]) => property)]),
    names: new Map([...exposes].flatMap(([property, { options }]) => (options.name ? [[property, options.name]] : []))),
    types: new Map([...nearest('Type')].map(([property, use]) => [property, typeOf(use)])),
    transforms: transformsOf(target, output),
  };
}

/** What class-transformer follows: the constructors that prototypes name. */
function ancestorsOf(target: Class): Class[] {
  const ancestors: Class[] = [];
  const baseOf = (owner: Class): Class => Object.getPrototypeOf(owner.prototype.constructor) as Class;
  for (let base = baseOf(target); base.prototype !== undefined; base = baseOf(base)) ancestors.push(base);
  return ancestors;
}

const isToPlain = ({ toClassOnly, toPlainOnly }: Options): boolean => toClassOnly !== true || toPlainOnly === true;

/** Whether what a decorator says is for the groups and the version that an answer is for; a bound of 0 is none. */
function isAsked({ groups: own, since, until }: Options, { groups = [], version }: PlainOptions): boolean {
  if (version !== undefined && ((since && version < since) || (until && version >= until))) return false;
  return groups.length === 0 ? !own?.length : own === undefined || groups.some((group) => own.includes(group));
}

/** Every use of a decorator on a class's properties; of several on one, which library keeps one of, the last. */
const propertyUses = (owner: Class, factory: string): [string, Use][] =>
  recordsOf(owner, factory).flatMap(({ property, uses }): [string, Use][] => {
    const given = uses.at(-1) as readonly unknown[];
    return property === undefined ? [] : [[property, { property, given, options: optionsOf(factory, given) }]];
  });

const classUse = (owner: Class, factory: string): boolean =>
  recordsOf(owner, factory).some(({ property }) => property === undefined);

const optionsOf = (factory: string, given: readonly unknown[]): Options =>
  (given[factory === 'Type' || factory === 'Transform' ? 1 : 0] ?? {}) as Options;

const typeOf = ({ given, options: { discriminator } }: Use): TypeRecord => ({
  of: given[0] as TypeRecord['of'],
  ...(discriminator?.property && discriminator.subTypes ? { discriminator } : {}),
});

/** Those of base classes first, and each class's last first. */
function transformsOf(target: Class, output: PlainOptions): Map<string, Transform[]> {
  const all = new Map<string, Transform[]>();
  const add = (owners: readonly Class[]): void => {
    const uses = owners.flatMap((owner) =>
      recordsOf(owner, 'Transform').flatMap((record) =>
        record.uses.map((given) => ({
          property: record.property as string,
          given,
          options: optionsOf('Transform', given),
        })),
      ),
    );
    for (const { property, given, options } of uses.reverse())
      if (isToPlain(options) && isAsked(options, output))
        all.set(property, [...(all.get(property) ?? []), given[0] as Transform]);
  };
  add(ancestorsOf(target));
  add([target]);
  return all;
}
