import type { AwsServiceIntegration, Mapped, RequestSource } from '@gatewright/core/compiler';
import { attributesChunks } from '../mapping/attributes.js';
import { type Chunk, IN_FORM, IN_JSON_TEXT, setJson, write } from '../mapping/chunk.js';
import { type DocumentOptions, enclose, jsonChunks, textChunks } from '../mapping/document.js';
import { readSources } from '../mapping/sources.js';
import { type RestIntegration, requestMapping, type ServiceTarget } from './rest-integration.js';

/** The part of an integration that says what is sent. */
export type RestRequest = Pick<
  RestIntegration,
  'httpMethod' | 'passthroughBehavior' | 'contentHandling' | 'requestParameters' | 'requestTemplates'
> & {
  /** The end of the service's URI: `action/PutItem`, `path/bucket/{key}`. */
  readonly path: string;
};

interface RequestInput {
  readonly parameters: AwsServiceIntegration['parameters'];
  readonly target: ServiceTarget;
  readonly options: DocumentOptions;
}

/** What is sent to a service. */
export function restRequest(integration: AwsServiceIntegration, target: ServiceTarget): RestRequest {
  const { action, parameters, general } = integration;
  const variables = readSources(parameters);
  const build = general ? undefined : REQUESTS[action];
  const input = { parameters, target, options: { variables, resource: target } };
  const { template, ...rest } = build === undefined ? jsonRequest(action, input) : build(input);
  if (template === undefined) return { httpMethod: 'POST', ...rest };
  return {
    httpMethod: 'POST',
    passthroughBehavior: 'never',
    contentHandling: 'CONVERT_TO_TEXT',
    ...rest,
    requestTemplates: { 'application/json': `${variables.prelude}${template}` },
  };
}

type Built = Omit<RestRequest, 'requestTemplates'> & { readonly template?: string };

/** The names and forms that each action's API reference has. */
const REQUESTS: Readonly<Record<string, (input: RequestInput) => Built>> = {
  'sqs:SendMessage': (input) => ({
    path: `path/${input.target.account}/${input.target.name}`,
    ...form({ Action: 'SendMessage', Version: '2012-11-05' }, input),
  }),
  'sns:Publish': (input) => ({
    path: 'path//',
    ...form({ Action: 'Publish', Version: '2010-03-31', TopicArn: input.target.arn }, input),
  }),
  'kinesis:PutRecord': ({ parameters: { Data = '', PartitionKey = '' }, target, options }) => ({
    path: 'action/PutRecord',
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
    template: putRecord(
      Data,
      [
        ['"StreamName":"', { resource: target.name }, '"'],
        ['"PartitionKey":', ...jsonText(PartitionKey, options)],
      ],
      options,
    ),
  }),
  'events:PutEvents': ({ parameters, target, options }) => ({
    path: 'action/PutEvents',
    requestParameters: {
      'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
    },
    template: `{"Entries":[${members(parameters, options, [['"EventBusName":"', { resource: target.name }, '"']])}]}`,
  }),
  'states:StartExecution': (input) => startExecution('StartExecution', input),
  'states:StartSyncExecution': (input) => startExecution('StartSyncExecution', input),
  'dynamodb:GetItem': (input) => dynamoDb('GetItem', input),
  'dynamodb:PutItem': (input) => dynamoDb('PutItem', input),
  'dynamodb:Query': (input) => dynamoDb('Query', input),
  'dynamodb:DeleteItem': (input) => dynamoDb('DeleteItem', input),
  's3:GetObject': (input) => s3('GET', input),
  's3:PutObject': (input) => ({ ...s3('PUT', input), passthroughBehavior: 'when_no_templates' }),
};

/** A record's data is base64, which cannot be written part by part. */
function putRecord(data: Mapped, rest: readonly (readonly Chunk[])[], options: DocumentOptions): string {
  const record = (encoded: string): string => write(enclose('{}', [...rest, [`"Data":"${encoded}"`]]));
  if (typeof data === 'string') return record(Buffer.from(data).toString('base64'));
  const chunks = textChunks(data, options);
  const isOne = chunks.length === 1;
  return `${isOne ? '' : setJson('data', chunks)}${record(`$util.base64Encode(${isOne ? write(chunks) : '$data'})`)}`;
}

/** Values of a form; the first are the construct's own. */
function form(own: Readonly<Record<string, string>>, { parameters, options }: RequestInput): Omit<Built, 'path'> {
  const given = Object.entries(parameters).map(
    ([name, value]) => `${name}=${write(textChunks(value, options), IN_FORM)}`,
  );
  return {
    requestParameters: {
      'integration.request.header.Accept': "'application/json'",
      'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
    },
    template: [...Object.entries(own).map(([name, value]) => `${name}=${value}`), ...given].join('&'),
  };
}

/** A value as a text of JSON, whatever it is. */
const jsonText = (value: Mapped, options: DocumentOptions): Chunk[] => [
  '"',
  ...[write(textChunks(value, options), IN_JSON_TEXT)],
  '"',
];

/** All parameters as texts, in one object. */
const members = (
  parameters: RequestInput['parameters'],
  options: DocumentOptions,
  own: readonly (readonly Chunk[])[],
): string =>
  write(
    enclose('{}', [
      ...own,
      ...Object.entries(parameters).map(([name, value]) => [`"${name}":`, ...jsonText(value, options)]),
    ]),
  );

const startExecution = (action: string, { parameters, target, options }: RequestInput): Built => ({
  path: `action/${action}`,
  template: members(parameters, options, [['"stateMachineArn":"', { resource: target.arn }, '"']]),
});

/** Parameters of DynamoDB that hold attributes. */
const ATTRIBUTES = new Set(['ExpressionAttributeValues', 'Item', 'Key']);

const dynamoDb = (action: string, { parameters, target, options }: RequestInput): Built => ({
  path: `action/${action}`,
  template: write(
    enclose('{}', [
      ['"TableName":"', { resource: target.name }, '"'],
      ...Object.entries(parameters).map(([name, value]) => [
        `"${name}":`,
        ...(ATTRIBUTES.has(name)
          ? attributesChunks(value as Readonly<Record<string, Mapped>>, options)
          : jsonChunks(value, options)),
      ]),
    ]),
  ),
});

const jsonRequest = (action: string, { parameters, options }: RequestInput): Built => ({
  path: `action/${action.slice(action.indexOf(':') + 1)}`,
  template: write(jsonChunks(parameters, options)),
});

const s3 = (httpMethod: string, { parameters: { Key, Prefix = '' }, target }: RequestInput): Built => ({
  httpMethod,
  path: `path/${target.name}/${Prefix}{key}`,
  requestParameters: {
    'integration.request.path.key': requestMapping(Key as RequestSource),
    ...(httpMethod === 'PUT' && {
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
    }),
  },
});
