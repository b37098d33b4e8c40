import type { Manifest } from '@gatewright/core/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ControllerRestApiProps } from '../../src/index.js';
import { route } from '../manifest.js';
import { ControllerRestApi, recommended } from '../rest-synthesis.js';
import { ControllerHttpApi, compiled, controllers, runCompiler } from '../synthesis.js';
import { createResources, direct, everywhere, fromBody, manifestWith, restOnly, service } from './declared.js';

const { ControllerFunctionUrl } = await import('../../src/index.js');

function rest(manifest: Manifest, props: Partial<ControllerRestApiProps> = {}) {
  runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
  const stack = new Stack(new App({ context: recommended }), 'Stack');
  const api = new ControllerRestApi(stack, 'Api', { controllers, resources: createResources(stack), ...props });
  const template = Template.fromStack(stack);
  const [found] = Object.values(template.findResources('AWS::ApiGateway::RestApi'));
  return { api, template, stack, paths: found?.Properties.Body?.paths };
}

function http(manifest: Manifest) {
  runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
  const stack = new Stack(new App(), 'Stack');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, resources: createResources(stack) });
  return { api, template: Template.fromStack(stack), stack };
}

/** Action and resource of every statement that the gateway's roles have. */
const statementsOf = (template: Template) =>
  Object.values(template.findResources('AWS::IAM::Role'))
    .filter(({ Properties: { Description } }) => Description?.startsWith('API Gateway: '))
    .map(({ Properties: { AssumeRolePolicyDocument, Policies } }) => {
      expect(AssumeRolePolicyDocument.Statement[0].Principal).toEqual({ Service: 'apigateway.amazonaws.com' });
      expect(Policies).toHaveLength(1);
      expect(Policies[0].PolicyDocument.Statement).toHaveLength(1);
      const { Action, Resource } = Policies[0].PolicyDocument.Statement[0];
      return `${Action} ${JSON.stringify(Resource).replaceAll(/[A-F0-9]{8}(?=")/g, '')}`;
    })
    .sort();

const arn = (id: string) => `{"Fn::GetAtt":["${id}","Arn"]}`;

