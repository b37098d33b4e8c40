/** What CDK users do with any construct, done with these. */
import { App, Aspects, CfnOutput, type CfnResource, Fn, Stack, Stage, Tags, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type CfnStage as CfnRestStage } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Repository } from 'aws-cdk-lib/aws-codecommit';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import type { Construct, IConstruct } from 'constructs';
import type { ControllerApiProps, Resources } from '../src/index.js';
import { manifestOf, route, todos } from './manifest.js';
import { ControllerHttpApi, compiled, controllers, FUNCTION, only, runCompiler } from './synthesis.js';

const { ControllerFunctionUrl, ControllerRestApi } = await import('../src/index.js');

const CONSTRUCTS = { ControllerHttpApi, ControllerRestApi, ControllerFunctionUrl };
const NAMES = Object.keys(CONSTRUCTS) as (keyof typeof CONSTRUCTS)[];

const create = (scope: Construct, name: keyof typeof CONSTRUCTS, props: Partial<ControllerApiProps> = {}) =>
  new CONSTRUCTS[name](scope, 'Api', { controllers, packaging: 'route', ...props });

interface PipelineStage {
  readonly Name: string;
  readonly Actions: readonly { readonly Name: string }[];
}

beforeEach(() => runCompiler.mockReturnValue(compiled));

describe.each(NAMES)('%s', (name) => {
  it('passes tags on to everything that has tags', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const api = create(stack, name);
    Tags.of(api).add('team', 'todos');

    const resources = Template.fromStack(stack).toJSON().Resources as Record<
      string,
      { Type: string; Properties: object }
    >;
    const tagged = new Set(
      Object.values(resources).flatMap(({ Type, Properties }) =>
        JSON.stringify(Properties).includes('todos"') && 'Tags' in Properties ? [Type] : [],
      ),
    );
    expect([...tagged]).toEqual(expect.arrayContaining([FUNCTION, 'AWS::IAM::Role', 'AWS::Logs::LogGroup']));
  });

  it('is changed by aspects', () => {
    const stack = new Stack(new App(), 'TodoStack');
    create(stack, name);
    Aspects.of(stack).add({
      visit: (node: IConstruct) => {
        if (node instanceof CfnFunction) node.memorySize = 1769;
      },
    });

    Template.fromStack(stack).allResourcesProperties(FUNCTION, { MemorySize: 1769 });
  });

  it('opens escape hatches to what it made', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const resource = create(stack, name).functionFor('TodosController.list').node.defaultChild as CfnResource;
    resource.addPropertyOverride('RecursiveLoop', 'Allow');

    Template.fromStack(stack).resourcePropertiesCountIs(FUNCTION, { RecursiveLoop: 'Allow' }, 1);
  });

  it('is the same in every stage of an app', () => {
    const app = new App();
    const templates = ['Test', 'Production'].map((id) => {
      const stack = new Stack(new Stage(app, id), 'TodoStack', {
        env: { account: '111122223333', region: 'eu-west-1' },
      });
      create(stack, name);
      return stack;
    });
    const [test, production] = templates.map((stack) => Template.fromStack(stack).toJSON());
    // a REST API's deployment has a hash of the API, whose name has that of the stage
    const logicalIds = (template: typeof test) =>
      Object.keys(template?.Resources).map((id) => id.replace(/(?<=Deployment\w{8})[0-9a-f]{32}$/, ''));
    const codes = (template: typeof test) => JSON.stringify(template).match(/[0-9a-f]{64}\.zip/g);

    expect(logicalIds(production)).toEqual(logicalIds(test));
    expect(codes(production)).toEqual(codes(test));
  });

  it('is deployed by a pipeline', () => {
    const app = new App();
    const stack = new Stack(app, 'PipelineStack');
    const input = CodePipelineSource.codeCommit(Repository.fromRepositoryName(stack, 'Code', 'todos'), 'main');
    const pipeline = new CodePipeline(stack, 'Pipeline', {
      synth: new ShellStep('Synth', { input, commands: ['cdk synth'] }),
    });
    const stage = new Stage(app, 'Production');
    create(new Stack(stage, 'TodoStack'), name);
    pipeline.addStage(stage);
    pipeline.buildPipeline();

    const stages = only(Template.fromStack(stack), 'AWS::CodePipeline::Pipeline').properties.Stages;
    const named = stages.map((each: PipelineStage) => [each.Name, each.Actions.map(({ Name }) => Name)]);
    expect(Object.fromEntries(named)).toMatchObject({
      Assets: ['Api_TodosController.create_Function_Code', 'Api_TodosController.list_Function_Code'],
      Production: ['Prepare', 'Deploy'],
    });
  });

  it('hotswaps: a changed handler changes the code of its function, and nothing else of the template', () => {
    const templateWith = (assetHash: string) => {
      const folders = {
        ...compiled.folders,
        'TodosController.list': { ...compiled.folders['TodosController.list']!, assetHash },
      };
      runCompiler.mockReturnValue({ ...compiled, folders });
      const stack = new Stack(new App(), 'TodoStack');
      create(stack, name);
      return Template.fromStack(stack);
    };
    const [before, after] = ['1', '2'].map((digit) => templateWith(digit.repeat(64)).toJSON());
    const list = only(templateWith('1'.repeat(64)), FUNCTION, {
      Description: Match.stringLikeRegexp('list'),
    }).logicalId;

    expect(after?.Resources[list].Properties.Code).not.toEqual(before?.Resources[list].Properties.Code);
    after!.Resources[list].Properties.Code = before?.Resources[list].Properties.Code;
    expect(after).toEqual(before);
  });

  it('takes tokens wherever a text is taken', () => {
    const stack = new Stack(new App(), 'TodoStack');
    create(stack, name, { environment: { REGION: stack.region, LATER: Fn.importValue('later') } });

    Template.fromStack(stack).hasResourceProperties(FUNCTION, {
      Environment: { Variables: { REGION: { Ref: 'AWS::Region' }, LATER: { 'Fn::ImportValue': 'later' } } },
    });
  });

  it('uses what is in another stack, and is used from another stack', () => {
    const uses = { todos: ['dynamodb:Query'], legacy: [] };
    const [first, ...others] = todos.routes;
    runCompiler.mockReturnValue({ ...compiled, manifest: manifestOf({ ...first!, uses }, ...others) });
    const app = new App();
    const data = new Stack(app, 'Data');
    const table = new TableV2(data, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    const resources: Resources = { todos: table, legacy: `https://${table.tableName}.example.com` };
    const stack = new Stack(app, 'TodoStack');
    const api = create(stack, name, { resources });
    const monitoring = new Stack(app, 'Monitoring');
    api
      .functionFor('TodosController.list')
      .metricErrors()
      .createAlarm(monitoring, 'Errors', { threshold: 1, evaluationPeriods: 1 });
    new CfnOutput(monitoring, 'Arn', { value: api.functionFor('TodosController.list').functionArn });

    const { properties } = only(Template.fromStack(stack), FUNCTION, { Description: Match.stringLikeRegexp('create') });
    expect(properties.Environment.Variables.TODOS_NAME).toMatchObject({ 'Fn::ImportValue': expect.any(String) });
    expect(JSON.stringify(properties.Environment.Variables.LEGACY_VALUE)).toContain('Fn::ImportValue');
    expect(JSON.stringify(only(Template.fromStack(stack), 'AWS::IAM::Policy').properties)).toContain('Fn::ImportValue');
    Template.fromStack(monitoring).resourceCountIs('AWS::CloudWatch::Alarm', 1);
  });
});

