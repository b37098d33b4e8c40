/** Who gets through, as an API's document says it. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
import type { RoutePlan } from '../plan/gateway-plan.js';

/** An authorizer as CloudFormation's resource has it. */
export interface AuthorizerDefinition {
  readonly type: string;
  readonly providerArns?: readonly string[] | undefined;
  readonly authorizerUri?: string | undefined;
  readonly authorizerCredentials?: string | undefined;
  readonly authorizerResultTtlInSeconds?: number | undefined;
  readonly identitySource?: string | undefined;
  readonly identityValidationExpression?: string | undefined;
}

const IAM_SCHEME = 'sigv4';
const API_KEY_SCHEME = 'api_key';

/** The security schemes that routes refer to; undefined where there are none. */
export function securitySchemes(
  routes: readonly RoutePlan[],
  authorizers: Readonly<Record<string, AuthorizerDefinition>>,
): Record<string, object> | undefined {
  const names = new Set(routes.flatMap((route) => Object.keys(requirementOf(route))));
  const known: Readonly<Record<string, object>> = {
    ...Object.fromEntries(Object.entries(authorizers).map(([name, each]) => [name, authorizerScheme(each)])),
    [IAM_SCHEME]: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    [API_KEY_SCHEME]: { type: 'apiKey', name: 'x-api-key', in: 'header' },
  };
  const schemes = Object.entries(known).filter(([name]) => names.has(name));
  return schemes.length === 0 ? undefined : Object.fromEntries(schemes);
}

/** What a route asks of a caller; all of it together. */
export function securityOf(route: RoutePlan): readonly object[] | undefined {
  const requirement = requirementOf(route);
  return Object.keys(requirement).length === 0 ? undefined : [requirement];
}

const requirementOf = ({ authorization, apiKey }: RoutePlan): Record<string, readonly string[]> => ({
  ...(authorization.type === 'authorizer' && { [authorization.name]: authorization.scopes }),
  ...(authorization.type === 'iam' && { [IAM_SCHEME]: [] }),
  ...(apiKey && { [API_KEY_SCHEME]: [] }),
});

function authorizerScheme(definition: AuthorizerDefinition): object {
  const isCognito = definition.type === 'COGNITO_USER_POOLS';
  const header = /^method\.request\.header\.([^,]+)$/.exec(definition.identitySource ?? '')?.[1];
  return {
    type: 'apiKey',
    name: header ?? 'Unused',
    in: 'header',
    'x-amazon-apigateway-authtype': isCognito ? 'cognito_user_pools' : 'custom',
    'x-amazon-apigateway-authorizer': Object.fromEntries(
      Object.entries({
        type: definition.type.toLowerCase(),
        providerARNs: definition.providerArns,
        authorizerUri: definition.authorizerUri,
        authorizerCredentials: definition.authorizerCredentials,
        authorizerResultTtlInSeconds: definition.authorizerResultTtlInSeconds,
        identitySource: definition.identitySource,
        identityValidationExpression: definition.identityValidationExpression,
      }).filter(([, value]) => value !== undefined),
    ),
  };
}
