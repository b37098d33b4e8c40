import type { Auth, IamCaller } from './auth.js';
import { texts } from './values.js';

/** Parts of what an authorizer left, each as the event has it. */
export interface AuthorizerParts {
  readonly claims?: unknown;
  readonly scopes?: unknown;
  readonly context?: unknown;
  readonly principalId?: unknown;
  readonly iam?: unknown;
}

/** Reads what an authorizer left. */
export function readAuth(parts: AuthorizerParts): Auth {
  const claims = readClaims(parts.claims);
  const iam = readIam(parts.iam);
  return {
    claims,
    scopes: readScopes(claims, parts.scopes),
    context: Object.assign(Object.create(null), ownObject(parts.context)),
    ...(typeof parts.principalId === 'string' ? { principalId: parts.principalId } : {}),
    ...(iam === undefined ? {} : { iam }),
  };
}

/** API Gateway sends every claim as text; emulators send what stands in the token. */
function readClaims(claims: unknown): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(ownObject(claims)))
    if (['string', 'number', 'boolean'].includes(typeof value)) values[name] = String(value);
  return values;
}

/**
 * Scopes are the token's own claim, `scope` (RFC 8693, 4.2) or `scp`, an array of which API Gateway writes as `[a b]`: the event's
 * list beside the claims is null where the route asks for no scope.
 */
function readScopes(claims: Readonly<Record<string, string>>, scopes: unknown): string[] {
  const claim = claims.scope ?? claims.scp;
  if (claim !== undefined)
    return claim
      .replace(/^\[(.*)\]$/, '$1')
      .split(' ')
      .filter(Boolean);
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [];
}

/** Whoever signed the request; REST APIs have null for each where nobody did. */
function readIam(iam: unknown): IamCaller | undefined {
  const { accountId, userArn, userId, accessKey, cognitoIdentity } = ownObject(iam);
  const caller = texts({ accountId, userArn, userId, accessKey });
  const { identityId, identityPoolId } = texts(cognitoIdentity);
  const cognito =
    identityId === undefined || identityPoolId === undefined ? {} : { cognitoIdentity: { identityId, identityPoolId } };
  return Object.keys(caller).length === 0 ? undefined : { ...caller, ...cognito };
}

/** The value if it is an object; else an empty one. */
export const ownObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
