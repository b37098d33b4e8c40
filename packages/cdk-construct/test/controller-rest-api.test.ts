import { App, NestedStack, Size, Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { ControllerRestApiProps } from '../src/index.js';
import { manifestOf, manyControllers, route, todos } from './manifest.js';
import { ControllerRestApi, deploymentsOf, recommended, synthesiseRest } from './rest-synthesis.js';
import { compiled, controllers, FUNCTION, ofCreate, only, runCompiler } from './synthesis.js';

describe('ControllerRestApi by default', () => {
  const { template, api, stack, body, restApi } = synthesiseRest();

  it('makes four resources for each route, and four for the API', () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );

    expect(types.sort()).toEqual(
      [
        ...['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Deployment', 'AWS::ApiGateway::Stage', 'AWS::Logs::LogGroup'],
        ...[FUNCTION, 'AWS::IAM::Role', 'AWS::Logs::LogGroup', 'AWS::Lambda::Permission'],
        ...[FUNCTION, 'AWS::IAM::Role', 'AWS::Logs::LogGroup', 'AWS::Lambda::Permission'],
      ].sort(),
    );
    expect(api.plan.stacks).toEqual([{ id: '', resources: types.length }]);
  });

  it('is regional, and asks for handlers of payload 1.0', () => {
    expect(restApi).toMatchObject({ Name: 'TodoStack-Api', EndpointConfiguration: { Types: ['REGIONAL'] } });
    expect(runCompiler).toHaveBeenLastCalledWith(expect.objectContaining({ frontDoor: 'rest-api' }));
    expect(runCompiler.mock.lastCall?.[0]).not.toHaveProperty('cors');
    expect(api.api).toBeInstanceOf(SpecRestApi);
  });

  it('connects each route to its function', () => {
    const handler = only(template, FUNCTION, ofCreate).logicalId;
    const { uri, ...integration } = body.paths['/todos']?.post?.['x-amazon-apigateway-integration'] ?? {};

    expect(integration).toEqual({ type: 'aws_proxy', httpMethod: 'POST' });
    expect(uri).toEqual({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the variables are CloudFormation's
      'Fn::Sub': `${'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda'}:path/2015-03-31/functions/\${${handler}.Arn}/invocations`,
    });
  });

  it('lets the API invoke a function for its method and path only, and never from the console', () => {
    const { properties } = only(template, 'AWS::Lambda::Permission', {
      FunctionName: { 'Fn::GetAtt': [only(template, FUNCTION, ofCreate).logicalId, 'Arn'] },
    });

    expect(properties.Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(properties.SourceArn)).toContain('/*/POST/todos');
    expect(JSON.stringify(template.toJSON())).not.toContain('test-invoke-stage');
  });

  it('throttles its stage, writes JSON access logs, and logs errors of the gateway', () => {
    const stageOf = only(template, 'AWS::ApiGateway::Stage').properties;

    expect(stageOf).toMatchObject({
      StageName: 'prod',
      MethodSettings: [
        {
          HttpMethod: '*',
          ResourcePath: '/*',
          ThrottlingRateLimit: 1000,
          ThrottlingBurstLimit: 500,
          LoggingLevel: 'ERROR',
          DataTraceEnabled: false,
          MetricsEnabled: false,
        },
      ],
      TracingEnabled: false,
    });
    expect(JSON.parse(stageOf.AccessLogSetting.Format)).toMatchObject({ route: '$context.resourcePath' });
  });

  it('gives the functions by id, the stage and the url', () => {
    expect(Object.keys(api.functions)).toEqual(['TodosController.create', 'TodosController.list']);
    expect(api.functionFor('TodosController.list')).toBe(api.functions['TodosController.list']);
    expect(JSON.stringify(stack.resolve(api.url))).toContain('.execute-api.');
    expect(api.stage).toBeDefined();
  });
});

