/** What can be wrong with a provider. */
import type { Problem } from '../errors/definition-error.js';
import { isProvider, isToken, type Provider } from '../metadata/provider.js';
import { refusedScope } from './scope.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** Refuses what is no provider at all. */
export function refusedElement(element: unknown, where: string): Refusal | undefined {
  if (typeof element === 'object' && element !== null && 'provide' in element)
    return invalid(`${where} is a NestJS provider object; write provide(TOKEN, { useValue: ... })`);
  if (!isProvider(element))
    return invalid(`${where} is ${print(element)}; give provide(TOKEN, { useClass: ... }) or a class`);
  const { token } = element;
  return isToken(token)
    ? undefined
    : invalid(
        `${where} provides ${print(token)}, which is no token${token === undefined ? ' (modules that import each other?)' : ''}; give a class, token('name'), a text or a symbol`,
      );
}

const WAYS = ['useClass', 'useValue', 'useFactory', 'useExisting'] as const;

/** Refuses what cannot be made. */
export function refusedProvider(provider: Provider, token: string): Refusal[] {
  const given = WAYS.filter((way) => way in provider);
  const [way] = given;
  const subject = `provide(${token})`;
  const scope = refusedScope(subject, provider.scope);
  if (given.length !== 1)
    return [
      ...scope,
      invalid(
        `${subject} has ${given.length === 0 ? 'none of useClass, useValue, useFactory and useExisting' : given.join(' and ')}; give one`,
      ),
    ];
  if (way === 'useFactory') return [...scope, ...refusedFactory(provider, subject)];
  const value = provider[way as 'useClass'];
  if (way === 'useClass' && typeof value !== 'function')
    return [...scope, invalid(`${subject} has ${print(value)} as useClass; give a class`)];
  if (way === 'useExisting' && !isToken(value))
    return [...scope, invalid(`${subject} has ${print(value)} as useExisting; give a token`)];
  return scope;
}

function refusedFactory(provider: Provider, subject: string): Refusal[] {
  const { useFactory, inject = [] } = provider;
  if (typeof useFactory !== 'function')
    return [invalid(`${subject} has ${print(useFactory)} as useFactory; give a function`)];
  if (!Array.isArray(inject)) return [invalid(`${subject} has ${print(inject)} as inject; give an array of tokens`)];
  const bad = inject.findIndex((entry) => !isToken(isOptional(entry) ? entry.token : entry));
  if (bad >= 0)
    return [
      invalid(
        `${subject} has ${print(inject[bad])} at position ${bad} of inject, which is no token${inject[bad] === undefined ? ' (modules that import each other?)' : ''}; give a class, token('name'), a text or a symbol`,
      ),
    ];
  return inject.length >= useFactory.length
    ? []
    : [
        {
          code: 'PROVIDER_INJECT_COUNT',
          message: `${subject} has a factory of ${useFactory.length} parameter${useFactory.length === 1 ? '' : 's'} and ${inject.length} token${inject.length === 1 ? '' : 's'} in inject; name a token for each parameter, in their order`,
        },
      ];
}

/** What `providers` cannot have. */
export const invalid = (message: string): Refusal => ({ code: 'PROVIDER_INVALID', message });

/** A value as messages show it; what it holds may be a secret. */
export const print = (value: unknown): string =>
  value === null || value === undefined
    ? String(value)
    : Array.isArray(value)
      ? 'an array'
      : `a value of type ${typeof value}`;

/** Whether an entry of `inject` is a token that may have no provider. */
export const isOptional = (entry: unknown): entry is { readonly token: unknown; readonly optional?: boolean } =>
  typeof entry === 'object' && entry !== null && !isToken(entry) && 'token' in entry;
