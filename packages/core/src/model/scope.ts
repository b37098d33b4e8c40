import type { Problem } from '../errors/definition-error.js';

/** NestJS's names of the scopes that there are not; it has them as numbers. */
const SCOPES = new Map<unknown, string>([
  [1, 'TRANSIENT'],
  [2, 'REQUEST'],
]);

/** The name of a scope that there is not; undefined for the one that there is. */
export const otherScope = (scope: unknown): string | undefined =>
  scope === undefined || scope === 0 || scope === 'DEFAULT' ? undefined : (SCOPES.get(scope) ?? String(scope));

/** What to do instead of asking for a scope. */
export const scopeMessage = (scope: string): string =>
  `asks for the scope ${scope}, and there is one instance per execution environment only; ${
    scope === 'TRANSIENT'
      ? 'inject a factory function and call it'
      : 'take what belongs to a request as a parameter, or from currentContext()'
  }`;

/** Refuses the scope that options ask for. */
export function refusedScope(subject: string, given: unknown): Pick<Problem, 'code' | 'message'>[] {
  const scope = otherScope(given);
  return scope === undefined ? [] : [{ code: 'PROVIDER_SCOPE', message: `${subject} ${scopeMessage(scope)}` }];
}
