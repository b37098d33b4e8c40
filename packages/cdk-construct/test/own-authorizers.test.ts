import type { AuthorizerManifest, Manifest, RouteManifest } from '@gatewright/core/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ControllerHttpApiProps, ControllerRestApiProps } from '../src/index.js';
import { manifestOf, route } from './manifest.js';
import { recommended } from './rest-synthesis.js';
import { ControllerHttpApi, compiled, controllers, FUNCTION, only, runCompiler } from './synthesis.js';

const { ControllerFunctionUrl, ControllerRestApi } = await import('../src/index.js');

const text = { kind: 'string' } as const;
const users: AuthorizerManifest = {
  name: 'users',
  id: 'GateController.check',
  controller: 'GateController',
  controllerMethod: 'check',
  parameters: [
    { index: 0, in: 'header', name: 'authorization', type: text, required: true },
    { index: 1, in: 'query', name: 'tenant', type: text, required: true },
  ],
  cacheFor: 300,
  lambda: { memorySize: 256 },
  source: { file: 'src/gate.controller.ts', line: 1, column: 1 },
};
const guests: AuthorizerManifest = {
  ...users,
  name: 'guests',
  id: 'GateController.guests',
  parameters: [{ index: 0, in: 'header', name: 'x-guest', type: text, required: false }],
  uses: { sessions: ['read'] },
  lambda: {},
};
delete (guests as { cacheFor?: number }).cacheFor;

const asking = (method: string, name: string, more: Partial<RouteManifest> = {}): RouteManifest => ({
  ...route(`OrdersController.${method}`, 'GET', `/orders/${method}`),
  authorization: { kind: 'authorizer', name },
  ...more,
});

/** An application with both authorizers. */
function gated(...routes: RouteManifest[]): Manifest {
  const manifest = manifestOf(...routes);
  const functions = [users, guests].map(({ id, name, lambda }) => ({
    ...{ id, packaging: 'route' as const, routes: [] },
    authorizer: name,
    lambda,
  }));
  return { ...manifest, authorizers: [guests, users], functions: [...functions, ...manifest.functions] };
}

const both = gated(asking('get', 'users'), asking('list', 'guests'));

type Make<TProps> = (stack: Stack) => Partial<TProps>;

/** A table that `guests` reads. */
const withTable = (stack: Stack) => ({
  resources: { sessions: new Table(stack, 'Sessions', { partitionKey: { name: 'pk', type: 'S' as never } }) },
});

function http(manifest: Manifest, make: Make<ControllerHttpApiProps> = () => ({})) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App(), 'Orders');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, ...make(stack) });
  return { stack, api, template: Template.fromStack(stack) };
}

function rest(manifest: Manifest, make: Make<ControllerRestApiProps> = () => ({})) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App({ context: recommended }), 'Orders');
  const api = new ControllerRestApi(stack, 'Api', { controllers, ...make(stack) });
  return { stack, api, template: Template.fromStack(stack) };
}

const warningsOf = (stack: Stack): string[] =>
  Annotations.fromStack(stack)
    .findWarning('/Orders/Api', Match.anyValue())
    .map(({ entry }) => String(entry.data));

const functionOf = (template: Template, id: string, name: string) =>
  only(template, FUNCTION, { Description: `authorizer ${name} (${id})` });

