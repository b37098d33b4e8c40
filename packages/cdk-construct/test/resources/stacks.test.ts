import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RestApi, DomainName as RestDomainName } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { ControllerApiProps } from '../../src/index.js';
import { manifestOf, manyControllers, route } from '../manifest.js';
import { ControllerHttpApi, compiled, controllers, FUNCTION, runCompiler } from '../synthesis.js';

const { ControllerFunctionUrl, ControllerRestApi } = await import('../../src/index.js');

type Templates = Readonly<Record<string, Record<string, { Type: string }>>>;

/** All templates of a stack with one API: its own under '', nested ones by controller. */
function synthesiseAll(
  manifest = manyControllers(2, 2),
  props: Partial<ControllerApiProps> = {},
  Api: typeof ControllerHttpApi | typeof ControllerRestApi = ControllerHttpApi,
): Templates {
  runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest });
  const stack = new Stack(new App(), 'TodoStack');
  const api = new Api(stack, 'Api', { controllers, stacks: 'per-controller', ...props });
  const nested = api.node.children.filter(NestedStack.isNestedStack);
  return Object.fromEntries(
    [['', stack] as const, ...nested.map((each) => [each.node.id, each] as const)].map(([name, each]) => [
      name,
      Template.fromStack(each).toJSON().Resources,
    ]),
  );
}

describe("stacks: 'per-controller'", () => {
  it('puts function, integration, route and permission of each controller into a stack of its own', () => {
    const { '': own = {}, ...nested } = synthesiseAll();
    const typesIn = (resources: object) => Object.values(resources).map(({ Type }) => Type);

    expect(typesIn(own).sort()).toEqual([
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Stage',
      'AWS::CloudFormation::Stack',
      'AWS::CloudFormation::Stack',
      'AWS::Logs::LogGroup',
    ]);
    expect(Object.keys(nested)).toEqual(['Stack-Part0Controller', 'Stack-Part1Controller']);
    for (const each of Object.values(nested)) {
      expect([...new Set(typesIn(each))].sort()).toEqual([
        'AWS::ApiGatewayV2::Integration',
        'AWS::ApiGatewayV2::Route',
        'AWS::IAM::Role',
        'AWS::Lambda::Function',
        'AWS::Lambda::Permission',
        'AWS::Logs::LogGroup',
      ]);
      expect(typesIn(each)).toHaveLength(12);
    }
  });

  it('synthesises 300 functions of one HTTP API', () => {
    const templates = synthesiseAll(manyControllers(60, 5));

    expect(Object.keys(templates[''] ?? {})).toHaveLength(63);
    expect(
      Object.values(templates)
        .flatMap((each) => Object.values(each))
        .filter(({ Type }) => Type === FUNCTION),
    ).toHaveLength(300);
  });

  it('synthesises 1,000 routes of controllers that are one function each', () => {
    const templates = synthesiseAll(manyControllers(40, 25, 'controller'));
    const all = Object.values(templates).flatMap((each) => Object.values(each));

    expect(all.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')).toHaveLength(1000);
    expect(all.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Integration')).toHaveLength(40);
    expect(all.filter(({ Type }) => Type === 'AWS::Lambda::Permission')).toHaveLength(40);
    expect(Object.keys(templates['Stack-Part0Controller'] ?? {})).toHaveLength(30);
  });

  it('counts in the plan what is in the templates', () => {
    for (const packaging of ['route', 'controller', 'app'] as const) {
      runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manyControllers(3, 4, packaging) });
      const stack = new Stack(new App(), 'TodoStack');
      const { plan } = new ControllerHttpApi(stack, 'Api', { controllers, stacks: 'per-controller' });

      expect(plan.stacks[0]?.resources).toBe(Object.keys(Template.fromStack(stack).toJSON().Resources).length);
    }
  });

  it('lets a function of a nested stack be granted what is in another', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manyControllers(2, 2) });
    const stack = new Stack(new App(), 'TodoStack');
    const table = new TableV2(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    const api = new ControllerHttpApi(stack, 'Api', { controllers, stacks: 'per-controller' });
    table.grantReadData(api.functionFor('Part1Controller.get0'));

    const nested = Template.fromStack(Stack.of(api.functionFor('Part1Controller.get0')));
    nested.resourceCountIs('AWS::IAM::Policy', 1);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });
});

