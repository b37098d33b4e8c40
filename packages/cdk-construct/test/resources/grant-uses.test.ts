import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ControllerHttpApiProps, Resources } from '../../src/index.js';
import { manifestOf, route } from '../manifest.js';
import { ControllerHttpApi, compiled, controllers, FUNCTION, only, runCompiler } from '../synthesis.js';

const list = route('TodosController.list', 'GET', '/todos');
const health = route('HealthController.get', 'GET', '/health');

const tableIn = (stack: Stack) =>
  new TableV2(stack, 'Todos', { partitionKey: { name: 'id', type: AttributeType.STRING } });

type Uses = Readonly<Record<string, readonly string[]>>;

/** A stack with an API whose list route uses resources of the stack, and whose health route uses none. */
function synthesise(
  uses: Uses,
  make: (stack: Stack) => Resources,
  props: Partial<ControllerHttpApiProps> = {},
  manifest = manifestOf({ ...list, uses }, health),
) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App(), 'TodoStack');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, resources: make(stack), ...props });
  return { stack, api, template: Template.fromStack(stack) };
}

/** The statements of the policies beside roles. */
const statementsOf = (template: Template) =>
  Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[],
  );

const environmentOf = (template: Template, id: string) =>
  only(template, FUNCTION, { Description: Match.stringLikeRegexp(`\\(${id}\\)`) }).properties.Environment?.Variables;

