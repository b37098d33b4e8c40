/** Runs in the process that loads an application: remembers which decorator made each entry of the libraries' storages. */
import type { RuleStorage } from '../../model/rule-lookup.js';
import type { DecoratorPlace } from './dto-description.js';

/** A decorator that ran. */
export interface DecoratorTag {
  readonly library: DecoratorPlace['library'];
  readonly factory: string;
  readonly target: object;
  readonly property: PropertyKey | undefined;
  readonly index: number;
  readonly arguments: readonly unknown[];
}

/** Copies of an entry keep its tag. */
const TAG = Symbol.for('gatewright.decorator');

/** The decorator that made an entry; undefined for an entry made in another way. */
export const readTag = (entry: object): DecoratorTag | undefined => (entry as { [TAG]?: DecoratorTag })[TAG];

/** The part of class-transformer's storage that decorators write to. */
export interface TransformStorage {
  readonly _typeMetadatas: Map<object, Map<PropertyKey | undefined, object>>;
  readonly _exposeMetadatas: Map<object, Map<PropertyKey | undefined, object>>;
  readonly _excludeMetadatas: Map<object, Map<PropertyKey | undefined, object>>;
  readonly _transformMetadatas: Map<object, Map<PropertyKey | undefined, object[]>>;
}

/** An entry of class-validator's storage. */
export interface ValidationEntry {
  readonly type: string;
  readonly name?: string;
  readonly target: object;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly constraintCls?: object;
  readonly message?: unknown;
  readonly groups?: readonly string[];
  readonly always?: boolean;
  readonly each?: boolean;
  readonly context?: unknown;
  readonly validateIf?: unknown;
}

/** What class-validator knows of a validator's class. */
export interface ConstraintEntry {
  readonly name: string;
  readonly async?: boolean;
  readonly instance: { readonly defaultMessage?: (args: object) => unknown };
}

/** The part of class-validator's storage that is read. */
export interface ValidationStorage extends RuleStorage<ValidationEntry> {
  getTargetValidatorConstraints(target: object): readonly ConstraintEntry[];
}

export const validationStorage = (): ValidationStorage | undefined =>
  (globalThis as { classValidatorMetadataStorage?: ValidationStorage }).classValidatorMetadataStorage;

let storage: TransformStorage | undefined;

/** The storage of the copy of class-transformer that decorators were wrapped of. */
export const transformStorage = (): TransformStorage | undefined => storage;

type Decorator = (target: object, ...rest: unknown[]) => unknown;
type Factory = (...args: unknown[]) => Decorator;

/** Wraps a decorator factory of class-validator. */
export function tagValidator(factory: string, original: Factory): Factory {
  const entriesOf = (owner: object) => validationStorage()?.validationMetadatas.get(owner) ?? [];
  return wrap({ library: 'class-validator', factory }, original, entriesOf);
}

/** Wraps a decorator factory of class-transformer. */
export function tagTransformer(factory: string, original: Factory, own: TransformStorage): Factory {
  storage = own;
  return wrap({ library: 'class-transformer', factory }, original, (owner, property) => {
    const maps = [own._typeMetadatas, own._exposeMetadatas, own._excludeMetadatas];
    const entries = maps.flatMap((map) => map.get(owner)?.get(property) ?? []);
    return [...entries, ...(own._transformMetadatas.get(owner)?.get(property) ?? [])];
  });
}

/** Wraps class-validator's `registerDecorator`. */
export function tagRegistration(original: (options: Registration) => void): (options: Registration) => void {
  return (options) => {
    const { target, propertyName } = options;
    const entries = () => validationStorage()?.validationMetadatas.get(target) ?? [];
    const before = new Set(entries());
    original(options);
    const use = { library: 'class-validator', factory: 'registerDecorator', target, property: propertyName } as const;
    tag(entries(), before, nextUse({ ...use, arguments: [options] }));
  };
}

interface Registration {
  readonly target: object;
  readonly propertyName: string;
}

function wrap(
  { library, factory }: Pick<DecoratorTag, 'library' | 'factory'>,
  original: Factory,
  entriesOf: (owner: object, property: PropertyKey | undefined) => readonly object[],
): Factory {
  return (...args) => {
    const decorate = original(...args);
    return (target, ...rest) => {
      const property = rest[0] as PropertyKey | undefined;
      const owner = typeof target === 'function' ? target : target.constructor;
      const before = new Set(entriesOf(owner, property));
      const result = decorate(target, ...rest);
      tag(entriesOf(owner, property), before, nextUse({ library, factory, target: owner, property, arguments: args }));
      return result;
    };
  };
}

function tag(entries: readonly object[], before: ReadonlySet<object>, value: DecoratorTag): void {
  for (const entry of entries) if (!before.has(entry)) Object.assign(entry, { [TAG]: value });
}

/** How often each decorator was used, by class and then by property and factory. */
const uses = new WeakMap<object, Map<string, number>>();

function nextUse(use: Omit<DecoratorTag, 'index'>): DecoratorTag {
  const counts = uses.get(use.target) ?? new Map<string, number>();
  uses.set(use.target, counts);
  const key = `${use.library} ${use.factory} ${use.property === undefined ? '' : `.${String(use.property)}`}`;
  const index = counts.get(key) ?? 0;
  counts.set(key, index + 1);
  return { ...use, index };
}
