import { Duration, Stack } from 'aws-cdk-lib';
import {
  AuthorizationType,
  Deployment,
  type IAuthorizer,
  Integration,
  IntegrationType,
  type IRestApi,
  type Method,
  type MethodOptions,
  ResponseTransferMode,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { RestIntegration } from '../integrations/rest-integration.js';
import type { GatewayPlan, RoutePlan } from '../plan/gateway-plan.js';
import { MAXIMUM_STREAM_SECONDS } from '../plan/quota.js';
import { type DirectMethod, directMethod } from './direct-method.js';
import type { HandlerFunction } from './handler-function.js';
import { invocationArn } from './invocation-arn.js';

/** What an existing REST API is given. */
export interface ExistingRestApiOptions {
  readonly api: IRestApi;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly stageName: string | undefined;
  /** The integration of a route that has no function. */
  readonly integrationOf: (route: RoutePlan) => RestIntegration;
  readonly authorizers: Readonly<Record<string, IAuthorizer>>;
}

/**
 * Adds routes to an existing REST API. One of the same stack deploys itself anew, as CDK's methods ask it to; for one of another stack,
 * whose deployment cannot depend on this one's methods, this stack makes a deployment to its stage.
 */
export function addRestRoutes(scope: Construct, plan: GatewayPlan, options: ExistingRestApiOptions): void {
  const { api } = options;
  const isOwn = api.latestDeployment !== undefined && Stack.of(api) === Stack.of(scope);
  const target = isOwn ? api : importAgain(scope, api);
  const methods = plan.routes.map((route) => {
    const { integration, methodOptions } = routeMethod(scope, route, options);
    const guarded = { ...methodOptions, ...guardOptions(route, options.authorizers) };
    return target.root.resourceForPath(route.path).addMethod(route.method, integration, guarded);
  });
  if (!isOwn) deploy(scope, target, { methods, plan, options });
  // CDK sees a method's authorizer, and not how it is asked
  else if (plan.authorizers.length > 0) api.latestDeployment?.addToLogicalId({ authorizers: plan.authorizers });
}

/** The same API, with resources in the scope of the construct. */
const importAgain = (scope: Construct, api: IRestApi): IRestApi =>
  RestApi.fromRestApiAttributes(scope, 'RestApi', {
    restApiId: api.restApiId,
    rootResourceId: api.restApiRootResourceId,
  });

function routeMethod(scope: Construct, route: RoutePlan, options: ExistingRestApiOptions): DirectMethod {
  const { integration } = route;
  if (integration.type !== 'lambda') return directMethod(scope, route, options.integrationOf(route));
  const fn = options.functions.get(integration.functionId) as HandlerFunction;
  return { integration: lambdaIntegration(route, fn), methodOptions: {} };
}

/** Who gets through, where it is not left to the API. */
function guardOptions(
  { authorization, apiKey }: RoutePlan,
  authorizers: ExistingRestApiOptions['authorizers'],
): MethodOptions {
  const key = apiKey ? { apiKeyRequired: true } : {};
  if (authorization.type === 'api') return key;
  if (authorization.type !== 'authorizer')
    return { ...key, authorizationType: AuthorizationType[authorization.type === 'iam' ? 'IAM' : 'NONE'] };
  const { name, scopes } = authorization;
  const authorizer = authorizers[name];
  // the type is said again, since that of the API's default would count before the authorizer's
  const { authorizationType } = authorizer ?? {};
  return { ...key, authorizer, authorizationType, ...(scopes.length > 0 && { authorizationScopes: [...scopes] }) };
}

const lambdaIntegration = ({ streams }: RoutePlan, { invoked }: HandlerFunction): Integration =>
  new Integration({
    type: IntegrationType.AWS_PROXY,
    integrationHttpMethod: 'POST',
    uri: invocationArn(invoked.functionArn, streams),
    ...(streams && { options: { responseTransferMode: ResponseTransferMode.STREAM, timeout: LONGEST_STREAM } }),
  });

/** The longest that an answer may stream, which is longer than what a gateway waits for others by default. */
const LONGEST_STREAM = Duration.seconds(MAXIMUM_STREAM_SECONDS);

interface DeployInput {
  readonly methods: readonly Method[];
  readonly plan: GatewayPlan;
  readonly options: ExistingRestApiOptions;
}

/** A deployment is a snapshot: its logical id changes with the routes, and an old one stays, since the stage may be at it. */
function deploy(scope: Construct, api: IRestApi, { methods, plan, options }: DeployInput): void {
  const stageName = options.stageName ?? options.api.deploymentStage?.stageName ?? 'prod';
  const deployment = new Deployment(scope, 'Deployment', { api, stageName, retainDeployments: true });
  deployment.node.addDependency(...methods);
  deployment.addToLogicalId([
    ...plan.routes.map(({ id, method, path, integration, streams, authorization, apiKey }) => [
      ...[id, method, path, integration, streams],
      ...(authorization.type === 'none' && !apiKey ? [] : [authorization, apiKey]),
    ]),
    ...plan.authorizers,
  ]);
}