/** Which function an ARN of an invocation names. */
const invoked = (uri: object): unknown => JSON.stringify(uri).match(/\/functions\/\$\{(\w+)\.Arn\}\//)?.[1];

/** The ends of the ARNs by which gateways may invoke a function. */
const sourcesOf = (template: Template, functionId: string): string[] =>
  Object.values(template.findResources('AWS::Lambda::Permission'))
    .filter(({ Properties }) => JSON.stringify(Properties.FunctionName).includes(`"${functionId}"`))
    .map(({ Properties }) => Properties.SourceArn['Fn::Join'][1].at(-1));

describe('an HTTP API with authorizers of its own', () => {
  it('has them asked by their names, each with a function, what it uses and a permission', () => {
    const { stack, api, template } = http(both, withTable);

    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 2);
    const kept = only(template, 'AWS::ApiGatewayV2::Authorizer', { Name: 'users' });
    expect(kept.properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      AuthorizerResultTtlInSeconds: 300,
      IdentitySource: ['$request.header.authorization', '$request.querystring.tenant'],
    });
    const asked = only(template, 'AWS::ApiGatewayV2::Authorizer', { Name: 'guests' }).properties;
    expect(asked.AuthorizerResultTtlInSeconds).toBe(0);
    expect(asked.IdentitySource ?? []).toEqual([]);

    const check = functionOf(template, users.id, 'users');
    expect(check.properties.MemorySize).toBe(256);
    expect(invoked(kept.properties.AuthorizerUri)).toBe(check.logicalId);
    expect(sourcesOf(template, check.logicalId)).toEqual(['/authorizers/*']);
    expect(only(template, 'AWS::ApiGatewayV2::Route', { RouteKey: 'GET /orders/get' }).properties).toMatchObject({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: { Ref: kept.logicalId },
    });
    const policy = only(template, 'AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['dynamodb:Query']) })]),
      },
    });
    expect(policy.logicalId).toContain('GateControllerguests');

    template.resourceCountIs('AWS::ApiGatewayV2::Integration', 2);
    const own = Object.keys(template.toJSON().Resources).filter((id) => id.startsWith('Api'));
    expect(api.plan.stacks[0]?.resources).toBe(own.length);
    expect(api.plan.quotas).toContainEqual(expect.objectContaining({ name: 'http-api-integrations', used: 2 }));
    expect(api.functionFor('GateController.check')).toBe(api.functions['GateController.check']);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('has them in its own stack, also where controllers and the API are in others', () => {
    const { template, api } = http(both, (stack) => ({ ...withTable(stack), stacks: 'per-controller' }));
    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 2);
    const nested = Template.fromStack(api.node.findChild('Stack-OrdersController') as Stack);
    expect(only(nested, 'AWS::ApiGatewayV2::Route', { RouteKey: 'GET /orders/get' }).properties.AuthorizationType).toBe(
      'CUSTOM',
    );

    const { template: beside } = http(both, (stack) => ({
      ...withTable(stack),
      api: HttpApi.fromHttpApiAttributes(stack, 'Existing', { httpApiId: 'abc' }),
    }));
    const { logicalId } = only(beside, 'AWS::ApiGatewayV2::Authorizer', { Name: 'users', ApiId: 'abc' });
    expect(logicalId).toContain('GateControllercheck');
  });

  it('deploys only those that a route asks, and warns of the others', () => {
    const { stack, template } = http(gated(asking('get', 'users')));
    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 1);
    template.resourceCountIs(FUNCTION, 2);
    expect(warningsOf(stack)).toEqual([
      expect.stringContaining(
        'no route asks the authorizer "guests", so it is not deployed; remove it, or write @Authorize(\'guests\') [AUTHORIZER_UNUSED]',
      ),
    ]);
    const { authorization: _, ...silent } = asking('get', '');
    const { template: byDefault } = http(gated(silent as RouteManifest), () => ({ defaultAuthorizer: 'users' }));
    expect(only(byDefault, 'AWS::ApiGatewayV2::Route').properties.AuthorizationType).toBe('CUSTOM');
  });

  it('refuses scopes that none of them reads, and a name that is taken', () => {
    const scoped = gated(
      asking('get', 'users', { authorization: { kind: 'authorizer', name: 'users', scopes: ['a'] } }),
    );
    expect(() => http(scoped)).toThrow('[AUTHORIZER_WITHOUT_SCOPES]');
    expect(() =>
      http(both, (stack) => ({ ...withTable(stack), authorizers: { users: new HttpIamAuthorizer() } })),
    ).toThrow(
      `ControllerHttpApi Orders/Api: "users" is in authorizers, and GateController.check is @Authorizer('users'); remove it from authorizers, or rename one [AUTHORIZER_TWICE]`,
    );
  });
});

describe('a REST API with authorizers of its own', () => {
  it('has them in its document', () => {
    const { template, api } = rest(both, withTable);
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0);
    const { Body } = only(template, 'AWS::ApiGateway::RestApi').properties;
    expect(Body.paths['/orders/get'].get.security).toEqual([{ users: [] }]);
    const schemes = Body.components.securitySchemes;
    expect(schemes.users).toMatchObject({
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': {
        type: 'request',
        authorizerResultTtlInSeconds: 300,
        identitySource: 'method.request.header.authorization,method.request.querystring.tenant',
      },
    });
    expect(schemes.guests['x-amazon-apigateway-authorizer']).toMatchObject({ authorizerResultTtlInSeconds: 0 });
    expect(schemes.guests['x-amazon-apigateway-authorizer']).not.toHaveProperty('identitySource');
    const { logicalId } = functionOf(template, users.id, 'users');
    expect(invoked(schemes.users['x-amazon-apigateway-authorizer'].authorizerUri)).toBe(logicalId);
    expect(sourcesOf(template, logicalId)).toEqual(['/authorizers/*']);
    const own = Object.keys(template.toJSON().Resources).filter((id) => id.startsWith('Api'));
    expect(api.plan.stacks[0]?.resources).toBe(own.length);
  });

  it('gives an existing API authorizers of its own', () => {
    const { template } = rest(both, (stack) => ({
      ...withTable(stack),
      api: new RestApi(stack, 'Existing', { defaultIntegration: new MockIntegration() }),
    }));
    const { logicalId, properties } = only(template, 'AWS::ApiGateway::Authorizer', { Name: 'users' });
    expect(properties).toMatchObject({
      Type: 'REQUEST',
      AuthorizerResultTtlInSeconds: 300,
      IdentitySource: 'method.request.header.authorization,method.request.querystring.tenant',
    });
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method')).map(
      ({ Properties }) => Properties,
    );
    expect(methods).toContainEqual(
      expect.objectContaining({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: logicalId } }),
    );
  });
});

