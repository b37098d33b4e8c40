/**
 * The manifest: everything known about an application's routes as versioned, JSON-safe, deterministic data.
 * It is the one contract between the compiler, the construct, the local gateway and the documents made of an API.
 */

import type { DtoOptions } from './dto-options.js';
import type { IntegrationManifest } from './integration.js';
import type { PlainOptions } from './output-options.js';

/** The manifest format this release writes; readers refuse any other. */
export const MANIFEST_VERSION = 2;

/** An HTTP method (RFC 9110, section 9), or `ANY` as API Gateway calls all of them. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY';

/** A place in a source file: POSIX path relative to the project's root, line and column counted from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a value may be; `class` and `items` refer to {@link Manifest.classes} by key. */
export type TypeModel =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'bigint' | 'date' | 'bytes' | 'file' | 'unknown' }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  /** A Standard Schema, by its key; or that member of the options that the key stands for. */
  | { readonly kind: 'schema'; readonly value: string; readonly member?: 'type' }
  | { readonly kind: 'class'; readonly class: string }
  | { readonly kind: 'array'; readonly items: TypeModel };

/** Where a parameter of a controller method takes its value from. */
export type ParameterPlace =
  | 'path'
  | 'query'
  | 'header'
  | 'cookie'
  | 'body'
  | 'file'
  | 'auth'
  | 'request'
  | 'context'
  | 'signal';

/** One parameter of a controller method. */
export interface ParameterManifest {
  /** Position in the method's parameter list, from 0. */
  readonly index: number;
  readonly in: ParameterPlace;
  /** The single value taken; absent when the parameter takes everything in that place. */
  readonly name?: string;
  readonly type: TypeModel;
  /** Whether a missing value is answered with 400, with 401 where it is the caller's. */
  readonly required: boolean;
  /** Key of its schema, of an array that of its elements; absent for what is neither a DTO nor told by its Standard Schema. */
  readonly schema?: string;
  /** What stands between the elements of an array, beside its values being repeated. */
  readonly separator?: string;
  /** The key that middleware has added the value under to the request's context, by the key of that value. */
  readonly key?: string;
}

/** Middleware that the framework has a decorator for; each is a function of the decorator's options. */
export type BuiltInLayer = 'bodyLimit' | 'compress' | 'cors' | 'deadline' | 'etag' | 'produces' | 'securityHeaders';

/** An argument of a decorator: as data, or by its key where JSON cannot hold it. */
export type ArgumentManifest = { readonly json: unknown } | { readonly value: string };

/** Something that runs around a controller method. */
export type LayerManifest =
  /** A function by its key. */
  | { readonly kind: 'function'; readonly value: string }
  /** Objects of middy's that run as one stack, by their keys. */
  | { readonly kind: 'middy'; readonly values: readonly string[] }
  /** An injectable class with a method `use`. */
  | { readonly kind: 'class'; readonly class: string }
  | { readonly kind: BuiltInLayer; readonly options?: ArgumentManifest };

/** A mapping of errors to an answer: a status, or a function. */
export interface CatchManifest {
  readonly errors: ArgumentManifest;
  readonly answer: ArgumentManifest;
}

/** How severe an entry of a log is, as Lambda filters its JSON logs. */
export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';

/** Settings of a route's Lambda function; each absent one is left to whoever deploys it. */
export interface LambdaOptions {
  /** Memory in MB, 128 to 10240. */
  readonly memorySize?: number;
  /** Timeout in seconds, 1 to 900. */
  readonly timeout?: number;
  /** Environment variables, added to those of the controller and the application. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Instruction set. */
  readonly architecture?: 'arm64' | 'x86_64';
  /** Size of `/tmp` in MB, 512 to 10240. */
  readonly ephemeralStorageSize?: number;
  /** Concurrent executions reserved for this function. */
  readonly reservedConcurrentExecutions?: number;
  /** Execution environments that are kept ready; the function is then invoked through an alias. */
  readonly provisionedConcurrentExecutions?: number;
  /** The least severe entries that reach the log: `console.debug` and the like are dropped before they cost anything. */
  readonly logLevel?: LogLevel;
  /** Days that the function's log is kept. */
  readonly logRetentionDays?: number;
  /** Whether AWS X-Ray traces invocations; it adds a permission on every resource (`*`) to the function's role. */
  readonly tracing?: boolean;
  /** What the Lambda console shows beside the function. */
  readonly description?: string;
}

