import type { AwsServiceIntegration, Mapped } from '@gatewright/core/compiler';
import { restRequest } from '../../src/integrations/rest-requests.js';
import { runTemplate, type TemplateInput } from '../mapping/run-template.js';

const target = {
  arn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
  name: 'orders',
  account: '123456789012',
  partition: 'aws',
  region: 'eu-west-1',
  urlSuffix: 'amazonaws.com',
};

function send(action: string, parameters: AwsServiceIntegration['parameters'], input: TemplateInput, general?: true) {
  const { requestTemplates = {} } = restRequest(
    { type: 'aws-service', action, resource: 'orders', parameters, reply: {}, ...(general && { general }) },
    target,
  );
  return runTemplate(requestTemplates['application/json'] ?? '', input).text;
}

const fromBody = (name?: string, type: 'string' | 'number' | 'boolean' | 'json' = 'string'): Mapped =>
  ({ $from: 'body', type, ...(name && { name }) }) as Mapped;
const from = (
  $from: 'path' | 'query' | 'header' | 'context',
  name: string,
  type: 'string' | 'number' | 'boolean' = 'string',
) => ({ $from, name, type }) as const;

/** What callers try. */
const hostile = [
  "it's",
  `"quoted"`,
  'line\nbreak\r\n\ttab',
  'back\\slash and \\" and \\\' and \\',
  '/slashes/ </script>',
  '日本語 🎉 é \u2028',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a caller sends
  '$util.escapeJavaScript("x") ${v0} #set($v0 = 1) #end $context.requestId',
  '","TableName":"other","x":"',
  '&Action=DeleteQueue&QueueUrl=x=%26+%00',
  '{"nested":{"json":"\\"deep\\""}}',
  '\u0000\u001f\u007f',
  '',
  'null',
  '\\u0022',
];

describe.each(hostile)('a value such as %j', (value) => {
  const body = JSON.stringify({ text: value, deep: { list: [value] } });

  it('is one value of a form', () => {
    const form = new URLSearchParams(send('sqs:SendMessage', { MessageBody: fromBody('$.text') }, { body }));

    expect([...form]).toEqual([
      ['Action', 'SendMessage'],
      ['Version', '2012-11-05'],
      ['MessageBody', value],
    ]);
  });

  it('is one text of a JSON message in a form', () => {
    const parameters = {
      Message: { text: fromBody('$.text'), of: from('path', 'id') },
      Subject: from('header', 'X-Subject'),
    };
    const input = { body, path: { id: value }, headers: { 'x-subject': value } };
    const form = new URLSearchParams(send('sns:Publish', parameters, input));

    expect(form.get('TopicArn')).toBe(target.arn);
    expect(JSON.parse(form.get('Message') ?? '')).toEqual({ text: value, of: value });
    expect(form.get('Subject')).toBe(value);
    expect([...form]).toHaveLength(5);
  });

  it('is one attribute of an item', () => {
    const Item = {
      id: from('path', 'id'),
      title: fromBody('$.text'),
      tags: [fromBody('$.deep.list[0]'), value],
      meta: { own: value, by: from('context', 'authorizer.claims.sub') },
    };
    const sent = send(
      'dynamodb:PutItem',
      { Item },
      { body, path: { id: value }, context: { 'authorizer.claims.sub': value } },
    );

    expect(JSON.parse(sent)).toEqual({
      TableName: 'orders',
      Item: {
        id: { S: value },
        title: { S: value },
        tags: { L: [{ S: value }, { S: value }] },
        meta: { M: { own: { S: value }, by: { S: value } } },
      },
    });
  });

  it('is one text in the JSON of an event', () => {
    const sent = send(
      'events:PutEvents',
      { Source: value, DetailType: from('query', 'type'), Detail: { a: fromBody('$.text'), [`k${value}`]: value } },
      { body, query: { type: value } },
    );
    const { Entries } = JSON.parse(sent);

    expect(Entries).toEqual([{ EventBusName: 'orders', Source: value, DetailType: value, Detail: expect.any(String) }]);
    expect(JSON.parse(Entries[0].Detail)).toEqual({ a: value, [`k${value}`]: value });
  });

  it('is one text in a record', () => {
    const sent = JSON.parse(
      send(
        'kinesis:PutRecord',
        { Data: { a: fromBody('$.text'), b: value }, PartitionKey: from('path', 'id') },
        { body, path: { id: value } },
      ),
    );

    expect(JSON.parse(Buffer.from(sent.Data, 'base64').toString())).toEqual({ a: value, b: value });
    expect(sent).toMatchObject({ StreamName: 'orders', PartitionKey: value });
  });

  it('is one text in the input of an execution', () => {
    const sent = JSON.parse(
      send(
        'states:StartExecution',
        { input: { a: fromBody('$.text'), all: fromBody(undefined, 'json') }, name: from('path', 'id') },
        { body, path: { id: value } },
      ),
    );

    expect(sent).toMatchObject({ stateMachineArn: target.arn, name: value });
    expect(JSON.parse(sent.input)).toEqual({ a: value, all: JSON.parse(body) });
  });

  it('is nothing but null where a number is to be, and false where a boolean is', () => {
    const request = {
      n: from('query', 'n', 'number'),
      b: from('query', 'b', 'boolean'),
      m: fromBody('$.text', 'number'),
    };

    expect(JSON.parse(send('x:Do', request, { body, query: { n: value, b: value } }, true))).toEqual({
      n: null,
      b: false,
      m: null,
    });
  });
});