describe('ControllerRestApi', () => {
  it('takes settings of the new API and its stage', () => {
    const { template, restApi } = synthesiseRest({
      stageName: 'live',
      throttle: { rateLimit: 7 },
      detailedMetrics: true,
      tracingEnabled: true,
      accessLogs: false,
      minCompressionSize: Size.kibibytes(1),
      binaryMediaTypes: ['image/png'],
      restApiProps: { restApiName: 'todos', deployOptions: { throttlingBurstLimit: 9 } },
    });

    expect(restApi).toMatchObject({ Name: 'todos', MinimumCompressionSize: 1024, BinaryMediaTypes: ['image/png'] });
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      StageName: 'live',
      TracingEnabled: true,
      AccessLogSetting: Match.absent(),
      MethodSettings: [
        Match.objectLike({
          ThrottlingRateLimit: 7,
          ThrottlingBurstLimit: 9,
          MetricsEnabled: true,
          LoggingLevel: Match.absent(),
        }),
      ],
    });
  });

  it("counts CDK's role for the account's logs where the app has it made", () => {
    runCompiler.mockReturnValue(compiled);
    const stack = new Stack(new App(), 'TodoStack');
    const { plan } = new ControllerRestApi(stack, 'Api', { controllers, accessLogs: false });

    Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Account', 1);
    expect(plan.stacks[0]?.resources).toBe(Object.keys(Template.fromStack(stack).toJSON().Resources).length);
  });

  it('keeps the path of a function with several routes open', () => {
    const { template } = synthesiseRest({}, manyControllers(1, 100, 'controller'));

    template.resourceCountIs('AWS::Lambda::Permission', 1);
    expect(JSON.stringify(only(template, 'AWS::Lambda::Permission').properties.SourceArn)).toContain('/*/*/*');
  });

  it('streams through the gateway what the handler streams', () => {
    const ticks = { ...route('A.ticks', 'GET', '/ticks'), streams: 'sse' as const };
    const integration = synthesiseRest({}, manifestOf(ticks)).body.paths['/ticks']?.get?.[
      'x-amazon-apigateway-integration'
    ];

    expect(integration).toMatchObject({ responseTransferMode: 'STREAM', timeoutInMillis: 900_000 });
    expect(JSON.stringify(integration?.uri)).toMatch(/2021-11-15.*response-streaming-invocations/);
  });

  it('refuses in the gateway requests without what a route needs', () => {
    const type = { kind: 'string' } as const;
    const search = {
      ...route('A.search', 'GET', '/a/{id}'),
      parameters: [
        { index: 0, in: 'path', name: 'id', type, required: true },
        { index: 1, in: 'query', name: 'page', type: { kind: 'number' }, required: true },
      ] as const,
    };
    const { body } = synthesiseRest({}, manifestOf(search));

    expect(body.paths['/a/{id}']?.get?.parameters).toEqual([
      { in: 'query', name: 'page', required: true, schema: { type: 'string' } },
    ]);
    expect(body).toMatchObject({
      'x-amazon-apigateway-request-validator': 'parameters',
      'x-amazon-apigateway-request-validators': { parameters: { validateRequestParameters: true } },
    });
  });

  describe('with DTOs', () => {
    const type = { kind: 'class', class: 'CreateTodo' } as const;
    const create = {
      ...route('TodosController.create', 'POST', '/todos'),
      parameters: [{ index: 0, in: 'body', type, required: true, schema: 'CreateTodo' }] as const,
    };
    const schema = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
    const manifest = { ...manifestOf(create), schemas: { CreateTodo: { schema, notExpressed: [] } } };

    it('refuses in the gateway bodies that are not like the DTO', () => {
      const { body } = synthesiseRest({}, manifest);

      expect(body).toMatchObject({
        components: { schemas: { CreateTodo: schema } },
        'x-amazon-apigateway-request-validators': {
          all: { validateRequestParameters: true, validateRequestBody: true },
        },
      });
      expect(body.paths['/todos']?.post).toMatchObject({
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateTodo' } } },
        },
        'x-amazon-apigateway-request-validator': 'all',
      });
    });

    it.each<[string, Partial<ControllerRestApiProps>]>([
      ['where that is asked for', { requestModels: false }],
      ['that are bytes to the gateway', { binaryMediaTypes: ['*/*'] }],
      ['that are bytes to the gateway by their type', { binaryMediaTypes: ['application/json'] }],
    ])('leaves bodies to handlers %s', (_, props) => {
      const { body } = synthesiseRest(props, manifest);

      expect(body).not.toHaveProperty('components');
      expect(body.paths['/todos']?.post).not.toHaveProperty('requestBody');
      expect(JSON.stringify(body)).not.toContain('"validateRequestBody":true');
    });
  });

  it('routes every method', () => {
    const { body } = synthesiseRest({}, manifestOf(route('A.any', 'ANY', '/files/{path+}')));

    expect(Object.keys(body.paths['/files/{path+}'] ?? {})).toEqual(['x-amazon-apigateway-any-method']);
  });
});

