import type { Class } from '../metadata/record.js';
import { mappedClass } from './mapped-class.js';
import { copyRules, ruledProperties } from './metadata.js';
import { makeOptional } from './optional.js';

/** What a DTO holds: its properties without its methods. */
export type Fields<TInstance> = {
  [TName in keyof TInstance as TInstance[TName] extends (...values: never[]) => unknown
    ? never
    : TName]: TInstance[TName];
};

/** A class to extend, made of others. */
export type MappedClass<TInstance> = new () => TInstance;

/** Options of {@link PartialType}. */
export interface PartialOptions {
  /**
   * Whether null stands for a missing value.
   * @default true
   */
  readonly skipNullProperties?: boolean;
}

/**
 * Makes a class of which every property may be missing, with the rules, types and transforms of another.
 *
 * @example
 * export class UpdateUser extends PartialType(CreateUser) {}
 */
export function PartialType<TInstance>(
  base: Class<TInstance>,
  options: PartialOptions = {},
): MappedClass<Partial<Fields<TInstance>>> {
  const target = mappedClass<Partial<Fields<TInstance>>>('Partial', [base], () => true);
  copyRules(base, target, () => true);
  for (const property of ruledProperties(target)) makeOptional(target, property, options.skipNullProperties ?? true);
  return target;
}

/**
 * Makes a class of some properties of another, with their rules, types and transforms.
 *
 * @example
 * export class Credentials extends PickType(CreateUser, ['email', 'password']) {}
 */
export function PickType<TInstance, TName extends keyof Fields<TInstance>>(
  base: Class<TInstance>,
  properties: readonly TName[],
): MappedClass<Pick<Fields<TInstance>, TName>> {
  const has = (name: string): boolean => properties.includes(name as TName);
  const target = mappedClass<Pick<Fields<TInstance>, TName>>('Pick', [base], has);
  copyRules(base, target, has);
  return target;
}

/**
 * Makes a class of the properties of another but for some, with their rules, types and transforms.
 *
 * @example
 * export class PublicUser extends OmitType(User, ['passwordHash']) {}
 */
export function OmitType<TInstance, TName extends keyof Fields<TInstance>>(
  base: Class<TInstance>,
  properties: readonly TName[],
): MappedClass<Omit<Fields<TInstance>, TName>> {
  const has = (name: string): boolean => !properties.includes(name as TName);
  const target = mappedClass<Omit<Fields<TInstance>, TName>>('Omit', [base], has);
  copyRules(base, target, has);
  return target;
}

/** What a list of classes holds together. */
type Together<TClasses extends readonly Class[]> = TClasses extends readonly [
  Class<infer TInstance>,
  ...infer TRest extends readonly Class[],
]
  ? Fields<TInstance> & Together<TRest>
  : unknown;

/**
 * Makes a class of the properties of several, with all their rules, types and transforms.
 *
 * @example
 * export class CreateMember extends IntersectionType(CreateUser, PickType(Address, ['city'])) {}
 */
export function IntersectionType<TClasses extends readonly [Class, ...Class[]]>(
  ...bases: TClasses
): MappedClass<Together<TClasses>> {
  const target = mappedClass<Together<TClasses>>('Intersection', bases, () => true);
  for (const base of bases) copyRules(base, target, () => true);
  return target;
}
