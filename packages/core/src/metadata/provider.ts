import type { Class } from './record.js';

const TOKEN = Symbol.for('gatewright.token');
const PROVIDER = Symbol.for('gatewright.provider');

/** Names something to inject that no class stands for, and its type. */
export interface TypedToken<TValue> {
  readonly name: string;
  /** Only for the type checker. */
  readonly type?: TValue;
}

/** What stands for something to inject: a class, abstract ones too, a typed token, a text or a symbol. */
export type Token<TValue = unknown> = Class<TValue> | TypedToken<TValue> | string | symbol;

/** Says what is injected for a token; `provide` makes it. */
export interface Provider {
  readonly token: unknown;
  readonly useClass?: unknown;
  readonly useValue?: unknown;
  readonly useFactory?: unknown;
  readonly useExisting?: unknown;
  readonly inject?: unknown;
  readonly scope?: unknown;
}

/** Makes a token; two of one name are two tokens. */
export const makeToken = <TValue>(name: string): TypedToken<TValue> => Object.freeze({ name, [TOKEN]: true });

/** Makes a provider of what the author wrote, which is checked when it is read. */
export const makeProvider = (token: unknown, how: object): Provider =>
  Object.freeze({ ...how, token, [PROVIDER]: true });

const isMarked = (value: unknown, mark: symbol): boolean =>
  typeof value === 'object' && value !== null && mark in value;

export const isTypedToken = (value: unknown): value is TypedToken<unknown> => isMarked(value, TOKEN);

export const isProvider = (value: unknown): value is Provider => isMarked(value, PROVIDER);

export const isToken = (value: unknown): value is Token =>
  typeof value === 'string' || typeof value === 'symbol' || typeof value === 'function' || isTypedToken(value);
