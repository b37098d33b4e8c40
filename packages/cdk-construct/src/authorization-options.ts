import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { GatewayProps } from './gateway-props.js';
import type { AuthorizationOptions } from './plan/gateway-plan.js';

/** What a front door's authorizers have in common with the others'. */
export interface AuthorizationTraits {
  /** The type of authorizers that read scopes. */
  readonly scopedBy: string;
  readonly hasApiDefault: boolean;
}

/** The authorizers of props as planning knows them. */
export const authorizationOf = (
  props: GatewayProps<unknown>,
  { scopedBy, hasApiDefault }: AuthorizationTraits,
): AuthorizationOptions => ({
  authorizers: Object.fromEntries(
    Object.entries(props.authorizers ?? {}).map(([name, each]) => [name, { takesScopes: typeOf(each) === scopedBy }]),
  ),
  defaultAuthorizer: props.defaultAuthorizer,
  hasApiDefault,
  isRequired: props.requireAuthorizer,
});

/** How many resources HTTP APIs' authorizers make in the API's stack: themselves, and permissions to invoke functions. */
export const countHttpAuthorizers = ({ authorizers = {} }: GatewayProps<unknown, IHttpRouteAuthorizer>): number =>
  Object.values(authorizers)
    .map((each) => ({ JWT: 1, CUSTOM: 2 })[typeOf(each) ?? ''] ?? 0)
    .reduce((sum: number, count) => sum + count, 0);

const typeOf = (authorizer: unknown): string | undefined =>
  (authorizer as { readonly authorizationType?: string }).authorizationType;