describe('a REST API', () => {
  const { api, template, paths } = rest(manifestWith(...everywhere, ...restOnly, route('A.own', 'GET', '/own')));
  const integrationOf = (path: string, method: string) => paths[path][method]['x-amazon-apigateway-integration'];

  it('has a function for what declares none of its own answers only', () => {
    template.resourceCountIs('AWS::Lambda::Function', 1);
    expect(Object.keys(api.functions)).toEqual(['A.own']);
  });

  it('may do for each route one thing to one resource', () => {
    expect(statementsOf(template)).toEqual(
      [
        `dynamodb:DeleteItem ${arn('Table')}`,
        `dynamodb:GetItem ${arn('Table')}`,
        `dynamodb:PutItem ${arn('Table')}`,
        `dynamodb:Query {"Fn::Join":["",[${arn('Table')},"/index/byOwner"]]}`,
        `dynamodb:UpdateItem ${arn('Table')}`,
        `events:PutEvents ${arn('Bus')}`,
        `kinesis:PutRecord ${arn('Stream')}`,
        `s3:GetObject {"Fn::Join":["",[${arn('Bucket')},"/files/*"]]}`,
        `s3:PutObject {"Fn::Join":["",[${arn('Bucket')},"/files/*"]]}`,
        'sns:Publish {"Ref":"Topic"}',
        `sqs:SendMessage ${arn('Queue')}`,
        'states:StartExecution {"Ref":"Machine"}',
        'states:StartSyncExecution {"Ref":"Machine"}',
      ].sort(),
    );
  });

  it('calls the service, and passes nothing on that no template was made for', () => {
    const send = integrationOf('/send', 'post');

    expect(send).toMatchObject({ type: 'aws', httpMethod: 'POST', passthroughBehavior: 'never' });
    expect(JSON.stringify(send.uri)).toMatch(/:apigateway:.*:sqs:path\/.*"Fn::GetAtt":\["Queue\w*","QueueName"\]/);
    expect(Object.keys(send.requestTemplates)).toEqual(['application/json']);
    expect(JSON.stringify(integrationOf('/items/{id}', 'get').requestTemplates)).toMatch(/TableName.*"Ref":"Table/);
    expect(JSON.stringify(integrationOf('/start', 'post').requestTemplates)).toMatch(/stateMachineArn.*"Ref":"Machine/);
    expect(JSON.stringify(integrationOf('/any', 'post').uri)).toContain(':dynamodb:action/UpdateItem');
  });

  it('asks for what is mapped before a service is called', () => {
    expect(paths['/items/{id}'].put).toMatchObject({
      parameters: [{ in: 'path', name: 'id', required: true }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] },
          },
        },
      },
      'x-amazon-apigateway-request-validator': 'all',
      responses: { 204: {}, 500: { headers: { 'Content-Type': {} } }, 502: {} },
    });
    expect(paths['/send'].post.requestBody).toBeUndefined();
  });

  it('passes objects as bytes', () => {
    expect(integrationOf('/files/{name}', 'get')).toMatchObject({
      httpMethod: 'GET',
      requestParameters: { 'integration.request.path.key': 'method.request.path.name' },
      responses: {
        default: { responseParameters: { 'method.response.header.ETag': 'integration.response.header.ETag' } },
      },
    });
    expect(paths['/files/{name}'].put.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Content-Type', required: false }),
    );
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { BinaryMediaTypes: ['*/*'] });
  });

  it('answers a mock itself', () => {
    expect(integrationOf('/health', 'get')).toMatchObject({
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":203}' },
      responses: {
        default: {
          statusCode: '203',
          responseParameters: { 'method.response.header.x-own': "'a'" },
          responseTemplates: { 'application/json': '{"status":"\\u0024ok"}' },
        },
      },
    });
  });

  it('passes requests on, with the parameters of the path', () => {
    expect(integrationOf('/old/{id}', 'get')).toEqual({
      type: 'http_proxy',
      httpMethod: 'GET',
      uri: 'https://old.example.com/{id}',
      passthroughBehavior: 'when_no_templates',
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.header.x-own': "'gateway'",
      },
    });
    const below = integrationOf('/all/{path+}', 'x-amazon-apigateway-any-method');
    expect(below.uri).toEqual({ 'Fn::Join': ['', ['https://legacy.', { Ref: 'AWS::URLSuffix' }, '/v1/{path}']] });
    expect(below.requestParameters).toEqual({ 'integration.request.path.path': 'method.request.path.path' });
  });

  it('counts what it makes', () => {
    const planned = api.plan.stacks[0]?.resources ?? 0;
    const made = Object.keys(template.toJSON().Resources).length;

    expect(made).toBe(
      planned +
        Object.keys(template.toJSON().Resources).filter((id) =>
          /^(Queue|Topic|Bus|Stream|Machine|Table|Bucket)/.test(id),
        ).length,
    );
  });

  it('puts CORS headers on answers', () => {
    const cors = { allowOrigins: ['https://app.example.com'] };
    const { paths: withCors } = rest(manifestWith(...restOnly), { cors });
    const { responses } = withCors['/items/{id}'].get['x-amazon-apigateway-integration'];

    for (const { responseTemplates } of Object.values(responses) as { responseTemplates: Record<string, string> }[])
      expect(responseTemplates['application/json']).toContain('responseOverride.header.Access-Control-Allow-Origin');
  });

  it('that was there already gets the same as methods', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...everywhere, ...restOnly) });
    const stack = new Stack(new App({ context: recommended }), 'Stack');
    const existing = new RestApi(stack, 'Existing');
    new ControllerRestApi(stack, 'Api', { controllers, api: existing, resources: createResources(stack) });
    const own = Template.fromStack(stack);

    own.resourceCountIs('AWS::ApiGateway::Method', everywhere.length + restOnly.length);
    own.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'PUT',
      RequestParameters: { 'method.request.path.id': true },
      Integration: { Type: 'AWS', PassthroughBehavior: 'NEVER', ContentHandling: 'CONVERT_TO_TEXT' },
    });
    own.hasResourceProperties('AWS::ApiGateway::Method', {
      Integration: { Type: 'MOCK', IntegrationResponses: [{ StatusCode: '203' }] },
      MethodResponses: [{ StatusCode: '203', ResponseParameters: { 'method.response.header.x-own': true } }],
    });
    expect(statementsOf(own)).toEqual(statementsOf(template));
  });
});

