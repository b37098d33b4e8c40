import { resolve } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { manifestOf, manyRoutes, route, todos } from './manifest.js';
import { ControllerHttpApi, compiled, controllers, only, runCompiler, synthesise } from './synthesis.js';

describe('ControllerHttpApi', () => {
  it('says which routes there are when asked for another one', () => {
    expect(() => synthesise().api.functionFor('TodosController.lst')).toThrow(
      'ControllerHttpApi TodoStack/Api: there is no function or route "TodosController.lst"; did you mean "TodosController.list"? ' +
        'There are TodosController.create, TodosController.list [FUNCTION_UNKNOWN]',
    );
  });

  it('keeps logical ids when other routes come and go', () => {
    const more = manifestOf(
      route('AccountsController.get', 'GET', '/accounts'),
      ...todos.routes,
      ...manyRoutes(3).routes,
    );

    const before = Object.keys(synthesise().template.toJSON().Resources);
    const after = Object.keys(synthesise({}, more).template.toJSON().Resources);

    expect(after).toEqual(expect.arrayContaining(before));
    expect(before.filter((id) => id.includes('TodosControllercreate'))).toHaveLength(6);
  });

  it('synthesises the same template again', () => {
    expect(synthesise().template.toJSON()).toEqual(synthesise().template.toJSON());
  });

  it('routes every method and a greedy path', () => {
    const { template } = synthesise({}, manifestOf(route('FilesController.any', 'ANY', '/files/{path+}')));

    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'ANY /files/{path+}' });
  });
  it('grants to one function what the others do not get', () => {
    const { stack, api } = synthesise();
    const fresh = new Stack(new App(), 'Other');
    const granted = new ControllerHttpApi(fresh, 'Api', { controllers });
    const table = new TableV2(fresh, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    table.grantReadData(granted.functionFor('TodosController.list'));

    const policy = only(Template.fromStack(fresh), 'AWS::IAM::Policy');

    expect(policy.properties.Roles).toHaveLength(1);
    expect(JSON.stringify(policy.properties.Roles)).toContain('TodosControllerlist');
    expect(api.node.scope).toBe(stack);
  });

  it('refuses more routes than its stack can hold', () => {
    expect(() => synthesise({}, manyRoutes(83))).toThrow(
      /^ControllerHttpApi TodoStack\/Api: its routes make 501 resources .* \[RESOURCES_EXCEEDED\]$/,
    );
    expect(Object.keys(synthesise({}, manyRoutes(82)).template.toJSON().Resources)).toHaveLength(495);
  });

  it('warns of a timeout that the API does not wait for, until that is acknowledged', () => {
    const { stack, api } = synthesise({ timeout: Duration.minutes(1) });
    const warnings = Annotations.fromStack(stack).findWarning('/TodoStack/Api/TodosController.list', Match.anyValue());

    expect(warnings.map(({ entry }) => entry.data)).toEqual([
      'TodosController.list (GET /todos): its timeout is 60 seconds and an HTTP API waits at most 30; set 30 or less, or answer at once ' +
        'and do the work behind a queue [TIMEOUT_ABOVE_GATEWAY] [ack: @gatewright/cdk-construct:TIMEOUT_ABOVE_GATEWAY]',
    ]);
    expect(Annotations.fromStack(stack).findWarning('/TodoStack/Api/TodosController.create', Match.anyValue())).toEqual(
      [],
    );
    expect(api.functionFor('TodosController.list').timeout?.toSeconds()).toBe(60);
  });

  it("shows the compiler's warnings", () => {
    runCompiler.mockReturnValue({ ...compiled, warnings: ['a.ts:1:1 A.b: odd; fix it [ODD_THING]', 'no code'] });
    const stack = new Stack(new App(), 'TodoStack');
    new ControllerHttpApi(stack, 'Api', { controllers });

    expect(
      Annotations.fromStack(stack)
        .findWarning('/TodoStack/Api', Match.anyValue())
        .map(({ entry }) => entry.data),
    ).toEqual([
      'a.ts:1:1 A.b: odd; fix it [ODD_THING] [ack: @gatewright/cdk-construct:ODD_THING]',
      'no code [ack: @gatewright/cdk-construct:WARNING]',
    ]);
  });

  it("fails with the compiler's message as it is", () => {
    runCompiler.mockImplementationOnce(() => {
      throw new Error('src/a.ts:1:2 A.b: no; yes [CODE]');
    });

    expect(() => new ControllerHttpApi(new Stack(), 'Api', { controllers })).toThrow(
      /^src\/a\.ts:1:2 A\.b: no; yes \[CODE\]$/,
    );
  });

  it('hands its options to the compiler', () => {
    synthesise({ controllers: ['src/a.ts', 'src/b.ts'], projectRoot: 'packages/api', bundling: { minify: false } });

    expect(runCompiler).toHaveBeenCalledWith({
      task: 'build',
      root: resolve('packages/api'),
      controllers: ['src/a.ts', 'src/b.ts'],
      bundling: { minify: false },
      frontDoor: 'http-api',
    });
  });
});
