import type { Manifest } from '@gatewright/core/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { manifestOf, manyControllers, route, todos } from '../manifest.js';
import { ControllerRestApi, deploymentsOf, recommended } from '../rest-synthesis.js';
import { compiled, controllers, runCompiler } from '../synthesis.js';

function createApi(scope: Stack) {
  const api = new RestApi(scope, 'Existing', { deployOptions: { stageName: 'live' } });
  api.root.addResource('todos').addResource('old').addMethod('GET', new MockIntegration());
  return api;
}

describe('an existing REST API', () => {
  beforeEach(() => runCompiler.mockReturnValue(compiled));

  describe('of the same stack', () => {
    const synthesise = (manifest: Manifest, props: { stacks?: 'per-controller' } = {}) => {
      runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
      const stack = new Stack(new App({ context: recommended }), 'TodoStack');
      const existing = createApi(stack);
      const construct = new ControllerRestApi(stack, 'Api', { controllers, api: existing, ...props });
      return { template: Template.fromStack(stack), existing, construct };
    };

    it('gets methods, below its own path parts where it has them', () => {
      const { template, existing, construct } = synthesise(todos);

      expect(construct.api).toBe(existing);
      expect(construct.url).toBe(existing.url);
      template.resourceCountIs('AWS::ApiGateway::RestApi', 1);
      template.resourceCountIs('AWS::ApiGateway::Resource', 2);
      template.resourceCountIs('AWS::ApiGateway::Method', 3);
      template.resourceCountIs('AWS::Lambda::Permission', 2);
    });

    it('deploys itself anew when and only when a route changed', () => {
      const deploymentOf = (manifest: Manifest) => deploymentsOf(synthesise(manifest).template);
      const [create] = todos.routes as [(typeof todos.routes)[0]];

      expect(deploymentOf(todos)).toHaveLength(1);
      expect(deploymentOf(todos)).toEqual(deploymentOf(todos));
      expect(deploymentOf(manifestOf(create))).not.toEqual(deploymentOf(todos));
    });

    it('takes functions of nested stacks', () => {
      const { template } = synthesise(manyControllers(2, 2), { stacks: 'per-controller' });

      template.resourceCountIs('AWS::CloudFormation::Stack', 2);
      template.resourceCountIs('AWS::Lambda::Function', 0);
    });

    it('streams what the handler streams', () => {
      const { template } = synthesise(manifestOf({ ...route('A.a', 'GET', '/a'), streams: 'stream' }));

      template.hasResourceProperties('AWS::ApiGateway::Method', {
        Integration: Match.objectLike({ ResponseTransferMode: 'STREAM', TimeoutInMillis: 900_000 }),
      });
    });
  });

  describe('of another stack', () => {
    const synthesise = (manifest = todos) => {
      runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
      const app = new App({ context: recommended });
      const shared = new Stack(app, 'Shared');
      const stack = new Stack(app, 'TodoStack');
      new ControllerRestApi(stack, 'Api', { controllers, api: createApi(shared) });
      return { shared: Template.fromStack(shared), template: Template.fromStack(stack) };
    };

    it('gets everything from this stack, which deploys it to its stage, without a cycle', () => {
      const { shared, template } = synthesise();

      shared.resourceCountIs('AWS::ApiGateway::Method', 1);
      template.resourceCountIs('AWS::ApiGateway::Method', 2);
      template.hasResource('AWS::ApiGateway::Deployment', {
        DeletionPolicy: 'Retain',
        Properties: { StageName: Match.anyValue() },
        DependsOn: Match.arrayWith([Match.stringLikeRegexp('RestApitodosPOST')]),
      });
    });

    it('is deployed anew when and only when a route changed', () => {
      const [create] = todos.routes as [(typeof todos.routes)[0]];

      expect(deploymentsOf(synthesise().template)).toEqual(deploymentsOf(synthesise().template));
      expect(deploymentsOf(synthesise(manifestOf(create)).template)).not.toEqual(deploymentsOf(synthesise().template));
    });
  });

  describe('that was imported', () => {
    const synthesise = (stageName?: string) => {
      const stack = new Stack(new App({ context: recommended }), 'TodoStack');
      const api = RestApi.fromRestApiAttributes(stack, 'Imported', { restApiId: 'abc', rootResourceId: 'root' });
      const construct = new ControllerRestApi(stack, 'Api', { controllers, api, ...(stageName && { stageName }) });
      return { template: Template.fromStack(stack), construct };
    };

    it('gets methods and a deployment to the stage that is named', () => {
      const { template } = synthesise('v2');

      template.hasResourceProperties('AWS::ApiGateway::Method', { RestApiId: 'abc' });
      template.hasResourceProperties('AWS::ApiGateway::Deployment', { RestApiId: 'abc', StageName: 'v2' });
      synthesise().template.hasResourceProperties('AWS::ApiGateway::Deployment', { StageName: 'prod' });
    });

    it('has no url that the construct could know', () => {
      expect(() => synthesise().construct.url).toThrow(
        /stage of an imported REST API is not known.*\[STAGE_UNKNOWN\]$/,
      );
    });
  });

  it('refuses settings that only a new one could have', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const api = createApi(stack);

    expect(
      () =>
        new ControllerRestApi(stack, 'Api', { controllers, api, cors: { allowOrigins: ['*'] }, tracingEnabled: true }),
    ).toThrow(/"tracingEnabled" has no effect on an existing resource.*\n.*"cors" has no effect/);
  });
});