describe('a whole body', () => {
  const body = '{ "a": "it\'s \\"quoted\\" \\n ü", "n": [1, 2.5, null, true] }';

  it('is sent as it came', () => {
    expect(new URLSearchParams(send('sqs:SendMessage', { MessageBody: fromBody() }, { body })).get('MessageBody')).toBe(
      body,
    );
    const { Data } = JSON.parse(send('kinesis:PutRecord', { Data: fromBody(), PartitionKey: 'p' }, { body }));
    expect(Buffer.from(Data, 'base64').toString()).toBe(body);
    expect(JSON.parse(send('states:StartExecution', { input: fromBody() }, { body })).input).toBe(body);
  });
});

describe('numbers and booleans', () => {
  it('are those of the body, the query string and the declaration', () => {
    const request = {
      body: fromBody('$.n', 'number'),
      flag: fromBody('$.b', 'boolean'),
      query: from('query', 'n', 'number'),
      own: -1.5,
      none: null,
      yes: true,
    };

    expect(JSON.parse(send('x:Do', request, { body: '{"n":12.5,"b":true}', query: { n: '-3e2' } }, true))).toEqual({
      body: 12.5,
      flag: true,
      query: -300,
      own: -1.5,
      none: null,
      yes: true,
    });
  });

  it('are attributes of their types', () => {
    const Item = { n: fromBody('$.n', 'number'), b: fromBody('$.b', 'boolean'), one: 1, no: false, none: null };

    expect(JSON.parse(send('dynamodb:PutItem', { Item }, { body: '{"n":7,"b":false}' })).Item).toEqual({
      n: { N: '7' },
      b: { BOOL: false },
      one: { N: '1' },
      no: { BOOL: false },
      none: { NULL: true },
    });
  });
});

describe('what is missing', () => {
  it('is an empty text, null or false', () => {
    const request = {
      t: fromBody('$.x.y'),
      n: fromBody('$.x.y', 'number'),
      b: fromBody('$.x.y', 'boolean'),
      h: from('header', 'X-None'),
    };

    expect(JSON.parse(send('x:Do', request, { body: '{}' }, true))).toEqual({ t: '', n: null, b: false, h: '' });
  });
});

describe('headers', () => {
  it('are found whatever their case', () => {
    const request = { key: from('header', 'Idempotency-Key') };

    for (const name of ['Idempotency-Key', 'idempotency-key', 'IDEMPOTENCY-KEY'])
      expect(JSON.parse(send('x:Do', request, { headers: { other: '1', [name]: 'k' } }, true))).toEqual({ key: 'k' });
  });
});

describe('a query', () => {
  it('asks for a key by placeholders', () => {
    const parameters = {
      KeyConditionExpression: '#k0 = :k0',
      ExpressionAttributeNames: { '#k0': 'owner' },
      ExpressionAttributeValues: { ':k0': from('query', 'owner') },
      Limit: 20,
    };

    expect(JSON.parse(send('dynamodb:Query', parameters, { query: { owner: 'o' } }))).toEqual({
      TableName: 'orders',
      KeyConditionExpression: '#k0 = :k0',
      ExpressionAttributeNames: { '#k0': 'owner' },
      ExpressionAttributeValues: { ':k0': { S: 'o' } },
      Limit: 20,
    });
  });
});

describe('the resource', () => {
  it('is named where a general action asks for it', () => {
    const request = {
      TableName: { $from: 'resource', name: 'name', type: 'string' } as const,
      Arn: { $from: 'resource', name: 'arn', type: 'string' } as const,
    };

    expect(JSON.parse(send('dynamodb:UpdateItem', request, {}, true))).toEqual({
      TableName: 'orders',
      Arn: target.arn,
    });
  });
});
