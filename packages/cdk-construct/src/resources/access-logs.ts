import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, type IHttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html; no header, which could hold a quote. */
const FIELDS = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  route: '$context.routeKey',
  protocol: '$context.protocol',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
  error: '$context.error.message',
};

const JSON_LINES = AccessLogFormat.custom(JSON.stringify(FIELDS));

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html */
const REST_FIELDS = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  route: '$context.resourcePath',
  protocol: '$context.protocol',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integration.latency',
  integrationStatus: '$context.integration.status',
  integrationError: '$context.integration.error',
  error: '$context.error.message',
};

/** What a REST API writes for each request. */
export const REST_ACCESS_LOG = AccessLogFormat.custom(JSON.stringify(REST_FIELDS));

/** Makes a stage write one line for each request to a log group. */
export function writeAccessLogs(stage: IHttpStage, logGroup: ILogGroup, format: AccessLogFormat = JSON_LINES): void {
  const { destinationArn } = new LogGroupLogDestination(logGroup).bind(stage);
  const resource = stage.node.defaultChild as CfnStage;
  resource.accessLogSettings = { destinationArn, format: format.toString() };
}
