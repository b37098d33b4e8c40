import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TodoStack } from '../cdk/todo-stack';
import { KEY_SCHEMA } from '../local/todo-table';

let template: Template;

beforeAll(() => {
  // The checks of `cdk synth` take seconds, and handlers need not be bundled to look at a template.
  process.env.CDK_VALIDATION = 'false';
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  template = Template.fromStack(new TodoStack(app, 'TodoStack'));
});

describe('TodoStack', () => {
  it('keeps the table, with the keys of the local one, and can restore it to any second', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: KEY_SCHEMA,
        Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
      },
    });
  });

  it.each([
    ['GET /todos', 'Query'],
    ['POST /todos', 'PutItem'],
    ['GET /todos/{id}', 'GetItem'],
    ['PATCH /todos/{id}', 'UpdateItem'],
    ['DELETE /todos/{id}', 'DeleteItem'],
  ])('answers %s', (routeKey) => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: routeKey });
  });

  it('lets each function do one thing to the table', () => {
    const actions = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .map(({ Action }) => Action)
      .filter((action) => String(action).startsWith('dynamodb:'));

    expect(actions.sort()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  });
});
