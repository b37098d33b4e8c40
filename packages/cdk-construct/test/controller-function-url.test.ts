import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { ControllerFunctionUrlProps } from '../src/index.js';
import { manifestOf, manyControllers, route, todos } from './manifest.js';
import { compiled, controllers, runCompiler } from './synthesis.js';

const { ControllerFunctionUrl } = await import('../src/index.js');

const app = manyControllers(2, 3, 'app');

function synthesise(props: Partial<ControllerFunctionUrlProps> = {}, manifest = app) {
  runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
  const stack = new Stack(new App(), 'TodoStack');
  const api = new ControllerFunctionUrl(stack, 'App', { controllers, ...props });
  return { stack, api, template: Template.fromStack(stack) };
}

describe('ControllerFunctionUrl', () => {
  it('makes one function for all routes, and its URL, for callers with credentials', () => {
    const { template, api, stack } = synthesise();

    expect(runCompiler).toHaveBeenLastCalledWith(
      expect.objectContaining({ frontDoor: 'function-url', packaging: 'app' }),
    );
    template.resourceCountIs('AWS::Lambda::Function', 1);
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM', InvokeMode: 'BUFFERED' });
    expect(Object.keys(api.functions)).toEqual(['app']);
    expect(api.functionFor('Part1Controller.get2')).toBe(api.functions.app);
    expect(stack.resolve(api.url)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'FunctionUrl'] });
  });

  it.each([FunctionUrlAuthType.AWS_IAM, FunctionUrlAuthType.NONE])('counts what it makes for %s', (authType) => {
    const { template, api } = synthesise({ authType });

    expect(api.plan.stacks).toEqual([{ id: '', resources: Object.keys(template.toJSON().Resources).length }]);
  });

  it('streams where a route does', () => {
    const ticks = { ...route('A.ticks', 'GET', '/ticks'), streams: 'sse' as const };

    synthesise({}, manifestOf(ticks)).template.hasResourceProperties('AWS::Lambda::Url', {
      InvokeMode: 'RESPONSE_STREAM',
    });
  });

  it('opens to scripts of other origins', () => {
    const cors = {
      allowOrigins: ['https://a.test'],
      allowMethods: ['GET', 'OPTIONS'],
      exposeHeaders: ['etag'],
      maxAge: Duration.minutes(1),
    };

    synthesise({ cors }).template.hasResourceProperties('AWS::Lambda::Url', {
      Cors: {
        AllowOrigins: ['https://a.test'],
        AllowMethods: ['GET'],
        AllowHeaders: ['authorization', 'content-type'],
        ExposeHeaders: ['etag'],
        MaxAge: 60,
      },
    });
    synthesise({ cors: { allowOrigins: ['*'] } }).template.hasResourceProperties('AWS::Lambda::Url', {
      Cors: Match.objectLike({ AllowMethods: ['*'] }),
    });
  });

  it('has a URL for each function where there are several, and says so', () => {
    const { api, template } = synthesise({ packaging: 'route' }, todos);

    template.resourceCountIs('AWS::Lambda::Url', 2);
    expect(Object.keys(api.functionUrls)).toEqual(['TodosController.create', 'TodosController.list']);
    expect(() => api.url).toThrow(
      /there is no function or route "app"; use one of TodosController.create, TodosController.list/,
    );
    expect(runCompiler).toHaveBeenLastCalledWith(expect.objectContaining({ packaging: 'route' }));
  });

  it('is the URL of the alias where there is one', () => {
    const { template } = synthesise({ provisionedConcurrentExecutions: 1 });

    template.hasResourceProperties('AWS::Lambda::Url', { Qualifier: 'live' });
  });
});
