import type { CfnStage, CorsPreflightOptions, DomainMappingOptions, IHttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { type CorsHttpMethod, DomainName, HttpApi, HttpStage, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { ControllerHttpApiProps } from '../controller-http-api-props.js';
import { defaultCorsHeaders, defaultCorsMethods } from '../cors-defaults.js';
import type { CorsOptions } from '../cors-options.js';
import { writeAccessLogs } from './access-logs.js';
import { apiNameOf, THROTTLE } from './api-defaults.js';
import { createLogGroup } from './log-group.js';

/** An HTTP API with the stage that it is called at, where the construct knows it. */
export interface ProvidedHttpApi {
  readonly api: IHttpApi;
  readonly stage: IHttpStage | undefined;
}

/** The existing API, or a new one whose stage is throttled and writes access logs. */
export function provideHttpApi(scope: Construct, props: ControllerHttpApiProps): ProvidedHttpApi {
  if (props.api !== undefined) return { api: props.api, stage: props.api.defaultStage };
  const { stageName = '$default', httpApiProps } = props;
  const domainMapping = provideDomain(scope, props.domain);
  const isDefault = stageName === '$default' && httpApiProps?.createDefaultStage !== false;
  const api = new HttpApi(scope, 'HttpApi', {
    apiName: apiNameOf(scope),
    ...(props.cors && { corsPreflight: readCors(props.cors) }),
    ...(isDefault && domainMapping && { defaultDomainMapping: domainMapping }),
    ...httpApiProps,
    createDefaultStage: isDefault,
  });
  const isNamed = props.stageName !== undefined && !isDefault;
  const stage = isNamed
    ? new HttpStage(scope, 'Stage', { httpApi: api, stageName, autoDeploy: true, domainMapping })
    : api.defaultStage;
  if (stage !== undefined) configureStage(scope, stage, props);
  return { api, stage };
}

/** Set on the resource of the stage, since the stage that HttpApi makes takes nothing else. */
function configureStage(scope: Construct, stage: IHttpStage, props: ControllerHttpApiProps): void {
  const resource = stage.node.defaultChild as CfnStage;
  const { rateLimit, burstLimit } = { ...THROTTLE, ...props.throttle };
  resource.defaultRouteSettings = {
    throttlingRateLimit: rateLimit,
    throttlingBurstLimit: burstLimit,
    ...(props.detailedMetrics && { detailedMetricsEnabled: true }),
  };
  const { accessLogs = {}, removalPolicy } = props;
  if (accessLogs === false) return;
  const { retention, format } = accessLogs;
  const logGroup = accessLogs.logGroup ?? createLogGroup(scope, 'AccessLogs', { retention, removalPolicy });
  writeAccessLogs(stage, logGroup, format);
}

const readCors = (cors: CorsOptions): CorsPreflightOptions => ({
  allowOrigins: [...cors.allowOrigins],
  allowMethods: (cors.allowMethods ?? defaultCorsMethods).map((method) => method as CorsHttpMethod),
  allowHeaders: [...(cors.allowHeaders ?? defaultCorsHeaders)],
  exposeHeaders: cors.exposeHeaders && [...cors.exposeHeaders],
  allowCredentials: cors.allowCredentials,
  maxAge: cors.maxAge,
});

function provideDomain(scope: Construct, domain: ControllerHttpApiProps['domain']): DomainMappingOptions | undefined {
  if (domain === undefined) return undefined;
  const domainName =
    'existing' in domain
      ? domain.existing
      : new DomainName(scope, 'Domain', { domainName: domain.name, certificate: domain.certificate });
  return { domainName, mappingKey: domain.basePath };
}