describe('the deployment', () => {
  const deployments = (props?: Partial<ControllerRestApiProps>, manifest = todos) =>
    deploymentsOf(synthesiseRest(props, manifest).template);
  const before = deployments();
  const [create, list] = todos.routes as [(typeof todos.routes)[0], (typeof todos.routes)[0]];

  it('is the same where nothing of the API changed', () => {
    expect(deployments()).toEqual(before);
    expect(deployments({ memorySize: 1024, environment: { A: 'b' } })).toEqual(before);
    expect(deployments({ throttle: { rateLimit: 5 } })).toEqual(before);
  });

  it.each([
    ['a route comes', manifestOf(create, list, route('TodosController.get', 'GET', '/todos/{id}')), {}],
    ['a route goes', manifestOf(create), {}],
    ['a path changes', manifestOf(create, { ...list, path: '/all' }), {}],
    ['a route streams', manifestOf(create, { ...list, streams: 'stream' as const }), {}],
    ['CORS changes', todos, { cors: { allowOrigins: ['*'] } }],
    ['binary media types change', todos, { binaryMediaTypes: ['image/png'] }],
  ])('is new where %s', (_, manifest, props) => {
    const after = deployments(props, manifest);

    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('is new where an escape hatch changes the API', () => {
    const changed = (name?: string) => {
      runCompiler.mockReturnValue(compiled);
      const stack = new Stack(new App({ context: recommended }), 'TodoStack');
      const { api } = new ControllerRestApi(stack, 'Api', { controllers });
      if (name !== undefined)
        (api.node.defaultChild as import('aws-cdk-lib').CfnResource).addPropertyOverride('Description', name);
      return deploymentsOf(Template.fromStack(stack));
    };

    expect(changed()).toEqual(before);
    expect(changed('todos')).not.toEqual(before);
  });
});

describe("ControllerRestApi with stacks: 'per-controller'", () => {
  function synthesiseNested(manifest: ReturnType<typeof manyControllers>) {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
    const stack = new Stack(new App({ context: recommended }), 'TodoStack');
    const api = new ControllerRestApi(stack, 'Api', { controllers, stacks: 'per-controller' });
    Tags.of(stack).add('team', 'todos');
    const nested = api.node.children.filter(NestedStack.isNestedStack).map((each) => Template.fromStack(each));
    return { template: Template.fromStack(stack), nested, plan: api.plan };
  }

  it('puts functions into nested stacks, and API and permissions into its own, without a cycle', () => {
    const { template, nested } = synthesiseNested(manyControllers(2, 2));

    template.resourceCountIs('AWS::Lambda::Permission', 4);
    template.resourceCountIs('AWS::ApiGateway::RestApi', 1);
    for (const each of nested) {
      each.resourceCountIs(FUNCTION, 2);
      each.resourceCountIs('AWS::Lambda::Permission', 0);
    }
  });

  it('synthesises 400 functions of one REST API, in a template that CloudFormation takes', () => {
    const { template, nested, plan } = synthesiseNested(manyControllers(50, 8));

    expect(nested).toHaveLength(50);
    expect(plan.stacks[0]?.resources).toBe(Object.keys(template.toJSON().Resources).length);
    expect(JSON.stringify(template.toJSON(), null, 1).length).toBeLessThan(1_000_000);
  });

  it('synthesises 1,000 routes of controllers that are one function each, each with a DTO', () => {
    const manifest = manyControllers(200, 5, 'controller');
    const schema = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
    const dtos = manifest.routes.filter((_, index) => index % 5 === 0).map(({ controller }) => `Create${controller}`);
    const routes = manifest.routes.map((each, index) => {
      const dto = dtos[index / 5];
      if (dto === undefined) return each;
      const type = { kind: 'class', class: dto } as const;
      return { ...each, parameters: [{ index: 0, in: 'body', type, required: true, schema: dto }] as const };
    });
    const schemas = Object.fromEntries(dtos.map((dto) => [dto, { schema, notExpressed: [] }]));
    const { template, nested } = synthesiseNested({ ...manifest, routes, schemas });

    expect(nested).toHaveLength(200);
    expect(JSON.stringify(template.toJSON(), null, 1).length).toBeLessThan(1_000_000);
  });

  it('deploys anew when and only when the API changed', () => {
    const deploymentOf = (manifest: ReturnType<typeof manyControllers>) =>
      deploymentsOf(synthesiseNested(manifest).template);

    expect(deploymentOf(manyControllers(2, 2))).toEqual(deploymentOf(manyControllers(2, 2)));
    expect(deploymentOf(manyControllers(2, 2))).not.toEqual(deploymentOf(manyControllers(2, 3)));
  });
});