describe('an HTTP API', () => {
  const { api, template } = http(manifestWith(...everywhere));

  it('calls services by its own integrations, mapping parameters', () => {
    template.resourceCountIs('AWS::Lambda::Function', 0);
    const integrations = Object.values(template.findResources('AWS::ApiGatewayV2::Integration')).map(
      ({ Properties }) => Properties,
    );
    const by = (subtype: string) => integrations.find(({ IntegrationSubtype }) => IntegrationSubtype === subtype);

    expect(by('SQS-SendMessage')).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '1.0',
      RequestParameters: { MessageBody: '$request.body' },
      ResponseParameters: { 200: { ResponseParameters: [{ Destination: 'overwrite:statuscode', Source: '202' }] } },
      CredentialsArn: { 'Fn::GetAtt': [expect.stringMatching(/^ApiAsendGatewayRole/), 'Arn'] },
    });
    expect(by('EventBridge-PutEvents')?.RequestParameters).toMatchObject({
      Source: 'shop',
      DetailType: 'Placed',
      Detail: '$request.body',
    });
    expect(by('Kinesis-PutRecord')?.RequestParameters).toMatchObject({
      Data: '$request.body.data',
      PartitionKey: '$request.path.id',
    });
    expect(by('StepFunctions-StartExecution')?.RequestParameters).toMatchObject({ Input: '$request.body' });
    expect(by('StepFunctions-StartSyncExecution')?.ResponseParameters).toBeUndefined();
    expect(statementsOf(template)).toHaveLength(5);
  });

  it('passes requests on', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'GET',
      IntegrationUri: 'https://old.example.com/{id}',
      RequestParameters: { 'overwrite:header.x-own': 'gateway' },
    });
  });

  it('counts what it makes', () => {
    const own = Object.keys(template.toJSON().Resources).filter((id) => id.startsWith('Api'));

    expect(own).toHaveLength(api.plan.stacks[0]?.resources ?? 0);
    expect(api.plan.quotas.find(({ name }) => name === 'http-api-integrations')?.used).toBe(everywhere.length);
  });

  it('refuses what it does not have, at once, with what does', () => {
    const text = direct(
      'A.text',
      'POST',
      '/text',
      service('sqs:SendMessage', 'queue', { MessageBody: { a: fromBody('$.a') } }),
    );
    const error = (() => {
      try {
        http(manifestWith(...restOnly, text));
      } catch (thrown) {
        return (thrown as Error).message.split('\n');
      }
      return [];
    })();

    expect(error).toHaveLength(restOnly.length + 1);
    expect(error).toContain(
      'A.health (GET /health): an HTTP API has no mock integration; use ControllerRestApi, or write the method and have a Lambda function [INTEGRATION_UNSUPPORTED]',
    );
    expect(error).toContain(
      'A.get (GET /items/{id}): an HTTP API has no integration with dynamodb:GetItem; use ControllerRestApi, or write the method and have a Lambda function [INTEGRATION_UNSUPPORTED]',
    );
    expect(error.join()).toContain('MessageBody is made of several values, or has a dollar sign');
  });
});

describe('resources', () => {
  const refused = (resources: ControllerRestApiProps['resources'], ...routes: typeof everywhere) => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...routes) });
    const stack = new Stack(new App(), 'Stack');
    return () => new ControllerRestApi(stack, 'Api', { controllers, ...(resources && { resources }) });
  };
  const [send, , , , , , below] = everywhere as [(typeof everywhere)[0], ...typeof everywhere];

  it('that are missing or of another kind are refused', () => {
    expect(refused({ queues: 'arn:aws:sqs:eu-west-1:1:q' }, send)).toThrow(
      'A.send (POST /send): uses "queue", which is not in resources; write resources: { queue: ... }; did you mean "queues"? There are queues [RESOURCE_MISSING]',
    );
    expect(refused(undefined, send)).toThrow(/; there are none \[RESOURCE_MISSING\]$/);
    expect(refused({ queue: 'https://example.com' }, send)).toThrow(
      'A.send (POST /send): needs a queue as "queue"; give a queue (a construct with "queueArn"), or its ARN as a text [RESOURCE_KIND_WRONG]',
    );
    expect(refused({ legacy: 'arn:aws:sqs:eu-west-1:1:q' }, below as typeof send)).toThrow(
      /needs an address from "legacy"; give a text that begins with https:\/\/, or a construct with a property "url" \[RESOURCE_KIND_WRONG\]$/,
    );
  });

  it('may be ARNs, of other accounts too', () => {
    const { paths, template } = rest(manifestWith(send), {
      resources: { queue: 'arn:aws:sqs:eu-west-1:123456789012:orders' },
    });

    expect(JSON.stringify(paths['/send'].post['x-amazon-apigateway-integration'].uri)).toContain(
      'sqs:path/123456789012/orders',
    );
    expect(statementsOf(template)).toEqual(['sqs:SendMessage "arn:aws:sqs:eu-west-1:123456789012:orders"']);
  });

  it('may be of another stack', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...everywhere) });
    const app = new App();
    const other = createResources(new Stack(app, 'Other'));
    const stack = new Stack(app, 'Stack');
    new ControllerHttpApi(stack, 'Api', { controllers, resources: other });

    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain('Fn::ImportValue');
  });

  it('that a key of the user encrypts bring the use of it', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(send) });
    const stack = new Stack(new App(), 'Stack');
    const queue = new Queue(stack, 'Queue', { encryptionMasterKey: new Key(stack, 'Key') });
    new ControllerHttpApi(stack, 'Api', { controllers, resources: { queue } });

    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Effect: 'Allow' }] },
    });
  });
});

describe('a Function URL', () => {
  it('has nothing but its function', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...everywhere.slice(0, 1)) });
    const stack = new Stack(new App(), 'Stack');

    expect(() => new ControllerFunctionUrl(stack, 'App', { controllers, resources: createResources(stack) })).toThrow(
      'A.send (POST /send): a Function URL answers with its function alone; use ControllerHttpApi or ControllerRestApi, or write the method [INTEGRATION_UNSUPPORTED]',
    );
  });
});
