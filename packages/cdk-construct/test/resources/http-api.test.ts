import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { manyRoutes } from '../manifest.js';
import { ControllerHttpApi, compiled, controllers, runCompiler, synthesise } from '../synthesis.js';

beforeEach(() => runCompiler.mockClear().mockReturnValue(compiled));

describe('provideHttpApi', () => {
  it('takes settings of the new API and its stage', () => {
    const { template } = synthesise({
      httpApiProps: {
        apiName: 'todos',
        corsPreflight: { allowOrigins: ['https://a.test'], allowMethods: [CorsHttpMethod.GET] },
      },
      throttle: { burstLimit: 5 },
      accessLogs: { retention: RetentionDays.ONE_DAY, format: AccessLogFormat.clf() },
    });

    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      Name: 'todos',
      CorsConfiguration: { AllowOrigins: ['https://a.test'], AllowMethods: ['GET'] },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 5 },
      AccessLogSettings: { Format: Match.stringLikeRegexp('^\\$context.identity.sourceIp') },
    });
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { RetentionInDays: 1 }, 1);
  });

  it('writes access logs to an existing log group, or not at all', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const logGroup = LogGroup.fromLogGroupArn(stack, 'Logs', 'arn:aws:logs:eu-west-1:111122223333:log-group:mine');
    new ControllerHttpApi(stack, 'Api', { controllers, accessLogs: { logGroup } });

    Template.fromStack(stack).hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AccessLogSettings: { DestinationArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:mine:*' },
    });
    synthesise({ accessLogs: false }).template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AccessLogSettings: Match.absent(),
    });
  });

  it('leaves the stage to the user who wants none by default', () => {
    const { template, api } = synthesise({ httpApiProps: { createDefaultStage: false } });

    template.resourceCountIs('AWS::ApiGatewayV2::Stage', 0);
    expect(api.url).toBe(api.api.apiEndpoint);
  });

  describe('with an existing API', () => {
    it('adds routes and leaves the rest as it is', () => {
      const stack = new Stack(new App(), 'TodoStack');
      const existing = new HttpApi(stack, 'Existing');
      const { api, url } = new ControllerHttpApi(stack, 'Api', { controllers, api: existing });
      const template = Template.fromStack(stack);

      expect(api).toBe(existing);
      expect(url).toBe(existing.url);
      template.resourceCountIs('AWS::ApiGatewayV2::Api', 1);
      template.resourceCountIs('AWS::ApiGatewayV2::Route', 2);
      template.hasResourceProperties('AWS::ApiGatewayV2::Stage', { AccessLogSettings: Match.absent() });
    });

    it('adds routes to one that was imported', () => {
      const stack = new Stack(new App(), 'TodoStack');
      const imported = HttpApi.fromHttpApiAttributes(stack, 'Imported', {
        httpApiId: 'abc',
        apiEndpoint: 'https://api.test',
      });
      const { url } = new ControllerHttpApi(stack, 'Api', { controllers, api: imported });

      expect(url).toBe('https://api.test');
      Template.fromStack(stack).hasResourceProperties('AWS::ApiGatewayV2::Route', {
        ApiId: 'abc',
        RouteKey: 'GET /todos',
      });
    });

    it('puts what it makes into its own stack, so that an API can be larger than one', () => {
      const app = new App();
      const first = new ControllerHttpApi(new Stack(app, 'First'), 'Api', { controllers });
      runCompiler.mockReturnValue({ ...compiled, manifest: manyRoutes(80) });
      const second = new Stack(app, 'Second');
      new ControllerHttpApi(second, 'Api', { controllers: 'src/more/*.ts', api: first.api });
      const nested = new NestedStack(second, 'Nested');
      new ControllerHttpApi(nested, 'Api', { controllers: 'src/nested/*.ts', api: first.api });

      Template.fromStack(second).resourceCountIs('AWS::ApiGatewayV2::Route', 80);
      Template.fromStack(nested).resourceCountIs('AWS::ApiGatewayV2::Route', 80);
      Template.fromStack(second).resourceCountIs('AWS::ApiGatewayV2::Api', 0);
    });

    it('refuses settings that only a new one could have', () => {
      const stack = new Stack(new App(), 'TodoStack');
      const api = new HttpApi(stack, 'Existing');

      expect(() => new ControllerHttpApi(stack, 'Api', { controllers, api, throttle: {}, accessLogs: false })).toThrow(
        [
          'ControllerHttpApi TodoStack/Api: "accessLogs" has no effect on an existing resource, given as "api"; leave out one of the two [PROPS_EXCLUSIVE]',
          'ControllerHttpApi TodoStack/Api: "throttle" has no effect on an existing resource, given as "api"; leave out one of the two [PROPS_EXCLUSIVE]',
        ].join('\n'),
      );
      expect(runCompiler).not.toHaveBeenCalled();
    });

    it('refuses more integrations than the API can hold, counting all stacks', () => {
      const app = new App();
      const api = new HttpApi(new Stack(app, 'Shared'), 'Api');
      runCompiler.mockReturnValue({ ...compiled, manifest: manyRoutes(80) });
      for (const name of ['A', 'B', 'C']) new ControllerHttpApi(new Stack(app, name), 'Api', { controllers, api });

      expect(() => new ControllerHttpApi(new Stack(app, 'D'), 'Api', { controllers, api })).toThrow(
        /^ControllerHttpApi D\/Api: the API would have 320 integrations .* \[INTEGRATIONS_EXCEEDED\]$/,
      );
    });
  });

  it('refuses a retention for a log group that exists', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const accessLogs = { logGroup: new LogGroup(stack, 'Logs'), retention: RetentionDays.ONE_DAY };

    expect(() => new ControllerHttpApi(stack, 'Api', { controllers, accessLogs })).toThrow(
      /"accessLogs.retention" .* \[PROPS_EXCLUSIVE\]$/,
    );
  });
});
