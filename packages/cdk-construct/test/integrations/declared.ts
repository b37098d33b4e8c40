import type { DirectIntegration, RouteManifest } from '@gatewright/core/compiler';
import { Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { manifestOf, route } from '../manifest.js';

export const fromPath = (name: string) => ({ $from: 'path', name, type: 'string' }) as const;
export const fromBody = (name?: string) => ({ $from: 'body', type: 'string', ...(name && { name }) }) as const;

/** A route that the gateway answers itself. */
export const direct = (
  id: string,
  method: RouteManifest['method'],
  path: string,
  integration: DirectIntegration,
): RouteManifest => ({ ...route(id, method, path), integration });

export const service = (
  action: string,
  resource: string,
  parameters: Extract<DirectIntegration, { type: 'aws-service' }>['parameters'],
  reply: Extract<DirectIntegration, { type: 'aws-service' }>['reply'] = { statusCode: 200 },
): DirectIntegration => ({ type: 'aws-service', action, resource, parameters, reply });

/** A manifest in which the routes without a function have none. */
export const manifestWith = (...routes: RouteManifest[]) => ({
  ...manifestOf(...routes),
  functions: routes
    .filter(({ integration }) => integration.type === 'lambda')
    .map(({ id, lambda }) => ({ id, packaging: 'route' as const, routes: [id], lambda })),
});

/** What HTTP APIs have, too. */
export const everywhere = [
  direct(
    'A.send',
    'POST',
    '/send',
    service('sqs:SendMessage', 'queue', { MessageBody: fromBody() }, { statusCode: 202 }),
  ),
  direct(
    'A.event',
    'POST',
    '/event',
    service(
      'events:PutEvents',
      'bus',
      { Source: 'shop', DetailType: 'Placed', Detail: fromBody() },
      { statusCode: 202 },
    ),
  ),
  direct(
    'A.record',
    'POST',
    '/record/{id}',
    service(
      'kinesis:PutRecord',
      'stream',
      { Data: fromBody('$.data'), PartitionKey: fromPath('id') },
      { statusCode: 202 },
    ),
  ),
  direct(
    'A.start',
    'POST',
    '/start',
    service('states:StartExecution', 'machine', { input: fromBody() }, { statusCode: 202 }),
  ),
  direct('A.run', 'POST', '/run', service('states:StartSyncExecution', 'machine', { input: fromBody() })),
  direct('A.proxy', 'GET', '/old/{id}', {
    type: 'http-proxy',
    target: { url: 'https://old.example.com/{id}' },
    headers: { 'x-own': 'gateway' },
  }),
  direct('A.below', 'ANY', '/all/{path+}', {
    type: 'http-proxy',
    target: { resource: 'legacy', path: '/v1/{path}' },
    headers: {},
  }),
];

/** What REST APIs alone have. */
export const restOnly = [
  direct('A.health', 'GET', '/health', {
    type: 'mock',
    statusCode: 203,
    headers: { 'X-Own': 'a' },
    body: { status: '$ok' },
  }),
  direct(
    'A.publish',
    'POST',
    '/publish',
    service('sns:Publish', 'topic', { Message: fromBody() }, { statusCode: 202 }),
  ),
  direct(
    'A.get',
    'GET',
    '/items/{id}',
    service('dynamodb:GetItem', 'table', { Key: { id: fromPath('id') } }, { statusCode: 200, item: { id: 'string' } }),
  ),
  direct(
    'A.put',
    'PUT',
    '/items/{id}',
    service(
      'dynamodb:PutItem',
      'table',
      { Item: { id: fromPath('id'), title: fromBody('$.title') } },
      { statusCode: 204 },
    ),
  ),
  direct(
    'A.query',
    'GET',
    '/items',
    service(
      'dynamodb:Query',
      'table',
      { KeyConditionExpression: '#k0 = :k0', IndexName: 'byOwner' },
      { item: { id: 'string' } },
    ),
  ),
  direct(
    'A.delete',
    'DELETE',
    '/items/{id}',
    service('dynamodb:DeleteItem', 'table', { Key: { id: fromPath('id') } }, { statusCode: 204 }),
  ),
  direct(
    'A.download',
    'GET',
    '/files/{name}',
    service('s3:GetObject', 'bucket', { Key: fromPath('name'), Prefix: 'files/' }),
  ),
  direct(
    'A.upload',
    'PUT',
    '/files/{name}',
    service('s3:PutObject', 'bucket', { Key: fromPath('name'), Prefix: 'files/' }),
  ),
  direct('A.any', 'POST', '/any', {
    ...(service('dynamodb:UpdateItem', 'table', {
      TableName: { $from: 'resource', name: 'name', type: 'string' },
    }) as Extract<DirectIntegration, { type: 'aws-service' }>),
    general: true,
  }),
];

/** One resource of each kind. */
export function createResources(scope: Construct) {
  return {
    queue: new Queue(scope, 'Queue'),
    topic: new Topic(scope, 'Topic'),
    bus: new EventBus(scope, 'Bus'),
    stream: new Stream(scope, 'Stream'),
    machine: new StateMachine(scope, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(new Pass(scope, 'Pass')),
    }),
    table: new TableV2(scope, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } }),
    bucket: new Bucket(scope, 'Bucket'),
    legacy: `https://legacy.${Stack.of(scope).urlSuffix}`,
  };
}
