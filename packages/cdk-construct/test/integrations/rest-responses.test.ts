import type { AwsServiceIntegration } from '@gatewright/core/compiler';
import { restResponses } from '../../src/integrations/rest-responses.js';
import { runTemplate } from '../mapping/run-template.js';

const integrationOf = (action: string, reply: AwsServiceIntegration['reply']): AwsServiceIntegration => ({
  type: 'aws-service',
  action,
  resource: 'todos',
  parameters: {},
  reply,
});

/** What the caller is answered when the service replies so. */
function answer(action: string, reply: AwsServiceIntegration['reply'], service: { status?: number; body?: unknown }) {
  const { status = 200, body = '' } = service;
  const responses = restResponses(integrationOf(action, reply), '');
  const found = Object.entries(responses).filter(([pattern]) => new RegExp(`^(?:${pattern})$`).test(`${status}`));
  // which of several patterns API Gateway takes is not said
  expect(found.length).toBeLessThanOrEqual(1);
  const response = found[0]?.[1] ?? responses.default!;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const result = runTemplate(response.responseTemplates?.['application/json'] ?? '', { body: text });
  return {
    status: result.status ?? Number(response.statusCode),
    type:
      result.headers['Content-Type'] ??
      response.responseParameters?.['method.response.header.Content-Type']?.replaceAll("'", '') ??
      'application/json',
    body: result.text === '' ? undefined : JSON.parse(result.text),
  };
}

const item = {
  id: 'string',
  title: 'string',
  done: 'boolean',
  count: 'number',
  tags: 'strings',
  lines: [{ sku: 'string', n: 'number' }],
  address: { city: 'string', zip: 'string' },
} as const;

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is stored
const hostile = 'it\'s "quoted" \\ \n </x> 日本 $util #end ${v0}';

const stored = {
  id: { S: hostile },
  title: { S: '' },
  done: { BOOL: false },
  count: { N: '-1.5E10' },
  tags: { SS: ['a', hostile] },
  lines: { L: [{ M: { sku: { S: 'x' }, n: { N: '1' } } }, { M: { sku: { S: hostile } } }] },
  address: { M: { city: { S: hostile } } },
  secret: { S: 'not answered' },
};

const plain = {
  id: hostile,
  title: '',
  done: false,
  count: -1.5e10,
  tags: ['a', hostile],
  lines: [
    { sku: 'x', n: 1 },
    { sku: hostile, n: null },
  ],
  address: { city: hostile, zip: null },
};

describe('an item', () => {
  it('is answered as plain JSON, with what was declared and nothing else', () => {
    expect(answer('dynamodb:GetItem', { statusCode: 200, item }, { body: { Item: stored } })).toEqual({
      status: 200,
      type: 'application/json',
      body: plain,
    });
  });

  it('has null where there is nothing, or something of another type', () => {
    const { body } = answer('dynamodb:GetItem', { item }, { body: { Item: { id: { N: '1' }, lines: { S: 'x' } } } });

    expect(body).toEqual({ id: null, title: null, done: null, count: null, tags: null, lines: null, address: null });
  });

  it('that is not there is a problem', () => {
    expect(answer('dynamodb:GetItem', { item }, { body: {} })).toEqual({
      status: 404,
      type: 'application/problem+json',
      body: { title: 'Not Found', status: 404 },
    });
  });

  it('is one of the array that a query answers', () => {
    const query = (Items: unknown[]) =>
      answer('dynamodb:Query', { item }, { body: { Items, Count: Items.length } }).body;

    expect(query([stored, stored])).toEqual([plain, plain]);
    expect(query([])).toEqual([]);
  });
});

describe('an answer', () => {
  it('is made of the reply', () => {
    const body = {
      id: { $from: 'reply', name: '$.Result.Id', type: 'string' },
      n: { $from: 'reply', name: '$.n', type: 'number' },
      all: { $from: 'reply', name: '$', type: 'json' },
      own: [hostile, true],
    } as const;
    const reply = { Result: { Id: hostile }, n: 3 };

    expect(answer('sqs:SendMessage', { statusCode: 202, body }, { body: reply })).toEqual({
      status: 202,
      type: 'application/json',
      body: { id: hostile, n: 3, all: reply, own: [hostile, true] },
    });
  });

  it('is empty where there is nothing to say', () => {
    expect(answer('dynamodb:PutItem', { statusCode: 204 }, { body: {} })).toEqual({
      status: 204,
      type: 'application/json',
      body: undefined,
    });
  });

  it('is the output of an execution that succeeded', () => {
    const body = { $from: 'reply', name: '$.output', type: 'jsonText' } as const;
    const run = (reply: object) => answer('states:StartSyncExecution', { statusCode: 200, body }, { body: reply });

    expect(run({ status: 'SUCCEEDED', output: JSON.stringify({ a: hostile }) }).body).toEqual({ a: hostile });
    expect(run({ status: 'FAILED', error: 'x' })).toEqual({
      status: 502,
      type: 'application/problem+json',
      body: { title: 'Bad Gateway', status: 502 },
    });
  });

  it('tells of an event that the bus did not take', () => {
    const body = { id: { $from: 'reply', name: '$.Entries[0].EventId', type: 'string' } } as const;
    const put = (reply: object) => answer('events:PutEvents', { statusCode: 202, body }, { body: reply });

    expect(put({ FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] })).toMatchObject({
      status: 202,
      body: { id: 'e1' },
    });
    expect(put({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'x' }] })).toMatchObject({ status: 502 });
  });
});

describe('a failure', () => {
  it.each([
    ['dynamodb:PutItem', 400, 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', 409],
    ['states:StartExecution', 400, 'ExecutionAlreadyExists', 409],
    ['dynamodb:GetItem', 400, 'com.amazon.coral.validate#ValidationException', 400],
    ['dynamodb:GetItem', 400, 'com.amazon.coral.service#SerializationException', 400],
    ['dynamodb:GetItem', 400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', 503],
    ['kinesis:PutRecord', 400, 'ThrottlingException', 503],
    ['dynamodb:GetItem', 400, 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', 500],
    ['events:PutEvents', 400, 'AccessDeniedException', 500],
    ['events:PutEvents', 403, undefined, 500],
    ['dynamodb:GetItem', 500, 'InternalServerError', 502],
    ['sqs:SendMessage', 400, undefined, 400],
    ['sqs:SendMessage', 403, undefined, 500],
    ['sns:Publish', 413, undefined, 500],
    ['sns:Publish', 503, undefined, 502],
    ['s3:GetObject', 403, undefined, 404],
    ['s3:GetObject', 404, undefined, 404],
    ['s3:GetObject', 400, undefined, 500],
    ['s3:PutObject', 403, undefined, 500],
    ['s3:PutObject', 503, undefined, 502],
  ])('of %s with %i %s is %i, as a problem that tells nothing of the inside', (action, status, type, expected) => {
    const isXml = action.startsWith('s3') || action.startsWith('s');
    const body =
      type === undefined && isXml ? '<Error><Code>x</Code></Error>' : { __type: type, message: 'arn:aws:secret' };

    expect(answer(action, { item }, { status, body })).toEqual({
      status: expected,
      type: 'application/problem+json',
      body: { title: expect.any(String), status: expected },
    });
  });
});
