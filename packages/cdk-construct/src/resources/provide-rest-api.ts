import type { Manifest } from '@gatewright/core/compiler';
import { FeatureFlags } from 'aws-cdk-lib';
import type { Authorizer, IRestApi } from 'aws-cdk-lib/aws-apigateway';
import { APIGATEWAY_DISABLE_CLOUDWATCH_ROLE } from 'aws-cdk-lib/cx-api';
import type { Construct, IConstruct } from 'constructs';
import type { ControllerRestApiProps } from '../controller-rest-api-props.js';
import type { RestIntegration } from '../integrations/rest-integration.js';
import { authorizersOf } from '../plan/check-authorization.js';
import type { GatewayPlan, RoutePlan } from '../plan/gateway-plan.js';
import { binaryMediaTypes } from '../rest-body/binary-media-types.js';
import { JSON_TYPE } from '../rest-body/checked-body.js';
import { originTemplate } from '../rest-body/preflight.js';
import { type RequestModels, requestModels } from '../rest-body/request-models.js';
import { restBody } from '../rest-body/rest-body.js';
import { apiNameOf } from './api-defaults.js';
import { type DirectRoute, restDirectIntegration } from './direct-routes.js';
import { addRestRoutes } from './existing-rest-api.js';
import type { HandlerFunction } from './handler-function.js';
import { invocationArn } from './invocation-arn.js';
import { createRestAuthorizers, defineRestAuthorizers } from './own-authorizers.js';
import { createRestApi } from './rest-api.js';
import { permitAuthorizers, takeAuthorizers } from './rest-authorizers.js';
import type { ScopeOf } from './stacks.js';

/** What a REST API is provided from. */
export interface ProvideRestApiOptions {
  readonly props: ControllerRestApiProps;
  readonly manifest: Manifest;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
}

/** The existing API with the routes added, or a new one. */
export function provideRestApi(scope: Construct, plan: GatewayPlan, options: ProvideRestApiOptions): IRestApi {
  const { props, manifest, functions, scopeOf } = options;
  const corsTemplate = props.cors === undefined ? '' : originTemplate(props.cors);
  const integrationOf = (route: RoutePlan): RestIntegration =>
    restDirectIntegration(route as DirectRoute, { resources: props.resources ?? {}, scopeOf, corsTemplate });
  if (props.api !== undefined) {
    const { api, stageName } = props;
    const authorizers = { ...props.authorizers, ...createRestAuthorizers(plan, { api, functions, scopeOf }) };
    addRestRoutes(scope, plan, { api, functions, stageName, authorizers, integrationOf });
    return props.api;
  }
  const authorizers = usedAuthorizers(plan, props.authorizers);
  const types = props.binaryMediaTypes ?? binaryMediaTypes(manifest);
  const body = restBody(plan.routes, {
    title: apiNameOf(scope),
    cors: props.cors,
    models: modelsOf(manifest, props, types),
    authorizers: { ...takeAuthorizers(authorizers), ...defineRestAuthorizers(plan, functions) },
    arnOf: (id) => (functions.get(id) as HandlerFunction).invoked.functionArn,
    invocationArn,
    integrationOf,
  });
  const api = createRestApi(scope, { props, body, binaryMediaTypes: types, routes: plan.routes });
  permitAuthorizers(scope, api, authorizers);
  return api;
}

/** What bodies are checked against; nothing where they are bytes to the gateway. */
function modelsOf(
  manifest: Manifest,
  { requestModels: isAsked = true }: ControllerRestApiProps,
  binaryTypes: readonly string[],
): RequestModels {
  const isBinary = binaryTypes.some((type) => type === '*/*' || type === JSON_TYPE);
  return isAsked && !isBinary ? requestModels(manifest) : new Map();
}

/** Of those given; one that no route asks stays as it is, and has been warned of. */
const usedAuthorizers = (
  { routes }: GatewayPlan,
  given: ControllerRestApiProps['authorizers'] = {},
): Record<string, Authorizer> =>
  Object.fromEntries(
    authorizersOf(routes)
      .filter((name) => Object.hasOwn(given, name))
      .map((name) => [name, given[name] as Authorizer]),
  );

/** How many resources there will be for the API itself: API, deployment, stage, log group; CDK's role for the account's logs. */
export function restApiResources(scope: IConstruct, { api, accessLogs, restApiProps }: ControllerRestApiProps): number {
  if (api !== undefined) return 0;
  const hasLogGroup = accessLogs !== false && accessLogs?.logGroup === undefined;
  const hasRole = restApiProps?.cloudWatchRole ?? !FeatureFlags.of(scope).isEnabled(APIGATEWAY_DISABLE_CLOUDWATCH_ROLE);
  return 3 + (hasLogGroup ? 1 : 0) + (hasRole ? 2 : 0);
}
