import type { Problem } from '../errors/definition-error.js';
import type { DtoOptions } from './dto-options.js';
import type { DirectIntegration } from './integration.js';
import type {
  AuthorizationManifest,
  CatchManifest,
  DependencyManifest,
  LambdaOptions,
  LayerManifest,
  ProvidersManifest,
  ThrottleManifest,
  TypeModel,
} from './manifest.js';
import type { PlainOptions } from './output-options.js';
import type { ValuePlace } from './value-table.js';

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
  /** Whether the declared type is an enum, which not every compiler tells. */
  readonly enumerated?: true;
  /** What stands between elements of an array. */
  readonly separator?: string;
  /** Key of the context key given to the decorator. */
  readonly key?: string;
  /** What is wrong with the decorator's arguments, and what to do. */
  readonly refused?: Pick<Problem, 'code' | 'message'>;
}

/** What decorators of a method, a controller or the application put around controller methods. */
export interface AroundReading {
  /** Outermost first. */
  readonly layers: readonly LayerManifest[];
  /** Each `@Catch`, in the order of the source. */
  readonly catches: readonly CatchManifest[];
  /** What is wrong with them: `@Use was given a string`. */
  readonly refused: readonly string[];
}

/** What `@Validation` was given on one level, or what is wrong with it. */
export interface ValidationReading {
  readonly options: DtoOptions;
  readonly refused: readonly string[];
}

/** What one class or method says of who gets through, and what is wrong with it. */
export interface GuardReading {
  readonly authorization?: AuthorizationManifest;
  readonly apiKey?: true;
  readonly throttle?: ThrottleManifest;
  readonly refused: readonly string[];
}

/** What `@Authorizer` says of a method, and what is wrong with it. */
export interface AuthorizerReading {
  readonly name: string;
  /** Seconds. */
  readonly cacheFor: number;
  readonly refused: readonly string[];
}

/** What `@Uses` says of one class or method: access by the name of the resource, and what is wrong with it. */
export interface UsesReading {
  readonly uses: Readonly<Record<string, readonly string[]>>;
  readonly refused: readonly string[];
}

/** What one decorator says to answer in place of a function. */
export interface IntegrationReading {
  readonly decorator: string;
  readonly integration: DirectIntegration;
  /** Decorators on the same method that mean nothing where it is not run. */
  readonly beside: readonly string[];
}

/** What `@Returns` says. */
export interface OutputReading {
  /** The class, or an array of it. */
  readonly type: TypeReading;
  readonly options?: PlainOptions;
  readonly validates?: boolean;
  /** What is wrong with the options. */
  readonly refused: readonly string[];
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
  /** What `@Packaging` was given. */
  readonly packaging?: unknown;
  readonly around: AroundReading;
  /** Media types given to `@Consumes`. */
  readonly consumes?: unknown;
  readonly validation?: ValidationReading;
  /** What answers in place of a function, as each decorator says it; absent where a function answers. */
  readonly integrations?: readonly IntegrationReading[];
  readonly output?: OutputReading;
  readonly uses?: UsesReading;
  readonly guard?: GuardReading;
  /** Absent where no `@Authorizer` stands on it. */
  readonly authorizer?: AuthorizerReading;
  /** Whether `@Sse` marks it. */
  readonly sse?: true;
  readonly parameters: readonly ParameterReading[];
}

/** What decorators said of a controller. */
export interface ControllerReading {
  /** Key of its class. */
  readonly class: string;
  /** Path prefix; absent when the class has no `@Controller`. */
  readonly path?: unknown;
  readonly lambda?: LambdaOptions;
  /** What `@Packaging` was given. */
  readonly packaging?: unknown;
  readonly validation?: ValidationReading;
  readonly guard?: GuardReading;
  readonly around: AroundReading;
  readonly providers: ProvidersReading;
  /** Those with a route. */
  readonly methods: readonly MethodReading[];
  /** Those that are authorizers. */
  readonly authorizers: readonly MethodReading[];
  /** Decorators that stand where they mean nothing: `@Get on the property "x"`. */
  readonly misplaced: readonly string[];
}

/** What a constructor parameter or a property gets, or why that is not known. */
export type DependencyReading =
  | DependencyManifest
  | {
      readonly token?: undefined;
      readonly reason: 'not a class' | 'no metadata' | 'not a token';
      readonly property?: string;
    };

/** What `providers` say, of a controller, the application, or a test. */
export interface ProvidersReading {
  readonly providers: ProvidersManifest;
  /** Key of the class that they stand on, and what to call them. */
  readonly owner: string;
  /** What is wrong with them. */
  readonly refused: readonly Pick<Problem, 'code' | 'message'>[];
}

/** What is known of a class that controllers use. */
export interface ClassReading {
  readonly name: string;
  readonly injectable: boolean;
  /** A scope that there is not, where `@Injectable` asks for one. */
  readonly scope?: string;
  readonly dependencies: readonly DependencyReading[];
  readonly uses?: UsesReading;
  /** Declared types of the properties that class-validator validates, inherited ones included. */
  readonly properties: Readonly<Record<string, TypeReading>>;
}

/** All that running code tells of an application; JSON-safe, classes by key. */
export interface ApplicationReading {
  /** What the `@Application` class puts around every route. */
  readonly around: AroundReading;
  readonly validation?: ValidationReading;
  /** What `@Uses` says above the `@Application` class, of every route. */
  readonly uses?: UsesReading;
  /** The application's. */
  readonly providers: ProvidersReading;
  /** What a test puts in the place of others. */
  readonly overrides: ProvidersReading;
  /** Where the values stand that readings refer to, by key. */
  readonly values: Readonly<Record<string, ValuePlace>>;
  readonly controllers: readonly ControllerReading[];
  readonly classes: Readonly<Record<string, ClassReading>>;
}