/** Who gets through to a route. */
export type AuthorizationManifest =
  /** Everyone, as `@Public` says. */
  | { readonly kind: 'public' }
  /** Callers with AWS credentials whom IAM allows it. */
  | { readonly kind: 'iam' }
  /** Callers that an authorizer of the gateway knows, by its name; without one the default authorizer. */
  | { readonly kind: 'authorizer'; readonly name?: string; readonly scopes?: readonly string[] };

/** Requests to a route that the gateway lets through: a second, and at once. */
export interface ThrottleManifest {
  readonly rate: number;
  readonly burst: number;
}

/** One route: method, path template and all that is known about it. */
export interface RouteManifest {
  /** `UsersController.create`. */
  readonly id: string;
  readonly method: HttpMethod;
  /** API Gateway's path template, for example `/users/{id}` or `/files/{path+}`. */
  readonly path: string;
  /** Name of the controller class. */
  readonly controller: string;
  /** Name of the controller method. */
  readonly controllerMethod: string;
  readonly parameters: readonly ParameterManifest[];
  /** Status of a successful answer; absent means 200, or 204 when the method returns nothing. */
  readonly statusCode?: number;
  /** Headers added to a successful answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Media types that a body may have, where the route says so. */
  readonly consumes?: readonly string[];
  /** What the method returns, `Promise` unwrapped. */
  readonly returns: TypeModel;
  /** The class, or array of one, that an answer is made of: what it does not declare is not sent. */
  readonly output?: TypeModel;
  /** How an answer is made of that class, where `@Returns` says so. */
  readonly outputOptions?: PlainOptions;
  /** Whether what breaks the rules of that class is answered 500; absent where nothing says so. */
  readonly validatesAnswer?: boolean;
  /** `value` where the source tells that the method returns no stream and no web `Response`. */
  readonly answers: 'value' | 'any';
  /** Whether the method returns a promise, as far as the source tells. */
  readonly promise: 'always' | 'never' | 'maybe';
  /** Set where an answer is sent piece by piece by front doors that can: as server-sent events, or as it comes. */
  readonly streams?: 'sse' | 'stream';
  /** What runs around the method, outermost first. */
  readonly layers: readonly LayerManifest[];
  /** Error mappings of the method, its controller and the application, in this order; empty levels left out. */
  readonly catches: readonly (readonly CatchManifest[])[];
  /** How DTOs are made and validated, where `@Validation` says so. */
  readonly validation?: DtoOptions;
  /** Access to resources, by their names, that all code made for the route asks for; sorted. */
  readonly uses?: Readonly<Record<string, readonly string[]>>;
  /** What answers it: its function, or the gateway itself. */
  readonly integration: IntegrationManifest;
  /** Absent where nothing is said of it. */
  readonly authorization?: AuthorizationManifest;
  /** Whether a request needs the API key of a usage plan. */
  readonly apiKey?: true;
  readonly throttle?: ThrottleManifest;
  readonly lambda: LambdaOptions;
  /** First sentence of the method's doc comment. */
  readonly summary?: string;
  /** The rest of the method's doc comment. */
  readonly description?: string;
  /** Whether a `@deprecated` tag is in the doc comment. */
  readonly deprecated?: true;
  /** Where the controller method is declared. */
  readonly source: SourceLocation;
}

/** An authorizer of the application's own: a controller method that the gateway asks before it lets a request through. */
export interface AuthorizerManifest
  extends Pick<
    RouteManifest,
    'id' | 'controller' | 'controllerMethod' | 'parameters' | 'validation' | 'uses' | 'lambda' | 'source'
  > {
  /** What `@Authorize` calls it. */
  readonly name: string;
  /** Seconds that the gateway keeps what it has said, by all of its parameters; absent where it is always asked. */
  readonly cacheFor?: number;
}

/** Which routes a Lambda function answers: one, all of a controller, or all of the application. */
export type Packaging = 'route' | 'controller' | 'app';

