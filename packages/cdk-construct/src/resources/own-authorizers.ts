/** Authorizers that are controller methods: their functions are there, and the gateway is told of them. */
import { Duration } from 'aws-cdk-lib';
import { AuthorizationType, CfnAuthorizer, type IAuthorizer, type IRestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  AuthorizerPayloadVersion,
  HttpAuthorizer,
  HttpAuthorizerType,
  type IHttpApi,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { type AuthorizerPlan, type GatewayPlan, OWN_STACK } from '../plan/gateway-plan.js';
import type { AuthorizerDefinition } from '../rest-body/security.js';
import type { HandlerFunction } from './handler-function.js';
import { invocationArn } from './invocation-arn.js';
import type { ScopeOf } from './stacks.js';

/** What own authorizers are made from. */
export interface OwnAuthorizersOptions {
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
}

/** Makes those of an HTTP API, each beside its function: CDK's own is made beside whichever route of an imported API is bound first. */
export const createHttpAuthorizers = (
  { authorizers }: GatewayPlan,
  { api, functions, scopeOf }: OwnAuthorizersOptions & { readonly api: IHttpApi },
): Record<string, IHttpRouteAuthorizer> =>
  Object.fromEntries(
    authorizers.map((plan) => {
      const { authorizerId } = new HttpAuthorizer(scopeOf(OWN_STACK, plan.functionId), 'Authorizer', {
        httpApi: api,
        authorizerName: plan.name,
        type: HttpAuthorizerType.LAMBDA,
        authorizerUri: uriOf(plan, functions),
        enableSimpleResponses: true,
        payloadFormatVersion: AuthorizerPayloadVersion.VERSION_2_0,
        identitySource: plan.identity.map(
          ({ in: place, name }) => `$request.${place === 'query' ? 'querystring' : 'header'}.${name}`,
        ),
        resultsCacheTtl: Duration.seconds(plan.cacheFor),
      });
      return [plan.name, { bind: () => ({ authorizerId, authorizationType: 'CUSTOM' }) }];
    }),
  );

/** Makes those of a REST API that is there already. */
export const createRestAuthorizers = (
  { authorizers }: GatewayPlan,
  { api, functions, scopeOf }: OwnAuthorizersOptions & { readonly api: IRestApi },
): Record<string, IAuthorizer> =>
  Object.fromEntries(
    authorizers.map((plan) => {
      const resource = new CfnAuthorizer(scopeOf(OWN_STACK, plan.functionId), 'Authorizer', {
        restApiId: api.restApiId,
        name: plan.name,
        ...definitionOf(plan, functions),
      });
      return [plan.name, { authorizerId: resource.ref, authorizationType: AuthorizationType.CUSTOM }];
    }),
  );

/** The definitions of those of a new REST API, for its document. */
export const defineRestAuthorizers = (
  { authorizers }: GatewayPlan,
  functions: OwnAuthorizersOptions['functions'],
): Record<string, AuthorizerDefinition> =>
  Object.fromEntries(authorizers.map((plan) => [plan.name, definitionOf(plan, functions)]));

const definitionOf = (plan: AuthorizerPlan, functions: OwnAuthorizersOptions['functions']) => ({
  type: 'REQUEST',
  authorizerUri: uriOf(plan, functions),
  authorizerResultTtlInSeconds: plan.cacheFor,
  ...(plan.identity.length > 0 && {
    identitySource: plan.identity
      .map(({ in: place, name }) => `method.request.${place === 'query' ? 'querystring' : 'header'}.${name}`)
      .join(','),
  }),
});

const uriOf = ({ functionId }: AuthorizerPlan, functions: OwnAuthorizersOptions['functions']): string =>
  invocationArn((functions.get(functionId) as HandlerFunction).invoked.functionArn, false);