describe('resources', () => {
  it('are granted to the functions whose code uses them, and to no others', () => {
    const { stack, template } = synthesise({ todos: ['read'] }, (scope) => ({ todos: tableIn(scope) }));

    const policy = only(template, 'AWS::IAM::Policy').properties;
    expect(JSON.stringify(policy.Roles)).toContain('TodosControllerlist');
    expect(policy.Roles).toHaveLength(1);
    expect(policy.PolicyDocument.Statement[0].Action).toContain('dynamodb:Query');
    expect(policy.PolicyDocument.Statement[0].Action).not.toContain('dynamodb:PutItem');
    expect(Object.keys(environmentOf(template, list.id))).toEqual(['TODOS_NAME', 'TODOS_ARN']);
    expect(environmentOf(template, health.id)).toBeUndefined();
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });

  it.each<[access: string, action: string, make: (stack: Stack) => Construct, variables: string[]]>([
    ['write', 'dynamodb:PutItem', tableIn, ['NAME', 'ARN']],
    ['readWrite', 'dynamodb:Scan', tableIn, ['NAME', 'ARN']],
    ['dynamodb:Query', 'dynamodb:Query', tableIn, ['NAME', 'ARN']],
    ['grantFullAccess', 'dynamodb:*', tableIn, ['NAME', 'ARN']],
    ['send', 'sqs:SendMessage', (stack) => new Queue(stack, 'R'), ['NAME', 'ARN', 'URL']],
    ['consume', 'sqs:ReceiveMessage', (stack) => new Queue(stack, 'R'), ['NAME', 'ARN', 'URL']],
    ['publish', 'sns:Publish', (stack) => new Topic(stack, 'R'), ['NAME', 'ARN']],
    ['read', 's3:GetObject*', (stack) => new Bucket(stack, 'R'), ['NAME', 'ARN']],
    ['put', 's3:PutObject', (stack) => new Bucket(stack, 'R'), ['NAME', 'ARN']],
    ['delete', 's3:DeleteObject*', (stack) => new Bucket(stack, 'R'), ['NAME', 'ARN']],
    ['put', 'events:PutEvents', (stack) => new EventBus(stack, 'R'), ['NAME', 'ARN']],
    ['read', 'secretsmanager:GetSecretValue', (stack) => new Secret(stack, 'R'), ['NAME', 'ARN']],
    ['read', 'ssm:GetParameter', (stack) => new StringParameter(stack, 'R', { stringValue: 'x' }), ['NAME', 'ARN']],
    ['invoke', 'lambda:InvokeFunction', functionIn, ['NAME', 'ARN']],
    ['start', 'states:StartExecution', machineIn, ['NAME', 'ARN']],
    ['startSync', 'states:StartSyncExecution', machineIn, ['NAME', 'ARN']],
  ])('grant %s as %s', (access, action, make, variables) => {
    const { template } = synthesise({ orderEvents: [access] }, (stack) => ({ orderEvents: make(stack) }));

    const granted = statementsOf(template).flatMap(({ Action }) => Action);
    expect(granted).toContain(action);
    expect(Object.keys(environmentOf(template, list.id))).toEqual(variables.map((each) => `ORDER_EVENTS_${each}`));
  });

  it('that are constructs of the author grant what they have methods for', () => {
    class Store extends Construct {
      readonly table = tableIn(Stack.of(this));
      grantArchive(grantee: Parameters<TableV2['grant']>[0]) {
        return this.table.grant(grantee, 'dynamodb:ExportTableToPointInTime');
      }
    }
    const { template } = synthesise({ store: ['grantArchive'] }, (stack) => ({ store: new Store(stack, 'Store') }));

    expect(statementsOf(template).map(({ Action }) => Action)).toEqual(['dynamodb:ExportTableToPointInTime']);
    expect(environmentOf(template, list.id)).toBeUndefined();
  });

  it('give their names without access where none is asked for, and a text its value', () => {
    const { template } = synthesise({ todos: [], legacy: [] }, (stack) => ({
      todos: tableIn(stack),
      legacy: 'https://legacy.example.com',
    }));

    expect(statementsOf(template)).toEqual([]);
    expect(environmentOf(template, list.id)).toMatchObject({
      LEGACY_VALUE: 'https://legacy.example.com',
      TODOS_NAME: expect.anything(),
    });
  });

  it('leave a variable as it is that is set otherwise', () => {
    const { template } = synthesise({ todos: ['read'] }, (stack) => ({ todos: tableIn(stack) }), {
      environment: { TODOS_NAME: 'mine' },
    });

    expect(environmentOf(template, list.id).TODOS_NAME).toBe('mine');
  });

  it('are granted once to a function of several routes, each with its own access', () => {
    const routes = [
      { ...list, uses: { todos: ['dynamodb:Query'] } },
      { ...route('TodosController.create', 'POST', '/todos'), uses: { todos: ['dynamodb:PutItem'] } },
    ];
    const ids = routes.map(({ id }) => id);
    const manifest = {
      ...manifestOf(...routes),
      functions: [{ id: 'TodosController', packaging: 'controller' as const, routes: ids, lambda: {} }],
    };
    const { api, template } = synthesise({}, (stack) => ({ todos: tableIn(stack) }), {}, manifest);

    expect(api.plan.functions[0]?.uses).toEqual({ todos: ['dynamodb:PutItem', 'dynamodb:Query'] });
    expect(statementsOf(template).flatMap(({ Action }) => Action)).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  });

  it('are granted to functions in nested stacks, and counted in the plan', () => {
    const { api, template } = synthesise({ todos: ['read'] }, (stack) => ({ todos: tableIn(stack) }), {
      stacks: 'per-controller',
    });

    const nested = api.node.findAll().find((each) => each.node.id === 'Stack-TodosController') as NestedStack;
    const resources = Object.values(Template.fromStack(nested).toJSON().Resources as Record<string, { Type: string }>);
    expect(resources.filter(({ Type }) => Type === 'AWS::IAM::Policy')).toHaveLength(1);
    expect(api.plan.stacks.find(({ id }) => id === 'TodosController')?.resources).toBe(resources.length);
    expect(statementsOf(template)).toEqual([]);
  });

  it('are refused where they are missing, have no such grant or share their variables, all at once', () => {
    const uses = { todos: ['publish', 'grantPublish'], order: [], orders: ['read'], legacy: ['read'], plain: ['read'] };
    const make = (stack: Stack): Resources => ({
      todos: tableIn(stack),
      orderz: 'x',
      orderZ: 'y',
      order_z: 'z',
      legacy: 'https://legacy.example.com',
      plain: new Construct(stack, 'Plain'),
    });
    const where = 'ControllerHttpApi TodoStack/Api: ';
    const known = 'legacy, orderZ, order_z, orderz, plain, todos';
    const levels =
      'write one of grantFullAccess, grantStream, grantStreamRead, grantTableListStreams, read, readWrite, write';

    expect(() => synthesise(uses, make)).toThrow(
      [
        `${where}the resources "orderZ" and "order_z" have the same environment variables (ORDER_Z_NAME); rename one [RESOURCE_NAME_DUPLICATE]`,
        `${where}TodosController.list asks for "read" of "legacy", which is a text and has nothing to grant; write @Uses({ legacy: [] }), or give the construct itself [GRANT_UNKNOWN]`,
        `${where}TodosController.list uses "order", which is not in resources; write resources: { order: ... }; did you mean "orderZ"? There are ${known} [RESOURCE_MISSING]`,
        `${where}TodosController.list uses "orders", which is not in resources; write resources: { orders: ... }; did you mean "orderZ"? There are ${known} [RESOURCE_MISSING]`,
        `${where}TodosController.list asks for "read" of "plain", and TodoStack/Plain has no such grant; it has no grants; use configureFunction [GRANT_UNKNOWN]`,
        `${where}TodosController.list asks for "grantPublish" of "todos", and TodoStack/Todos has no such grant; ${levels} [GRANT_UNKNOWN]`,
        `${where}TodosController.list asks for "publish" of "todos", and TodoStack/Todos has no such grant; ${levels} [GRANT_UNKNOWN]`,
      ].join('\n'),
    );
    expect(() => synthesise({ todos: ['read'] }, () => ({}))).toThrow(
      'write resources: { todos: ... }; there are none [RESOURCE_MISSING]',
    );
  });

  it('are warned of where no route uses them', () => {
    const { stack } = synthesise({}, (scope) => ({ todos: tableIn(scope) }));

    const [warning] = Annotations.fromStack(stack).findWarning('/TodoStack/Api', Match.anyValue());
    expect(warning?.entry.data).toContain(
      'no route uses the resource "todos"; remove it from resources, or write @Uses({ todos: ... }) above the code that uses it [RESOURCE_UNUSED]',
    );
  });
});

function functionIn(stack: Stack) {
  return new LambdaFunction(stack, 'R', { runtime: Runtime.NODEJS_24_X, handler: 'x', code: Code.fromInline('x') });
}

function machineIn(stack: Stack) {
  return new StateMachine(stack, 'R', { definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')) });
}