describe('logical ids', () => {
  const base = [
    route('TodosController.create', 'POST', '/todos'),
    route('TodosController.list', 'GET', '/todos'),
    route('UsersController.get', 'GET', '/users/{id}'),
  ];
  // a deployment has a hash of its API
  const idsOf = (templates: Templates) =>
    Object.entries(templates).flatMap(([stack, resources]) =>
      Object.keys(resources).map((id) => `${stack} ${id.replace(/(?<=Deployment\w{8})[0-9a-f]{32}$/, '')}`),
    );

  describe.each([
    ['HTTP', 'one', 6],
    ['HTTP', 'per-controller', 7],
    ['REST', 'one', 4],
    ['REST', 'per-controller', 5],
  ] as const)("of %s APIs with stacks: '%s'", (api, stacks, count) => {
    const Api = api === 'HTTP' ? ControllerHttpApi : ControllerRestApi;
    const ids = (...routes: typeof base) => idsOf(synthesiseAll(manifestOf(...routes), { stacks }, Api)).sort();
    const before = ids(...base);

    it('are made from the names of controller and method', () => {
      expect(before).toMatchSnapshot();
    });

    it('stay when routes are added, and new ones are those of the new route', () => {
      const after = ids(route('AdminController.get', 'GET', '/admin'), ...base);
      const added = after.filter((id) => !before.includes(id));

      expect(after).toEqual(expect.arrayContaining(before));
      expect(added.every((id) => id.includes('AdminController'))).toBe(true);
      expect(added).toHaveLength(count);
    });

    it('stay when routes are removed, but for those of the removed route', () => {
      const after = ids(...base.slice(1));

      expect(before.filter((id) => !after.includes(id)).every((id) => id.includes('TodosControllercreate'))).toBe(true);
      expect(after.every((id) => before.includes(id))).toBe(true);
    });

    it('stay when routes are reordered', () => {
      expect(ids(...[...base].reverse())).toEqual(before);
    });

    it('move with a method that is renamed, and with no other', () => {
      const [create, , get] = base as [(typeof base)[0], (typeof base)[0], (typeof base)[0]];
      const after = ids(create, route('TodosController.all', 'GET', '/todos'), get);

      expect(before.filter((id) => !after.includes(id)).every((id) => id.includes('TodosControllerlist'))).toBe(true);
      expect(after.filter((id) => !before.includes(id)).every((id) => id.includes('TodosControllerall'))).toBe(true);
    });

    it('stay when a path or a setting changes', () => {
      const [create, list, get] = base as [(typeof base)[0], (typeof base)[0], (typeof base)[0]];

      expect(ids({ ...create, path: '/tasks', lambda: { memorySize: 1024 } }, list, get)).toEqual(before);
    });
  });
});

describe('a controller that is one function', () => {
  const domain = (stack: Stack) => ({
    name: 'api.example.com',
    certificate: Certificate.fromCertificateArn(
      stack,
      'Certificate',
      'arn:aws:acm:eu-west-1:111122223333:certificate/a',
    ),
  });
  const existingDomain = (stack: Stack) => ({
    existing: RestDomainName.fromDomainNameAttributes(stack, 'Imported', {
      domainName: 'api.example.com',
      domainNameAliasHostedZoneId: 'Z1',
      domainNameAliasTarget: 'd.test',
    }),
  });
  type Create = (stack: Stack) => Construct;
  const APIS: Readonly<Record<string, Create>> = {
    'an HTTP API': (stack) =>
      new ControllerHttpApi(stack, 'Api', { controllers, stageName: 'v1', domain: domain(stack) }),
    'a REST API': (stack) => new ControllerRestApi(stack, 'Api', { controllers, domain: domain(stack) }),
    'a REST API at a domain that is there already': (stack) =>
      new ControllerRestApi(stack, 'Api', { controllers, domain: existingDomain(stack) }),
    'an imported REST API': (stack) => {
      const api = RestApi.fromRestApiAttributes(stack, 'Existing', { restApiId: 'abc', rootResourceId: 'root' });
      return new ControllerRestApi(stack, 'Api', { controllers, api });
    },
    'a function URL': (stack) => new ControllerFunctionUrl(stack, 'Api', { controllers }),
  };

  /** A construct of controllers with the names given. */
  function make(create: Create, names: readonly string[]): Construct {
    const routes = names.map((name) => route(`${name}.get`, 'GET', `/${name.toLowerCase()}`));
    const functions = names.map((id) => ({
      id,
      packaging: 'controller' as const,
      routes: [`${id}.get`],
      lambda: {},
    }));
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: { ...manifestOf(...routes), functions } });
    return create(new Stack(new App(), 'TodoStack'));
  }

  it.each(Object.entries(APIS))('may have the name of anything that is made for %s', (_, create) => {
    const names = make(create, ['Todos'])
      .node.children.map(({ node }) => node.id)
      .filter((id) => /^[A-Z]\w*$/.test(id));

    const template = Template.fromStack(Stack.of(make(create, names)));
    template.resourceCountIs(FUNCTION, names.length);
  });
});