describe('the deployment of an existing REST API', () => {
  const deploymentOf = (manifest: Manifest, isBeside: boolean) => {
    const { template } = rest(manifest, (stack) => {
      const home = isBeside ? new Stack(stack.node.root as App, 'Home') : stack;
      const api = new RestApi(home, 'Existing', { defaultIntegration: new MockIntegration() });
      api.root.addMethod('GET');
      return { ...withTable(stack), api };
    });
    return only(template, 'AWS::ApiGateway::Deployment').logicalId;
  };
  const changed = { ...both, authorizers: [guests, { ...users, cacheFor: 60 }] };

  it.each([false, true])(
    'is new when an authorizer is asked otherwise, and only then (in another stack: %s)',
    (isBeside) => {
      expect(deploymentOf(both, isBeside)).toBe(deploymentOf(both, isBeside));
      expect(deploymentOf(changed, isBeside)).not.toBe(deploymentOf(both, isBeside));
    },
  );
});

describe('what authorizers do with routes that no function answers', () => {
  const mock = asking('mock', 'users', { integration: { type: 'mock', statusCode: 200, headers: {}, body: 'ok' } });
  const proxy = asking('proxy', 'users', {
    integration: { type: 'http-proxy', target: { url: 'https://example.com' }, headers: {} },
  });
  const send = asking('send', 'users', {
    integration: {
      type: 'aws-service',
      action: 'sqs:SendMessage',
      resource: 'queue',
      parameters: { MessageBody: { $from: 'body', type: 'json' } },
      reply: { statusCode: 202 },
    },
  });

  const direct = (...routes: RouteManifest[]): Manifest => {
    const manifest = gated(...routes);
    return { ...manifest, functions: manifest.functions.filter(({ authorizer }) => authorizer !== undefined) };
  };
  const withQueue = (stack: Stack) => ({ resources: { queue: new Queue(stack, 'Queue') } });

  it('asks them before mocks, other servers and AWS services of a REST API', () => {
    const { Body } = only(rest(direct(mock, proxy, send), withQueue).template, 'AWS::ApiGateway::RestApi').properties;
    for (const path of ['mock', 'proxy', 'send'])
      expect(Body.paths[`/orders/${path}`].get.security).toEqual([{ users: [] }]);
  });

  it('does so in an existing REST API', () => {
    const { template } = rest(direct(mock, proxy, send), (stack) => ({
      ...withQueue(stack),
      api: new RestApi(stack, 'Existing', { defaultIntegration: new MockIntegration() }),
    }));
    const types = Object.values(template.findResources('AWS::ApiGateway::Method')).map(
      ({ Properties }) => `${Properties.Integration.Type} ${Properties.AuthorizationType}`,
    );
    expect(types.sort()).toEqual(['AWS CUSTOM', 'HTTP_PROXY CUSTOM', 'MOCK CUSTOM']);
  });

  it('does so before other servers and AWS services of an HTTP API', () => {
    const { template } = http(direct(proxy, send), withQueue);
    const types = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties.AuthorizationType,
    );
    expect(types).toEqual(['CUSTOM', 'CUSTOM']);
  });
});

describe('a Function URL', () => {
  it('makes none of them', () => {
    runCompiler.mockReturnValue({ ...compiled, manifest: gated(route('OrdersController.get', 'GET', '/orders')) });
    const stack = new Stack(new App(), 'Orders');
    const made = new ControllerFunctionUrl(stack, 'Url', { controllers, authType: FunctionUrlAuthType.NONE });
    expect(Object.keys(made.functions)).toEqual(['OrdersController.get']);
    expect(Object.keys(made.functionUrls)).toEqual(['OrdersController.get']);
  });
});
