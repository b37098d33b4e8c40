import {
  AwsService,
  Controller,
  createHandler,
  DynamoDbGetItem,
  DynamoDbQuery,
  fromBody,
  fromContext,
  fromPath,
  fromQuery,
  fromReply,
  fromResource,
  Get,
  HttpProxy,
  isDefinitionError,
  Mock,
  Post,
  S3PutObject,
  SqsSendMessage,
} from '../../src/index.js';

const queue = 'orders';

@Controller('/orders')
class OrdersController {
  @Get('/mock/status')
  @Mock({ statusCode: 99, headers: { 'x y': 'a', 'x-b': "it's" }, body: { now: new Date(0) } })
  status(): void {}

  @Get('/proxy/:id')
  @HttpProxy('ftp://example.com/{id}/{other}', { headers: { 'x-id': fromReply('$.a') as never } })
  proxy(): void {}

  @Get('/below/:id')
  @HttpProxy({ resource: 'legacy', path: 'users' })
  below(): void {}

  @Post('/:id')
  @SqsSendMessage({
    queue: '',
    messageBody: {
      a: fromPath('other'),
      b: fromQuery("x')$util.evil('"),
      c: fromContext('a b' as 'path'),
      d: fromBody("$['a']"),
      e: fromBody('a.b'),
      f: fromPath('id', 'json' as 'string'),
      g: fromPath('id', 'text' as 'string'),
      h: fromReply('$.x') as never,
      i: new Map() as never,
    },
    statusCode: 1000,
    returns: { at: fromReply('$.items.[]'), of: fromBody() as never },
  })
  queue(): void {}

  @Get('/items/:id')
  @DynamoDbGetItem({
    table: 'todos',
    key: { id: fromPath('id') },
    returns: { 'a-b': 'string', c: [{ 'd e': 'number' }] },
  })
  item(): void {}

  @Post('/aws')
  @AwsService({
    service: 'Dynamo DB',
    action: 'UpdateItem',
    resource: 'todos',
    request: { A: fromResource('url' as 'arn') },
  })
  aws(): void {}

  @Post('/s3/:name')
  @S3PutObject({ bucket: 'files', key: fromPath('name'), prefix: "it's/" })
  upload(): void {}

  @Get('/both')
  @Mock()
  @DynamoDbQuery({ table: 'todos', key: {}, returns: {} })
  both(): void {}

  @Get('/fine')
  @Mock({ body: queue })
  fine(): void {}

  @Get('/handled')
  handled(): string {
    return 'handled';
  }
}

const problemsOf = (method: keyof OrdersController) => {
  try {
    createHandler(OrdersController, method);
  } catch (error) {
    if (isDefinitionError(error))
      return error.problems
        .filter(({ code }) => code !== 'INTEGRATION_NOT_RUN')
        .map(({ code, message }) => `${message} [${code}]`);
  }
  return [];
};

describe('integrations refuse', () => {
  it('answers that no gateway can give', () => {
    expect(problemsOf('status')).toEqual([
      '@Mock has the status 99; give a whole number from 200 to 599 [INTEGRATION_INVALID]',
      '@Mock has the header "x y"; use letters, digits and hyphens [INTEGRATION_INVALID]',
      '@Mock has the header x-b with the value "it\'s"; leave out quotes, dollar signs, control and non-ASCII characters [INTEGRATION_INVALID]',
      '@Mock has a body that is no JSON; give texts, numbers, arrays, objects [INTEGRATION_INVALID]',
    ]);
  });

  it('addresses that are none', () => {
    expect(problemsOf('proxy')).toEqual([
      '@HttpProxy was given the address "ftp://example.com/{id}/{other}"; write it like https://host/path/{id} [INTEGRATION_INVALID]',
      "@HttpProxy has {other} in its address, which is not in the route's path; add it there [INTEGRATION_INVALID]",
      '@HttpProxy has fromReply("$.a") where it has no value; take it from the request, with fromBody() and its like [INTEGRATION_INVALID]',
    ]);
    expect(problemsOf('below')).toEqual([
      '@HttpProxy was given the path "users"; begin it with a slash [INTEGRATION_INVALID]',
    ]);
  });

  it('sources of what is not there, and names that would be code to the gateway', () => {
    const invalid = '[INTEGRATION_INVALID]';
    expect(problemsOf('queue')).toEqual([
      `@SqsSendMessage names no resource; give the name that the construct's resources have for it ${invalid}`,
      `@SqsSendMessage has the status 1000; give a whole number from 200 to 599 ${invalid}`,
      `@SqsSendMessage has a value that is no JSON; give texts, numbers, arrays, objects, or fromBody() and its like ${invalid}`,
      `@SqsSendMessage has fromPath("other"), which is not in the route's path; add it there ${invalid}`,
      `@SqsSendMessage has fromQuery("x')$util.evil('"), which is no name; use letters, digits, hyphens, dots ${invalid}`,
      `@SqsSendMessage has fromContext("a b"), which is no variable; write it like requestId ${invalid}`,
      `@SqsSendMessage has fromBody("$['a']"), which is no JSON path; write it like $.a.b or $.items[0].id ${invalid}`,
      `@SqsSendMessage has fromBody("a.b"), which is no JSON path; write it like $.a.b or $.items[0].id ${invalid}`,
      `@SqsSendMessage has fromPath("id") as JSON, which only a body holds; use string ${invalid}`,
      `@SqsSendMessage has fromPath("id") of the type "text"; use string, number, boolean, json, jsonText ${invalid}`,
      `@SqsSendMessage has fromReply("$.x") where it has no value; take it from the request, with fromBody() and its like ${invalid}`,
      `@SqsSendMessage has fromReply("$.items.[]"), which is no JSON path; write it like $.a.b or $.items[0].id ${invalid}`,
      `@SqsSendMessage has fromBody() where it has no value; take it from the reply, with fromReply() ${invalid}`,
    ]);
  });

  it('attributes, actions and prefixes that cannot be written', () => {
    expect(problemsOf('item')).toEqual([
      '@DynamoDbGetItem returns the attribute "a-b", which a mapping template cannot name; use a Lambda function [INTEGRATION_INVALID]',
      '@DynamoDbGetItem returns the attribute "d e", which a mapping template cannot name; use a Lambda function [INTEGRATION_INVALID]',
    ]);
    expect(problemsOf('aws')).toEqual([
      '@AwsService was given the action "Dynamo DB:UpdateItem"; write it like dynamodb and UpdateItem [INTEGRATION_INVALID]',
      "@AwsService has fromResource(\"url\"), which is none of its attributes; use 'arn' or 'name' [INTEGRATION_INVALID]",
    ]);
    expect(problemsOf('upload')).toEqual([
      '@S3PutObject has the prefix "it\'s/"; use letters, digits, slashes, hyphens [INTEGRATION_INVALID]',
    ]);
  });

  it('two at one method', () => {
    expect(problemsOf('both')).toEqual([
      'has @Mock and @DynamoDbQuery; keep one, and give the other a route of its own [INTEGRATION_REPEATED]',
    ]);
  });
});

describe('createHandler', () => {
  it('refuses a route that has no handler', () => {
    expect(() => createHandler(OrdersController, 'fine')).toThrow(
      'OrdersController.fine: has no handler, because @Mock answers in the gateway; look at what the gateway is told in the manifest, or remove @Mock [INTEGRATION_NOT_RUN]',
    );
  });

  it('makes the others of the same controller', async () => {
    const handler = createHandler(OrdersController, 'handled');

    expect(handler).toEqual(expect.any(Function));
  });
});
