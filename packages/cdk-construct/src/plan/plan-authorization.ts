import type { RouteManifest } from '@gatewright/core/compiler';
import type { AuthorizationOptions, AuthorizationPlan } from './gateway-plan.js';

/** The name that stands for IAM as the default. */
export const IAM = 'iam';

/** Who gets through to a route: what its code says, else the construct's default, else the API's own. */
export function planAuthorization(
  { authorization }: Pick<RouteManifest, 'authorization'>,
  { defaultAuthorizer, hasApiDefault = false }: AuthorizationOptions,
): AuthorizationPlan {
  if (authorization?.kind === 'public') return { type: 'none', isMeant: true };
  if (authorization?.kind === 'iam') return { type: 'iam' };
  const name = authorization?.name ?? defaultAuthorizer;
  const scopes = authorization?.scopes ?? [];
  if (name !== undefined)
    return name === IAM && scopes.length === 0 ? { type: 'iam' } : { type: 'authorizer', name, scopes };
  if (authorization !== undefined) return { type: 'authorizer', name: '', scopes };
  return hasApiDefault ? { type: 'api' } : { type: 'none', isMeant: false };
}
