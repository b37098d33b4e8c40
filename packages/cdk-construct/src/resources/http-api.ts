import { type CfnStage, HttpApi, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { ControllerHttpApiProps } from '../controller-http-api-props.js';
import { writeAccessLogs } from './access-logs.js';
import { createLogGroup } from './log-group.js';

/** Requests a second and at once: a caller that floods the API leaves most of the account's 10000 and 5000 to other APIs. */
const THROTTLE = { rateLimit: 1000, burstLimit: 500 };

/** Characters of an API's name. */
const MAXIMUM_NAME = 128;

/** The existing API, or a new one whose default stage is throttled and writes access logs. */
export function provideHttpApi(scope: Construct, props: ControllerHttpApiProps): IHttpApi {
  if (props.api !== undefined) return props.api;
  const apiName = scope.node.path.replaceAll('/', '-').slice(-MAXIMUM_NAME);
  const api = new HttpApi(scope, 'HttpApi', { apiName, ...props.httpApiProps });
  const stage = api.defaultStage;
  if (stage === undefined) return api;

  // Set on the stage that HttpApi makes: only that one is its defaultStage, gives its url and takes its domain.
  const { rateLimit, burstLimit } = { ...THROTTLE, ...props.throttle };
  const resource = stage.node.defaultChild as CfnStage;
  resource.defaultRouteSettings = { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit };

  const { accessLogs = {}, removalPolicy } = props;
  if (accessLogs === false) return api;
  const logGroup = accessLogs.logGroup ?? createLogGroup(scope, 'AccessLogs', accessLogs.retention, removalPolicy);
  writeAccessLogs(stage, logGroup, accessLogs.format);
  return api;
}
