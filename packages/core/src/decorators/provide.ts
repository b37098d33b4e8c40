import { makeProvider, makeToken, type Provider, type Token, type TypedToken } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';

/** What can be called of a value: a class's private members are nobody's to fake. */
export type Provided<TValue> = unknown extends TValue
  ? unknown
  : TValue extends (...values: never) => unknown
    ? TValue
    : { [TName in keyof TValue]: TValue[TName] };

/** What a factory gets: a token, or one that may have no provider. */
export type Injected = Token | { readonly token: Token; readonly optional: true };

type ValueOf<TToken> = TToken extends { readonly token: infer TOptional; readonly optional: true }
  ? ValueOf<TOptional> | undefined
  : TToken extends Class<infer TInstance>
    ? TInstance
    : TToken extends TypedToken<infer TValue>
      ? TValue
      : // biome-ignore lint/suspicious/noExplicitAny: a text or a symbol says nothing of its value
        any;

/** What factories get for the tokens of `inject`. */
export type ValuesOf<TInject extends readonly Injected[]> = {
  [TIndex in keyof TInject]: ValueOf<TInject[TIndex]>;
};

/** How a token's value is made, once for each execution environment. */
export type ProvideOptions<TValue, TInject extends readonly Injected[] = readonly Injected[]> =
  /** A class, constructed with what it needs. */
  | { readonly useClass: Class<Provided<TValue>> }
  /** A value; its expression is evaluated where the handler runs, not when it is built. */
  | { readonly useValue: Provided<TValue> }
  /** A function of what `inject` names; a promise is awaited before the first request. */
  | {
      readonly useFactory: (...values: ValuesOf<TInject>) => Provided<TValue> | Promise<Provided<TValue>>;
      /** @default [] */
      readonly inject?: TInject;
    }
  /** What another token stands for. */
  | { readonly useExisting: Token<Provided<TValue>> };

/**
 * Says what is injected for a token, in `providers` of `@Controller` or `@Application`, or in `override` of `createHandler`.
 *
 * @param token a class, `token('name')`, a text or a symbol
 * @example
 * provide(TodoStore, { useFactory: async (table) => new TodoStore(await connect(table)), inject: [TABLE_NAME] })
 */
export const provide = <TValue, const TInject extends readonly Injected[] = []>(
  token: Token<TValue>,
  how: ProvideOptions<NoInfer<TValue>, TInject>,
): Provider => makeProvider(token, how);

/**
 * Makes a token for what no class stands for: a setting, a function, an interface.
 *
 * @param name for messages and for the names in compiled handlers
 * @example
 * export const TABLE_NAME = token<string>('TABLE_NAME');
 */
export const token = <TValue>(name: string): TypedToken<TValue> => makeToken(name);
