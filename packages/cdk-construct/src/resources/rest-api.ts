import {
  ApiDefinition,
  BasePathMapping,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SecurityPolicy,
  SpecRestApi,
  type StageOptions,
} from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { ControllerRestApiProps } from '../controller-rest-api-props.js';
import type { RoutePlan } from '../plan/gateway-plan.js';
import { REST_ACCESS_LOG } from './access-logs.js';
import { apiNameOf, THROTTLE } from './api-defaults.js';
import { createLogGroup } from './log-group.js';

/** What a REST API is made from beside the props. */
export interface RestApiOptions {
  readonly props: ControllerRestApiProps;
  readonly body: object;
  readonly routes: readonly RoutePlan[];
  readonly binaryMediaTypes: readonly string[];
}

/**
 * Makes a REST API of an OpenAPI document. CDK's deployment of it has a logical id with a hash of the whole API, so that there is a new
 * one when anything of it changed, and only then.
 */
export function createRestApi(
  scope: Construct,
  { props, body, binaryMediaTypes, routes }: RestApiOptions,
): SpecRestApi {
  const { restApiProps, minCompressionSize } = props;
  const api = new SpecRestApi(scope, 'RestApi', {
    restApiName: apiNameOf(scope),
    endpointTypes: [EndpointType.REGIONAL],
    minCompressionSize,
    ...(binaryMediaTypes.length > 0 && { binaryMediaTypes: [...binaryMediaTypes] }),
    ...restApiProps,
    apiDefinition: ApiDefinition.fromInline(body),
    deployOptions: withThrottling({ ...stageOptions(scope, props), ...restApiProps?.deployOptions }, routes),
  });
  addDomain(scope, api, props);
  return api;
}

/** What is set for a method replaces what is set for all, so that metrics and logging are repeated. */
function withThrottling(options: StageOptions, routes: readonly RoutePlan[]): StageOptions {
  const { metricsEnabled, loggingLevel, dataTraceEnabled } = options;
  const methods = routes.flatMap(({ method, path, throttle }) => {
    const limits = { throttlingRateLimit: throttle?.rate, throttlingBurstLimit: throttle?.burst };
    const key = `${path}/${method === 'ANY' ? '*' : method}`;
    return throttle === undefined
      ? []
      : [[key, { metricsEnabled, loggingLevel, dataTraceEnabled, ...limits }] as const];
  });
  if (methods.length === 0) return options;
  return { ...options, methodOptions: { ...Object.fromEntries(methods), ...options.methodOptions } };
}

function stageOptions(scope: Construct, props: ControllerRestApiProps): StageOptions {
  const { rateLimit, burstLimit } = { ...THROTTLE, ...props.throttle };
  return {
    stageName: props.stageName ?? 'prod',
    throttlingRateLimit: rateLimit,
    throttlingBurstLimit: burstLimit,
    metricsEnabled: props.detailedMetrics ?? false,
    tracingEnabled: props.tracingEnabled ?? false,
    ...logOptions(scope, props),
  };
}

/** Errors of the gateway itself (mappings, authorizers, integrations) are logged beside each access. */
function logOptions(scope: Construct, { accessLogs = {}, removalPolicy }: ControllerRestApiProps): StageOptions {
  if (accessLogs === false) return {};
  const { retention, format = REST_ACCESS_LOG } = accessLogs;
  const logGroup = accessLogs.logGroup ?? createLogGroup(scope, 'AccessLogs', { retention, removalPolicy });
  return {
    accessLogDestination: new LogGroupLogDestination(logGroup),
    accessLogFormat: format,
    loggingLevel: MethodLoggingLevel.ERROR,
  };
}

function addDomain(scope: Construct, api: SpecRestApi, { domain }: ControllerRestApiProps): void {
  if (domain === undefined) return;
  const { basePath } = domain;
  if ('existing' in domain) {
    new BasePathMapping(scope, 'BasePathMapping', { domainName: domain.existing, restApi: api, basePath });
    return;
  }
  api.addDomainName('Domain', {
    domainName: domain.name,
    certificate: domain.certificate,
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
    basePath,
  });
}
