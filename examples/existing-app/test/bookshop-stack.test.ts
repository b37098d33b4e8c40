import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BookshopStack } from '../lib/bookshop-stack';
import { BookshopStack as BookshopStackBefore } from '../lib/bookshop-stack-before';

/** A resource of a template, and the properties that are looked at. */
interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly ApiId?: object;
    readonly RouteKey?: string;
    readonly PolicyDocument?: { readonly Statement: readonly { readonly Action: string }[] };
  };
}

/** The resources of a stack in an app of its own, by their logical ids. */
function resourcesOf(createStack: (app: App) => Stack): Record<string, Resource> {
  // The checks of `cdk synth` take seconds, and functions need not be bundled to look at a template.
  process.env.CDK_VALIDATION = 'false';
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(createStack(app)).toJSON().Resources;
}

const before = resourcesOf((app) => new BookshopStackBefore(app, 'BookshopStack'));
const after = resourcesOf((app) => new BookshopStack(app, 'BookshopStack'));
const added = Object.entries(after).filter(([id]) => !(id in before));

describe('BookshopStack', () => {
  it('leaves all that was there as it was', () => {
    expect(Object.keys(before).length).toBeGreaterThan(5);
    for (const [id, resource] of Object.entries(before)) expect(after[id]).toEqual(resource);
  });

  it('adds the routes to the API that was there', () => {
    const routes = added.filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Route');
    const [apiId] = Object.entries(before).find(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api') ?? [];

    expect(added.map(([, { Type }]) => Type)).not.toContain('AWS::ApiGatewayV2::Api');
    expect(routes.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual([
      'GET /books/{id}/reviews',
      'POST /books/{id}/reviews',
    ]);
    for (const [, { Properties }] of routes) expect(Properties.ApiId).toEqual({ Ref: apiId });
  });

  it('lets each new function do one thing to the table', () => {
    const statements = added.flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::IAM::Policy' ? (Properties.PolicyDocument?.Statement ?? []) : [],
    );

    expect(statements.map(({ Action }) => Action).sort()).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  });
});
