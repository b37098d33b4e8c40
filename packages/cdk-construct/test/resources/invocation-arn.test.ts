import { App, type CfnElement, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { invocationArn } from '../../src/resources/invocation-arn.js';

describe('invocationArn', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const functionIn = (scope: Stack) =>
    new LambdaFunction(scope, 'Own', { runtime: Runtime.NODEJS_24_X, handler: 'x', code: Code.fromInline('x') });
  const own = functionIn(stack);
  const region = ['arn:$', '{AWS::Partition}:apigateway:$', '{AWS::Region}:lambda:path'].join('');

  it('is one text, which names the function', () => {
    const id = stack.getLogicalId(own.node.defaultChild as CfnElement);

    expect(stack.resolve(invocationArn(own.functionArn, false))).toEqual({
      'Fn::Sub': `${region}/2015-03-31/functions/\${${id}.Arn}/invocations`,
    });
    expect(stack.resolve(invocationArn(own.functionArn, true))).toEqual({
      'Fn::Sub': `${region}/2021-11-15/functions/\${${id}.Arn}/response-streaming-invocations`,
    });
  });

  it('names an alias by its reference', () => {
    const alias = own.addAlias('live');

    expect(JSON.stringify(stack.resolve(invocationArn(alias.functionArn, false)))).toMatch(
      /functions\/\$\{OwnAliaslive\w+\}\/invocations/,
    );
  });

  it('has a variable for what is no plain reference', () => {
    const imported = LambdaFunction.fromFunctionName(stack, 'Imported', 'todos').functionArn;
    const found = stack.resolve(invocationArn(imported, false));

    expect(found['Fn::Sub']).toEqual([
      `${region}/2015-03-31/functions/\${Function}/invocations`,
      { Function: stack.resolve(imported) },
    ]);
  });
});
