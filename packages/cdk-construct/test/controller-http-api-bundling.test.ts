import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ControllerHttpApi, compiled, controllers, FUNCTION, runCompiler, synthesise } from './synthesis.js';

beforeEach(() => runCompiler.mockClear().mockReturnValue(compiled));

describe('ControllerHttpApi in a stack that is not bundled', () => {
  const context = { 'aws:cdk:bundling-stacks': ['Bundled'] };

  it('reads the controllers and puts a placeholder where handlers would be', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {} });
    const stack = new Stack(new App({ context }), 'TodoStack');
    const api = new ControllerHttpApi(stack, 'Api', { controllers });

    expect(runCompiler).toHaveBeenCalledWith(expect.objectContaining({ task: 'analyze' }));
    expect(api.functionFor('TodosController.list')).toBeDefined();
    const template = Template.fromStack(stack);
    template.hasResourceProperties(FUNCTION, { Code: { ZipFile: Match.stringLikeRegexp('^// Not bundled') } });
    expect(Object.keys(template.toJSON().Resources).sort()).toEqual(
      Object.keys(synthesise().template.toJSON().Resources).sort(),
    );
  });

  it('bundles what is nested in a stack that is', () => {
    const nested = new NestedStack(new NestedStack(new Stack(new App({ context }), 'Bundled'), 'Outer'), 'Inner');
    new ControllerHttpApi(nested, 'Api', { controllers });

    expect(runCompiler).toHaveBeenCalledWith(expect.objectContaining({ task: 'build' }));
  });
});
