/** Reads what decorators say of who gets through to a route, and how often: the gateway sees to it, no handler. */
import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import type { AuthorizationManifest, ThrottleManifest } from './manifest.js';
import type { GuardReading } from './reading.js';

/** Decorators of which a method or a class has at most one. */
const AUTHORIZATIONS: readonly string[] = ['Authorize', 'AuthorizeIam', 'Public'];

const GUARDS: readonly string[] = [...AUTHORIZATIONS, 'ApiKey', 'Throttle'];

export const isAuthorization = ({ decorator }: DecoratorRecord): boolean => AUTHORIZATIONS.includes(decorator);

/** Reads what stands above a class; each kind is the most derived class's that has it. */
export function readClassGuard(target: Class): GuardReading | undefined {
  const levels = readLineage(target).flatMap(
    (owner) => readGuard(readOwnRecords(owner).filter(({ member }) => member === undefined)) ?? [],
  );
  if (levels.length === 0) return undefined;
  return { ...Object.assign({}, ...levels.reverse()), refused: levels.flatMap(({ refused }) => refused) };
}

/** Reads the records of one subject; undefined where they say nothing of it. */
export function readGuard(records: readonly DecoratorRecord[]): GuardReading | undefined {
  if (!records.some(({ decorator }) => GUARDS.includes(decorator))) return undefined;
  const authorizations = records.filter(isAuthorization);
  const throttle = records.find(({ decorator }) => decorator === 'Throttle')?.arguments[0];
  const authorization = authorizations.map(readAuthorization).find((each) => each !== undefined);
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(records.some(({ decorator }) => decorator === 'ApiKey') ? { apiKey: true as const } : {}),
    ...(isThrottle(throttle) ? { throttle: { rate: throttle.rate, burst: throttle.burst } } : {}),
    refused: [
      ...refusedAuthorizations(authorizations),
      ...(throttle === undefined || isThrottle(throttle) ? [] : [THROTTLE_WRONG]),
    ],
  };
}

function readAuthorization({ decorator, arguments: given }: DecoratorRecord): AuthorizationManifest | undefined {
  if (decorator === 'Public') return { kind: 'public' };
  if (decorator === 'AuthorizeIam') return { kind: 'iam' };
  const { name, options } = partsOf(given);
  if (!isName(name) || !isOptions(options)) return undefined;
  const scopes = options?.scopes ?? [];
  return {
    kind: 'authorizer',
    ...(name === undefined ? {} : { name }),
    ...(scopes.length === 0 ? {} : { scopes }),
  };
}

/** `@Authorize('users', { scopes })` or `@Authorize({ scopes })`. */
const partsOf = ([first, second]: readonly unknown[]): { readonly name?: unknown; readonly options?: unknown } =>
  typeof first === 'object' && first !== null ? { options: first } : { name: first, options: second };

const isName = (name: unknown): name is string | undefined =>
  name === undefined || (typeof name === 'string' && name !== '');

const isOptions = (options: unknown): options is { readonly scopes?: readonly string[] } | undefined => {
  if (options === undefined) return true;
  if (typeof options !== 'object' || options === null) return false;
  const { scopes, ...others } = options as { readonly scopes?: unknown };
  return Object.keys(others).length === 0 && (scopes === undefined || isScopes(scopes));
};

/** A scope has no space and no quote (RFC 6749, 3.3). */
const isScopes = (scopes: unknown): boolean =>
  Array.isArray(scopes) &&
  scopes.every((scope) => typeof scope === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));

const isThrottle = (given: unknown): given is ThrottleManifest => {
  const { rate, burst } = (given ?? {}) as Partial<Record<keyof ThrottleManifest, unknown>>;
  return (
    typeof rate === 'number' && rate >= 0 && Number.isFinite(rate) && Number.isInteger(burst) && (burst as number) >= 0
  );
};

function refusedAuthorizations(records: readonly DecoratorRecord[]): string[] {
  const names = records.map(({ decorator }) => `@${decorator === 'AuthorizeIam' ? 'Authorize.iam' : decorator}`);
  const twice = records.length > 1 ? [`has ${names.reverse().join(' and ')} at one place; keep one`] : [];
  const wrong = records.filter((record) => readAuthorization(record) === undefined);
  return [
    ...twice,
    ...wrong.map(
      () =>
        "@Authorize was given neither a name nor scopes; write @Authorize('users', { scopes: ['orders.read'] }), scopes without spaces and quotes",
    ),
  ];
}

const THROTTLE_WRONG =
  '@Throttle was given no limit; write @Throttle({ rate: 5, burst: 10 }), requests a second and at once, the latter a whole number';
