import { App, Duration, Size, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ApplicationLogLevel, LayerVersion, LoggingFormat, SystemLogLevel, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ControllerHttpApiProps } from '../src/index.js';
import { manifestOf, route, todos } from './manifest.js';
import { ControllerHttpApi, compiled, controllers, FUNCTION, ofCreate, ofList, runCompiler } from './synthesis.js';

/** A stack with one API, whose settings may refer to what else is in the stack. */
function synthesise(props: (stack: Stack) => Partial<ControllerHttpApiProps>, manifest = todos) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App(), 'TodoStack');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, ...props(stack) });
  return { api, template: Template.fromStack(stack) };
}

describe('settings of functions', () => {
  it('are those of all functions, of @Lambda, of settingsFor and of configureFunction, in this order', () => {
    const { template } = synthesise(() => ({
      memorySize: 128,
      timeout: Duration.seconds(1),
      settingsFor: ({ id }) => (id === 'TodosController.create' ? { memorySize: 1024 } : undefined),
      configureFunction: (fn, { routes }) => fn.addEnvironment('ROUTES', routes.join()),
    }));

    template.hasResourceProperties(FUNCTION, {
      ...ofCreate,
      MemorySize: 1024,
      Timeout: 20,
      Environment: { Variables: { ROUTES: 'TodosController.create', TABLE: 'own', MODE: 'w' } },
    });
    template.hasResourceProperties(FUNCTION, { ...ofList, MemorySize: 128, Timeout: 1 });
  });

  it('put functions into a network, behind one security group', () => {
    const { template } = synthesise((stack) => ({ vpc: new Vpc(stack, 'Vpc') }));

    template.resourceCountIs('AWS::EC2::SecurityGroup', 1);
    template.allResourcesProperties(FUNCTION, {
      VpcConfig: { SecurityGroupIds: [Match.anyValue()], SubnetIds: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: Match.arrayWith([Match.objectLike({ PolicyName: 'JoinNetwork' })]),
    });
  });

  it('put single functions into a network', () => {
    const { template } = synthesise((stack) => {
      const vpc = new Vpc(stack, 'Vpc');
      return { settingsFor: ({ id }) => (id.endsWith('list') ? { vpc } : {}) };
    });

    template.hasResourceProperties(FUNCTION, { ...ofList, VpcConfig: Match.anyValue() });
    template.hasResourceProperties(FUNCTION, { ...ofCreate, VpcConfig: Match.absent() });
  });

  it('take layers, a key, a queue, logs as text and of a level', () => {
    const { template, api } = synthesise((stack) => ({
      layers: [LayerVersion.fromLayerVersionArn(stack, 'Layer', 'arn:aws:lambda:eu-west-1:111122223333:layer:a:1')],
      environment: { A: 'b' },
      environmentEncryption: new Key(stack, 'Key'),
      deadLetterQueue: new Queue(stack, 'Queue'),
      logLevel: ApplicationLogLevel.WARN,
      systemLogLevel: SystemLogLevel.WARN,
      reservedConcurrentExecutions: 5,
    }));

    template.allResourcesProperties(FUNCTION, {
      Layers: ['arn:aws:lambda:eu-west-1:111122223333:layer:a:1'],
      KmsKeyArn: Match.anyValue(),
      DeadLetterConfig: Match.anyValue(),
      LoggingConfig: Match.objectLike({ ApplicationLogLevel: 'WARN', SystemLogLevel: 'WARN' }),
      ReservedConcurrentExecutions: 5,
    });
    expect(api.plan.stacks[0]?.resources).toBe(Object.keys(template.toJSON().Resources).length - 3 + 1);
    synthesise(() => ({ loggingFormat: LoggingFormat.TEXT })).template.allResourcesProperties(FUNCTION, {
      LoggingConfig: Match.objectLike({ LogFormat: 'Text' }),
    });
  });

  it('of @Lambda include level and retention of logs, tracing and storage', () => {
    const own = route('TodosController.list', 'GET', '/todos', {
      logLevel: 'ERROR',
      logRetentionDays: 7,
      tracing: true,
      ephemeralStorageSize: 1024,
    });
    const { template } = synthesise(() => ({ logRetention: RetentionDays.ONE_YEAR }), manifestOf(own));

    template.hasResourceProperties(FUNCTION, {
      LoggingConfig: Match.objectLike({ ApplicationLogLevel: 'ERROR' }),
      TracingConfig: { Mode: 'Active' },
      EphemeralStorage: { Size: 1024 },
    });
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { RetentionInDays: 7 }, 1);
  });

  it('pass traces on where asked', () => {
    const { template } = synthesise(() => ({ tracing: Tracing.PASS_THROUGH, ephemeralStorageSize: Size.gibibytes(1) }));

    template.allResourcesProperties(FUNCTION, { TracingConfig: { Mode: 'PassThrough' } });
  });

  it('share a role and a log group, which leaves four resources for a route', () => {
    const { template, api } = synthesise((stack) => ({
      role: new Role(stack, 'Shared', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      logGroup: new LogGroup(stack, 'Logs'),
    }));

    template.resourceCountIs('AWS::IAM::Role', 1);
    expect(api.plan.stacks[0]?.resources).toBe(3 + 2 * 4);
    template.allResourcesProperties(FUNCTION, { Role: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Shared'), 'Arn'] } });
  });

  it('refuse a retention for a log group that exists', () => {
    expect(() =>
      synthesise((stack) => ({ logGroup: new LogGroup(stack, 'Logs'), logRetention: RetentionDays.ONE_DAY })),
    ).toThrow(/"logRetention" has no effect on an existing resource, given as "logGroup".*\[PROPS_EXCLUSIVE\]$/);
  });

  it('have the API invoke an alias where environments are kept ready', () => {
    const ready = route('TodosController.list', 'GET', '/todos', { provisionedConcurrentExecutions: 3 });
    const { template, api } = synthesise(() => ({}), manifestOf(ready, todos.routes[0] as typeof ready));

    template.hasResourceProperties('AWS::Lambda::Alias', {
      Name: 'live',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 3 },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationUri: { Ref: Match.stringLikeRegexp('Alias') },
    });
    expect(Object.keys(api.aliases)).toEqual(['TodosController.list']);
    expect(api.plan.stacks[0]?.resources).toBe(Object.keys(template.toJSON().Resources).length);
  });

  it('publish every change under an alias where one is named', () => {
    const { api, template } = synthesise(() => ({ alias: 'stable' }));

    template.resourcePropertiesCountIs('AWS::Lambda::Alias', { Name: 'stable' }, 2);
    expect(Object.keys(api.aliases)).toEqual(['TodosController.create', 'TodosController.list']);
  });
});

describe('configureFunction', () => {
  it('may set alarms', () => {
    const { template } = synthesise(() => ({
      configureFunction: (fn) => fn.metricErrors().createAlarm(fn, 'Errors', { threshold: 1, evaluationPeriods: 1 }),
    }));

    template.resourceCountIs('AWS::CloudWatch::Alarm', 2);
  });
});
