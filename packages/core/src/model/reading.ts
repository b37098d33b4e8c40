import type { LambdaOptions, TypeModel } from './manifest.js';

/** A declared type as decorator metadata tells it: less than the source says. */
export type TypeReading =
  | TypeModel
  /** An array whose element type is not known. */
  | { readonly kind: 'array'; readonly items?: undefined }
  /** `Object`: an interface, a type literal, `any`, `unknown`, a union, or a type-only import. */
  | { readonly kind: 'object' }
  /** No decorator metadata was emitted. */
  | { readonly kind: 'missing' };

/** What a parameter decorator said, beside the declared type. */
export interface ParameterReading {
  readonly index: number;
  /** Name of the decorator, for example `Query`. */
  readonly decorator: string;
  readonly name?: string;
  readonly required?: boolean;
  /** Type given to the decorator; it wins over the declared one. */
  readonly explicit?: TypeReading;
  readonly declared: TypeReading;
}

/** What decorators said of one method, its own and what it inherits. */
export interface MethodReading {
  readonly name: string;
  /** Key of the class whose declaration of the method counts. */
  readonly declaredBy: string;
  /** Number of parameters before the first with a default value. */
  readonly arity: number;
  /** Each route decorator with its path, in the order of the source. */
  readonly routes: readonly { readonly decorator: string; readonly path: unknown }[];
  readonly statusCode?: unknown;
  readonly headers: readonly (readonly [name: unknown, value: unknown])[];
  readonly lambda?: LambdaOptions;
  readonly parameters: readonly ParameterReading[];
}

/** What decorators said of a controller. */
export interface ControllerReading {
  /** Key of its class. */
  readonly class: string;
  /** Path prefix; absent when the class has no `@Controller`. */
  readonly path?: unknown;
  readonly lambda?: LambdaOptions;
  readonly methods: readonly MethodReading[];
  /** Decorators that stand where they mean nothing: `@Get on the property "x"`. */
  readonly misplaced: readonly string[];
}

/** A constructor parameter: the class it gets, or why there is none. */
export type DependencyReading =
  | { readonly class: string }
  | { readonly class?: undefined; readonly reason: 'not a class' | 'no metadata' };

/** What is known of a class that controllers use. */
export interface ClassReading {
  readonly name: string;
  readonly injectable: boolean;
  readonly dependencies: readonly DependencyReading[];
  /** Declared types of the properties that class-validator validates, inherited ones included. */
  readonly properties: Readonly<Record<string, TypeReading>>;
}

/** All that running code tells of an application; JSON-safe, classes by key. */
export interface ApplicationReading {
  readonly controllers: readonly ControllerReading[];
  readonly classes: Readonly<Record<string, ClassReading>>;
}
