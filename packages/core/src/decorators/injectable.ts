import { type ClassMark, recordClass, recordInjection } from '../metadata/decorate.js';
import type { Token } from '../metadata/provider.js';

/** NestJS's scopes, so that code which asks for one is told what to do: there is one instance per execution environment. */
export const Scope = { DEFAULT: 0, TRANSIENT: 1, REQUEST: 2 } as const;

/** Options of {@link Injectable}. */
export interface InjectableOptions {
  /**
   * There is no other scope than the default.
   * @default Scope.DEFAULT
   */
  readonly scope?: (typeof Scope)[keyof typeof Scope];
}

/**
 * Marks a class that controllers and other injectables may take in their constructors; one instance per execution environment.
 *
 * @example
 * @Injectable()
 * export class UserStore {}
 */
export const Injectable = (options?: InjectableOptions): ClassMark =>
  recordClass('Injectable', options === undefined ? [] : [options]);

/** A decorator of constructor parameters and properties that a token's value can be passed to. */
export interface InjectMark<TValue> {
  <TTarget extends object, TIndex extends number>(
    target: TTarget,
    member: undefined,
    parameter: [TValue] extends [ParameterOf<TTarget, TIndex>] ? TIndex : { readonly tokenGives: TValue },
  ): void;
  (target: object, member: string | symbol): void;
}

type ParameterOf<TTarget, TIndex extends number> = TTarget extends abstract new (
  ...parameters: infer TParameters
) => unknown
  ? TParameters[TIndex]
  : unknown;

/** Decorators by what they are given. */
export interface InjectDecorator {
  // biome-ignore lint/suspicious/noExplicitAny: a text or a symbol says nothing of its value
  (token?: string | symbol): InjectMark<any>;
  <TValue>(token: Token<TValue>): InjectMark<TValue>;
}

/**
 * Says what a constructor parameter or a property gets: what is provided for a token, or a class where the type alone does not tell.
 *
 * @example
 * constructor(@Inject(TABLE_NAME) private readonly table: string, @Inject(DynamoUserStore) private readonly users: UserStore) {}
 */
export const Inject: InjectDecorator = (token?: unknown) =>
  // biome-ignore lint/suspicious/noExplicitAny: what is recorded does not depend on what the type checker is told
  recordInjection('Inject', token === undefined ? [] : [token]) as InjectMark<any>;

/**
 * Passes undefined to a constructor parameter, and leaves a property as it is, where nothing is provided for its token.
 *
 * @example
 * constructor(@Optional() @Inject(TRACER) private readonly tracer?: Tracer) {}
 */
// biome-ignore lint/suspicious/noExplicitAny: it stands beside what names the type
export const Optional = (): InjectMark<any> => recordInjection('Optional', []);
