import { analyze, build } from '../../src/compiler/index.js';
import { createProject, type Project } from '../compiler/project.js';

const ORDERS = `import { Controller, DynamoDbGetItem, Get, HttpProxy, Mock, Post, Put, SqsSendMessage, StartExecution, fromBody, fromContext, fromHeader, fromPath } from '@gatewright/core';

@Controller('/orders')
export class OrdersController {
  /** Puts an order in the queue. */
  @Post() @SqsSendMessage({ queue: 'orders', messageBody: { id: fromContext('requestId'), text: fromBody('$.text') }, statusCode: 200 })
  enqueue(): void {}

  @Get('/:id') @DynamoDbGetItem({ table: 'orders', key: { id: fromPath('id') }, returns: { id: 'string', lines: [{ sku: 'string', count: 'number' }] } })
  get(): void {}

  @Get('/:id/label') @HttpProxy('https://labels.example.com/v1/{id}', { headers: { 'x-caller': fromHeader('x-caller') } })
  label(): void {}

  @Get('/health') @Mock({ body: { status: 'ok' } })
  health(): void {}

  @Post('/:id/ship') @StartExecution({ stateMachine: 'ship', input: fromBody() })
  ship(): void {}

  @Put()
  put(): string { return 'put'; }
}
`;

describe('routes that the gateway answers', () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject({ 'src/orders.controller.ts': ORDERS });
  });
  afterAll(() => project.remove());

  it('are in the manifest as plain data, and no function is built for them', async () => {
    const { manifest, functions, warnings } = await build({
      root: project.root,
      controllers: 'src/*.controller.ts',
      outDir: 'out',
    });
    const integrations = Object.fromEntries(manifest.routes.map(({ id, integration }) => [id, integration]));

    expect(warnings).toEqual([]);
    expect(functions.map(({ id }) => id)).toEqual(['OrdersController.put']);
    expect(manifest.functions.map(({ id }) => id)).toEqual(['OrdersController.put']);
    expect(integrations).toEqual({
      'OrdersController.enqueue': {
        type: 'aws-service',
        action: 'sqs:SendMessage',
        resource: 'orders',
        parameters: {
          MessageBody: {
            id: { $from: 'context', name: 'requestId', type: 'string' },
            text: { $from: 'body', name: '$.text', type: 'string' },
          },
        },
        reply: {
          statusCode: 200,
          body: { id: { $from: 'reply', name: '$.SendMessageResponse.SendMessageResult.MessageId', type: 'string' } },
        },
      },
      'OrdersController.get': {
        type: 'aws-service',
        action: 'dynamodb:GetItem',
        resource: 'orders',
        parameters: { Key: { id: { $from: 'path', name: 'id', type: 'string' } } },
        reply: { statusCode: 200, item: { id: 'string', lines: [{ sku: 'string', count: 'number' }] } },
      },
      'OrdersController.label': {
        type: 'http-proxy',
        target: { url: 'https://labels.example.com/v1/{id}' },
        headers: { 'x-caller': { $from: 'header', name: 'x-caller', type: 'string' } },
      },
      'OrdersController.health': { type: 'mock', statusCode: 200, headers: {}, body: { status: 'ok' } },
      'OrdersController.ship': {
        type: 'aws-service',
        action: 'states:StartExecution',
        resource: 'ship',
        parameters: { input: { $from: 'body', type: 'string' } },
        reply: {
          statusCode: 202,
          body: { executionArn: { $from: 'reply', name: '$.executionArn', type: 'string' } },
        },
      },
      'OrdersController.put': { type: 'lambda' },
    });
    expect(manifest.routes.find(({ id }) => id === 'OrdersController.enqueue')?.summary).toBe(
      'Puts an order in the queue.',
    );
  });

  it('may be all that there is', async () => {
    await project.write({
      'src/only/health.controller.ts': `import { Controller, Get, Mock } from '@gatewright/core';
@Controller('/health') export class HealthController { @Get() @Mock() health(): void {} }`,
    });
    const result = await build({ root: project.root, controllers: 'src/only/*.ts', outDir: 'only' });

    expect(result.functions).toEqual([]);
    expect(result.manifest.routes).toHaveLength(1);
  });

  it('are refused code and parameters, with the place', async () => {
    await project.write({
      'src/wrong/wrong.controller.ts': `import { Controller, Get, HttpCode, Mock, Param, Use } from '@gatewright/core';
@Controller('/wrong')
export class WrongController {
  @Get('/:id') @Mock() @HttpCode(201)
  get(@Param() id: string): string { return id; }
}`,
    });
    const error = await analyze({ root: project.root, controllers: 'src/wrong/*.ts' }).catch((thrown: Error) => thrown);

    expect((error as Error).message.split('\n').filter((line) => line.startsWith('src/'))).toEqual([
      'src/wrong/wrong.controller.ts:5:3 WrongController.get (GET /wrong/{id}): has code, which is never run because of @Mock; write an empty body {}, or remove @Mock [INTEGRATION_NOT_RUN]',
      'src/wrong/wrong.controller.ts:5:3 WrongController.get (GET /wrong/{id}): has parameters, which nothing is passed to because of @Mock; take values with fromPath() and its like [INTEGRATION_NOT_RUN]',
      'src/wrong/wrong.controller.ts:5:3 WrongController.get (GET /wrong/{id}): has @HttpCode, which has no effect because @Mock answers without a function; remove one of them [INTEGRATION_NOT_RUN]',
    ]);
  });

  it('tell of middleware that is not run for them', async () => {
    await project.write({
      'src/guarded/guarded.controller.ts': `import { Controller, Get, Mock, Use } from '@gatewright/core';
@Controller('/guarded') @Use((context, next) => next())
export class GuardedController { @Get() @Mock() get(): void {} }`,
    });
    const { warnings } = await analyze({ root: project.root, controllers: 'src/guarded/*.ts' });

    expect(warnings).toEqual([
      'GuardedController.get (GET /guarded): the gateway answers without a function, so 1 middleware given to @Use of the controller or application is not run; protect the route with an authorizer [INTEGRATION_NOT_RUN]',
    ]);
  });
});
