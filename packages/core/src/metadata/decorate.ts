import { DefinitionError } from '../errors/definition-error.js';
import { type Class, type DecoratorRecord, record } from './record.js';

/** A decorator of classes. */
export type ClassMark = (target: Class) => void;
/** A decorator of methods. */
export type MethodMark = (target: object, member: string | symbol, descriptor: PropertyDescriptor) => void;
/** A decorator of method and constructor parameters. */
export type ParameterMark = (target: object, member: string | symbol | undefined, parameter: number) => void;
/** A decorator of classes and methods. */
export type ClassOrMethodMark = (target: object, member?: string | symbol, descriptor?: PropertyDescriptor) => void;

/** A decorator of constructor parameters and properties. */
export type InjectionMark = (target: object, member?: string | symbol, parameter?: number) => void;

/** Makes a class decorator that records its arguments. */
export const recordClass =
  (decorator: string, values: readonly unknown[]): ClassMark =>
  (target, ...rest: unknown[]) =>
    write(target, rest, { decorator, arguments: values });

/** Makes a method decorator that records its arguments. */
export const recordMethod =
  (decorator: string, values: readonly unknown[]): MethodMark =>
  (target, ...rest: unknown[]) =>
    write(target, rest, { decorator, arguments: values });

/** Makes a decorator of classes and methods that records its arguments. */
export const recordClassOrMethod =
  (decorator: string, values: readonly unknown[]): ClassOrMethodMark =>
  (target, ...rest: unknown[]) =>
    write(target, rest, { decorator, arguments: values });

/** Makes a parameter decorator that records its arguments. */
export const recordParameter =
  (decorator: string, values: readonly unknown[]): ParameterMark =>
  (target, ...rest: unknown[]) =>
    write(target, rest, { decorator, arguments: values });

/** Makes a decorator of constructor parameters and properties that records its arguments. */
export const recordInjection =
  (decorator: string, values: readonly unknown[]): InjectionMark =>
  (target, ...rest: unknown[]) =>
    write(target, rest, { decorator, arguments: values });

/** Reads TypeScript's decorator calling convention: (class), (prototype, name, descriptor), (prototype, name, index). */
function write(
  target: object,
  rest: readonly unknown[],
  entry: Pick<DecoratorRecord, 'decorator' | 'arguments'>,
): void {
  const [member, third] = rest;
  refuseStandard(entry.decorator, member);
  const isStatic = typeof target === 'function' && member !== undefined;
  const owner = (typeof target === 'function' ? target : target.constructor) as Class;
  record(owner, {
    ...entry,
    ...(member === undefined ? {} : { member: member as string | symbol }),
    ...(typeof third === 'number' ? { parameter: third } : {}),
    ...(isStatic ? { static: true as const } : {}),
    ...(member !== undefined && third === undefined ? { property: true as const } : {}),
  });
}

/** ECMAScript decorators get a context object second (TC39 decorators proposal); they cannot carry parameters' records. */
function refuseStandard(decorator: string, member: unknown): void {
  if (typeof member !== 'object' || member === null || !('kind' in member)) return;
  const { name = 'a class' } = member as { readonly name?: string | symbol };
  throw new DefinitionError([
    {
      code: 'DECORATOR_STANDARD',
      where: `@${decorator} on ${String(name)}`,
      message: 'was compiled as an ECMAScript decorator; set "experimentalDecorators": true in tsconfig.json',
    },
  ]);
}
