import { Match } from 'aws-cdk-lib/assertions';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { controllers, FUNCTION, ofCreate, ofList, only, runCompiler, synthesise } from './synthesis.js';

describe('ControllerHttpApi by default', () => {
  const { template, api, stack } = synthesise();

  it('makes six resources for each route, and three for the API', () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );

    expect(types.sort()).toEqual(
      [
        'AWS::ApiGatewayV2::Api',
        'AWS::ApiGatewayV2::Stage',
        'AWS::Logs::LogGroup',
        ...[FUNCTION, 'AWS::IAM::Role', 'AWS::Logs::LogGroup', 'AWS::Lambda::Permission'],
        ...[FUNCTION, 'AWS::IAM::Role', 'AWS::Logs::LogGroup', 'AWS::Lambda::Permission'],
        ...['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Route'],
        ...['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Route'],
      ].sort(),
    );
  });

  it('connects each route to its function', () => {
    const handler = only(template, FUNCTION, ofCreate).logicalId;
    const arn = { 'Fn::GetAtt': [handler, 'Arn'] };
    const integration = only(template, 'AWS::ApiGatewayV2::Integration', { IntegrationUri: arn });

    expect(integration.properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'POST /todos',
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: integration.logicalId }]] },
    });
  });

  it('lets the API invoke a function for its route only', () => {
    const permission = only(template, 'AWS::Lambda::Permission', {
      FunctionName: { 'Fn::GetAtt': [only(template, FUNCTION, ofCreate).logicalId, 'Arn'] },
      Principal: 'apigateway.amazonaws.com',
    });

    expect(JSON.stringify(permission.properties.SourceArn)).toContain('/*/*/todos');
  });

  it('runs handlers on Node.js 24, arm64, with explicit memory, time and JSON logs', () => {
    template.hasResourceProperties(FUNCTION, {
      ...ofList,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: 10,
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      Environment: Match.absent(),
      TracingConfig: Match.absent(),
      EphemeralStorage: Match.absent(),
    });
  });

  it('deploys the folder of each handler, under its hash', () => {
    const { S3Key: create } = only(template, FUNCTION, ofCreate).properties.Code;
    const { S3Key: list } = only(template, FUNCTION, ofList).properties.Code;

    expect(create).toMatch(/\.zip$/);
    expect(create).not.toBe(list);
  });

  it('allows a function to write to its own log group and nothing else', () => {
    const { Role, LoggingConfig } = only(template, FUNCTION, ofCreate).properties;
    const role = template.findResources('AWS::IAM::Role')[Role['Fn::GetAtt'][0]]?.Properties;

    expect(role).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
      Policies: [
        {
          PolicyName: 'WriteLogs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Effect: 'Allow',
                Resource: { 'Fn::GetAtt': [LoggingConfig.LogGroup.Ref, 'Arn'] },
              },
            ],
          },
        },
      ],
    });
  });

  it('keeps all logs for three months, and the log groups', () => {
    template.allResources('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 90 },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('throttles the default stage and writes JSON access logs', () => {
    const stage = only(template, 'AWS::ApiGatewayV2::Stage').properties;

    expect(stage).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 500 },
      AccessLogSettings: { DestinationArn: { 'Fn::GetAtt': [expect.stringMatching('AccessLogs'), 'Arn'] } },
    });
    expect(JSON.parse(stage.AccessLogSettings.Format)).toMatchObject({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
    });
  });

  it('names the API after its place in the app', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { Name: 'TodoStack-Api', ProtocolType: 'HTTP' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
  });

  it('gives the functions by id, the API and its url', () => {
    expect(Object.keys(api.functions)).toEqual(['TodosController.create', 'TodosController.list']);
    expect(api.functionFor('TodosController.list')).toBe(api.functions['TodosController.list']);
    expect(api.api).toBeInstanceOf(HttpApi);
    expect(JSON.stringify(stack.resolve(api.url))).toContain('.execute-api.');
  });

  it('asks for the handlers of the project in the working directory', () => {
    synthesise();

    expect(runCompiler).toHaveBeenCalledWith({
      task: 'build',
      root: process.cwd(),
      controllers,
      bundling: {},
      frontDoor: 'http-api',
    });
  });
});