describe('the gateway', () => {
  it('has metrics to make alarms of, and is reached by escape hatches', () => {
    const stack = new Stack(new App(), 'TodoStack');
    const http = new ControllerHttpApi(stack, 'Http', { controllers });
    const rest = new ControllerRestApi(stack, 'Rest', { controllers });
    http.api.metricServerError().createAlarm(stack, 'HttpErrors', { threshold: 1, evaluationPeriods: 1 });
    rest.stage?.metricServerError().createAlarm(stack, 'RestErrors', { threshold: 1, evaluationPeriods: 1 });
    (http.api.node.defaultChild as CfnResource).addPropertyOverride('Description', 'todos');
    (rest.stage?.node.defaultChild as CfnRestStage).cacheClusterEnabled = true;

    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: '5xx' });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: '5XXError' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { Description: 'todos' });
    template.hasResourceProperties('AWS::ApiGateway::Stage', { CacheClusterEnabled: true });
    expect(Token.isUnresolved(http.url) && Token.isUnresolved(rest.url)).toBe(true);
  });

  it.each(['ControllerHttpApi', 'ControllerRestApi'] as const)(
    'passes requests on to an address of another stack, by its name in resources: %s',
    (name) => {
      const proxied = {
        ...route('LegacyController.get', 'GET', '/legacy/{id}'),
        integration: {
          type: 'http-proxy' as const,
          target: { resource: 'legacy', path: '/v1/{id}' },
          headers: {},
        },
      };
      runCompiler.mockReturnValue({ ...compiled, manifest: { ...manifestOf(proxied), functions: [] } });
      const app = new App();
      const legacy = new HttpApi(new Stack(app, 'Legacy'), 'Api');
      const stack = new Stack(app, 'TodoStack');
      create(stack, name, { resources: { legacy: legacy.apiEndpoint } });

      const text = JSON.stringify(Template.fromStack(stack).toJSON());
      expect(text).toContain('Fn::ImportValue');
      expect(text).toContain('/v1/{id}');
    },
  );
});
