/**
 * The OpenAPI document that a REST API is made of: all routes in one resource, where methods and path parts would be two to three
 * for each. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
import type { CorsOptions } from '../cors-options.js';
import type { RestIntegration } from '../integrations/rest-integration.js';
import type { LambdaIntegrationPlan, RoutePlan } from '../plan/gateway-plan.js';
import { MAXIMUM_STREAM_SECONDS } from '../plan/quota.js';
import { checkedBody, WHOLE_VALIDATOR } from './checked-body.js';
import { directOperation } from './direct-operation.js';
import { gatewayResponses } from './gateway-responses.js';
import { preflight } from './preflight.js';
import { modelReference, type RequestModels } from './request-models.js';
import { type AuthorizerDefinition, securityOf, securitySchemes } from './security.js';

/** What a body is made from beside its routes. */
export interface RestBodyOptions {
  readonly title: string;
  readonly cors?: CorsOptions | undefined;
  /** Definitions of the authorizers by their names. */
  readonly authorizers?: Readonly<Record<string, AuthorizerDefinition>>;
  /** What bodies are checked against before a function is invoked. */
  readonly models: RequestModels;
  /** ARN of the function, or alias, that a route invokes. */
  readonly arnOf: (functionId: string) => string;
  /** ARN that API Gateway knows an action of Lambda by. */
  readonly invocationArn: (functionArn: string, streams: boolean) => string;
  /** The integration of a route that has no function. */
  readonly integrationOf: (route: RoutePlan) => RestIntegration;
}

type PathItem = Record<string, object>;

/** Makes the document. */
export function restBody(routes: readonly RoutePlan[], options: RestBodyOptions): object {
  const paths: Record<string, PathItem> = {};
  for (const route of routes) {
    const item = paths[route.path] ?? {};
    paths[route.path] = item;
    item[METHODS[route.method]] = operation(route, options);
  }
  const schemes = securitySchemes(routes, options.authorizers ?? {});
  if (options.cors !== undefined) for (const item of Object.values(paths)) addPreflight(item, options.cors);
  return {
    openapi: '3.0.1',
    info: { title: options.title, version: '1' },
    paths,
    ...components(schemes, options.models),
    'x-amazon-apigateway-request-validators': {
      parameters: { validateRequestParameters: true, validateRequestBody: false },
      ...(isBodyValidated(paths) && {
        [WHOLE_VALIDATOR]: { validateRequestParameters: true, validateRequestBody: true },
      }),
    },
    'x-amazon-apigateway-request-validator': 'parameters',
    'x-amazon-apigateway-gateway-responses': gatewayResponses({
      cors: options.cors,
      isSigned: routes.some(({ authorization }) => authorization.type === 'iam'),
    }),
  };
}

/** What the operations refer to. */
function components(securitySchemes: object | undefined, models: RequestModels): object {
  const schemas = Object.fromEntries([...models.values()].map(({ name, schema }) => [name, schema]));
  const found = { ...(securitySchemes && { securitySchemes }), ...(models.size > 0 && { schemas }) };
  return Object.keys(found).length > 0 ? { components: found } : {};
}

const METHODS: Readonly<Record<RoutePlan['method'], string>> = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
  HEAD: 'head',
  OPTIONS: 'options',
  ANY: 'x-amazon-apigateway-any-method',
};

/** A path whose own routes answer OPTIONS is left to them. */
function addPreflight(item: PathItem, cors: CorsOptions): void {
  if (METHODS.OPTIONS in item || METHODS.ANY in item) return;
  item[METHODS.OPTIONS] = preflight(cors);
}

/** Whether a method asks for the validator of bodies, which is there for those that do. */
const isBodyValidated = (paths: Record<string, PathItem>): boolean =>
  Object.values(paths)
    .flatMap((item) => Object.values(item))
    .some((each) => 'requestBody' in each);

function operation(route: RoutePlan, options: RestBodyOptions): object {
  const { integration } = route;
  const security = securityOf(route);
  const guarded = security && { security };
  if (integration.type === 'lambda') return { ...lambdaOperation(route, integration, options), ...guarded };
  const made = options.integrationOf(route);
  return {
    operationId: route.id,
    ...directOperation(route, made),
    ...guarded,
    'x-amazon-apigateway-integration': made,
  };
}

function lambdaOperation(
  { id, requiredParameters, streams }: RoutePlan,
  { functionId }: LambdaIntegrationPlan,
  { models, arnOf, invocationArn }: RestBodyOptions,
): object {
  const model = models.get(id);
  // what the path has is always there, and 1,000 routes have to fit into a template
  const parameters = requiredParameters
    .filter(({ in: place }) => place !== 'path')
    .map(({ in: place, name }) => ({ in: place, name, required: true, schema: { type: 'string' } }));
  return {
    operationId: id,
    ...(parameters.length > 0 && { parameters }),
    ...(model !== undefined && checkedBody(modelReference(model))),
    responses: {},
    'x-amazon-apigateway-integration': {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: invocationArn(arnOf(functionId), streams),
      ...(streams && { responseTransferMode: 'STREAM', timeoutInMillis: MAXIMUM_STREAM_SECONDS * 1000 }),
    },
  };
}
