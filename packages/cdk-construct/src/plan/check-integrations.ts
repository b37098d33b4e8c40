import type { AwsServiceIntegration } from '@gatewright/core/compiler';
import { httpMapping } from '../mapping/http-mapping.js';
import { sourcesOf } from '../mapping/source.js';
import type { Problem } from '../problem.js';
import type { GatewayPlanOptions, IntegrationPlan, RoutePlan } from './gateway-plan.js';

/** Actions that HTTP APIs have integrations for: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
const HTTP_API_ACTIONS = new Set([
  'events:PutEvents',
  'kinesis:PutRecord',
  'sqs:SendMessage',
  'states:StartExecution',
  'states:StartSyncExecution',
]);

/** Refuses integrations that what stands before the functions does not have. */
export const checkIntegrations = (routes: readonly RoutePlan[], { frontDoor }: GatewayPlanOptions): Problem[] =>
  routes.flatMap(({ id, method, path, integration }) =>
    CHECKS[frontDoor](integration).map((message) => ({
      code: 'INTEGRATION_UNSUPPORTED' as const,
      where: `${id} (${method} ${path})`,
      message,
    })),
  );

const CHECKS: Readonly<Record<GatewayPlanOptions['frontDoor'], (integration: IntegrationPlan) => string[]>> = {
  'function-url': ({ type }) =>
    type === 'lambda'
      ? []
      : [
          'a Function URL answers with its function alone; use ControllerHttpApi or ControllerRestApi, or write the method',
        ],
  'rest-api': (integration) => {
    if (integration.type === 'aws-service') return checkAttributes(integration);
    if (integration.type !== 'http-proxy') return [];
    return sourcesOf(integration.headers).some(({ $from, name }) => $from === 'body' && name === undefined)
      ? ['a header cannot be a whole body; take a value of it with fromBody(path)']
      : [];
  },
  'http-api': (integration) => {
    if (integration.type === 'mock')
      return [
        'an HTTP API has no mock integration; use ControllerRestApi, or write the method and have a Lambda function',
      ];
    return integration.type === 'aws-service' ? checkHttpService(integration) : [];
  },
};

function checkHttpService({ action, general, parameters, reply }: AwsServiceIntegration): string[] {
  if (general || !HTTP_API_ACTIONS.has(action))
    return [
      `an HTTP API has no integration with ${action}; use ControllerRestApi, or write the method and have a Lambda function`,
    ];
  const complex = Object.entries(parameters).filter(([, value]) => httpMapping(value) === undefined);
  return [
    ...complex.map(
      ([name]) =>
        `${name} is made of several values, or has a dollar sign, and an HTTP API maps one value or a text; use ControllerRestApi, or give fromBody()`,
    ),
    ...(reply.body !== undefined && reply.isOwnBody === true
      ? ['returns maps the reply, which an HTTP API passes on as it is; use ControllerRestApi, or leave out returns']
      : []),
  ];
}

/** DynamoDB's attributes have types, which JSON as a whole has not. */
const checkAttributes = ({ action, general, parameters }: AwsServiceIntegration): string[] =>
  !general && action.startsWith('dynamodb:') && sourcesOf(parameters).some(({ type }) => type === 'json')
    ? [
        "an attribute cannot be any JSON value; take texts, numbers and booleans with fromBody('$.a', 'number') and its like",
      ]
    : [];