/** A Lambda function. */
export interface FunctionManifest {
  /** Its route's, or its authorizer's, id (`UsersController.create`), its controller's name (`UsersController`), or `app`. */
  readonly id: string;
  readonly packaging: Packaging;
  /** Ids of the routes that it answers, sorted. */
  readonly routes: readonly string[];
  /** Name of the authorizer that it is; absent for one that answers routes. */
  readonly authorizer?: string;
  /** What its routes ask of it, all together. */
  readonly lambda: LambdaOptions;
}

/** Something that is injected: what for, by the key of a token; where, unless it is the argument at its position. */
export interface DependencyManifest {
  /** Key of a class in {@link Manifest.classes}, or of another token: a typed token's name, a text in quotes, `Symbol(text)`. */
  readonly token: string;
  /** Whether it is left out where nothing is provided for it. */
  readonly optional?: true;
  /** Name of the property that gets it. */
  readonly property?: string;
}

/** How what is injected for a token is made. */
export type ProviderManifest =
  | { readonly kind: 'class'; readonly class: string }
  /** A value by its key; what it is never stands in a manifest. */
  | { readonly kind: 'value'; readonly value: string }
  /** A function by its key, which may return a promise. */
  | { readonly kind: 'factory'; readonly value: string; readonly inject: readonly DependencyManifest[] }
  | { readonly kind: 'existing'; readonly token: string };

/** Providers by the key of their token. */
export type ProvidersManifest = Readonly<Record<string, ProviderManifest>>;

/** A controller class. */
export interface ControllerManifest {
  readonly name: string;
  /** Its key in {@link Manifest.classes}. */
  readonly class: string;
  /** Path prefix as written, `/users`. */
  readonly path: string;
  /** Module and export name to import the class by. */
  readonly module: string;
  readonly export: string;
  /** What its `providers` say; they win over the application's. */
  readonly providers?: ProvidersManifest;
  readonly source: SourceLocation;
}

/** A class that routes refer to (a DTO, a provider, a returned entity). */
export interface ClassManifest {
  readonly name: string;
  readonly source: SourceLocation;
  /** Types of the properties that have a validation decorator. */
  readonly properties: Readonly<Record<string, TypeModel>>;
  /** Whether it is made where it is needed, without a provider. */
  readonly injectable?: true;
  /** What it needs: arguments of its constructor, in their order, then properties. */
  readonly dependencies?: readonly DependencyManifest[];
}

/** A JSON Schema (2020-12); another class is `{ "$ref": "#/$defs/Address" }`, by its key in {@link Manifest.schemas}. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a schema and what validates differ. */
export interface NotExpressed {
  /** The property, as clients name it; absent for all of the value. */
  readonly property?: string;
  /** The decorator that is not expressed, or not exactly. */
  readonly rule: string;
  readonly reason: string;
}

/** What a value has to be, for documents, gateways and clients; `format` only describes. */
export interface SchemaManifest {
  readonly schema: JsonSchema;
  readonly notExpressed: readonly NotExpressed[];
}

/** An application's routes, the functions that answer them, controllers and the classes they use. */
export interface Manifest {
  readonly version: typeof MANIFEST_VERSION;
  /** Sorted by name. */
  readonly controllers: readonly ControllerManifest[];
  /** Sorted by id. */
  readonly routes: readonly RouteManifest[];
  /** Sorted by name; absent where there is none. */
  readonly authorizers?: readonly AuthorizerManifest[];
  /** Sorted by id; each route that a function answers, and each authorizer, is in one of them. */
  readonly functions: readonly FunctionManifest[];
  /** What the application's `providers` say. */
  readonly providers?: ProvidersManifest;
  /** Keyed by the class's name; where classes share one, the later ones by `Name#2`, `Name#3`. */
  readonly classes: Readonly<Record<string, ClassManifest>>;
  /**
   * What parameters have to be, by {@link ParameterManifest.schema}: the class's key, with `.2`, `.3` where routes validate it
   * otherwise; or the key of a Standard Schema. Absent where no parameter has one.
   */
  readonly schemas?: Readonly<Record<string, SchemaManifest>>;
}
