import type { Auth } from './auth.js';
import { Unauthorized } from './http-errors.js';
import type { RawValue } from './scalar.js';

/** A claim of the caller's token, else the value of that name in the Lambda authorizer's context. */
export const claimOf = ({ claims, context }: Auth, name: string): unknown =>
  (Object.hasOwn(claims, name) ? claims[name] : Object.hasOwn(context, name) ? context[name] : undefined) ?? undefined;

/** A claim as the text that a header would have: HTTP APIs pass on what a Lambda authorizer returned, REST APIs text. */
export function claimText(claim: unknown): RawValue {
  if (claim === undefined || typeof claim === 'string') return claim;
  if (Array.isArray(claim)) return claim.map((element) => claimText(element) as string);
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
}

/** The elements of a claim: HTTP APIs write an array as `[a b]` (observed), REST APIs as `a,b`. */
export function claimList(claim: unknown, separator = ','): RawValue {
  const text = claimText(claim);
  if (typeof text !== 'string') return text;
  const [, words] = /^\[(.*)\]$/.exec(text) ?? [];
  return (words === undefined ? text.split(separator) : words.split(' ')).map((word) => word.trim()).filter(Boolean);
}

/** Passes a claim on that is there; answers 401 when there is none. */
export function requireClaim<TClaim>(claim: TClaim | undefined): TClaim {
  if (claim === undefined) throw unauthorized();
  return claim;
}

/** Passes on what an authorizer found out; answers 401 when none has found out anything. */
export function requireCaller(auth: Auth): Auth {
  const { claims, context, principalId, iam } = auth;
  const isKnown = principalId !== undefined || iam !== undefined;
  if (!isKnown && Object.keys(claims).length === 0 && Object.keys(context).length === 0) throw unauthorized();
  return auth;
}

/** A 401 has to say how to authenticate (RFC 9110, 15.5.2). */
const unauthorized = (): Unauthorized =>
  new Unauthorized('The caller is not known.', { headers: { 'www-authenticate': 'Bearer' } });
