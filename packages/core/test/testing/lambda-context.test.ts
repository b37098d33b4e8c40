import { lambdaContext } from '../../src/testing/index.js';

describe('lambdaContext', () => {
  it('names the function in its ARN and log group', () => {
    expect(lambdaContext({ functionName: 'todos-list' })).toMatchObject({
      functionName: 'todos-list',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:todos-list',
      logGroupName: '/aws/lambda/todos-list',
    });
  });

  it('counts the remaining milliseconds down, never below zero', () => {
    expect(lambdaContext({ timeout: 10 }).getRemainingTimeInMillis()).toBeGreaterThan(9_000);
    expect(lambdaContext({ timeout: 10 }).getRemainingTimeInMillis()).toBeLessThanOrEqual(10_000);
    expect(lambdaContext({ timeout: 0 }).getRemainingTimeInMillis()).toBe(0);
  });

  it('refuses callbacks', () => {
    expect(() => lambdaContext().done()).toThrow(/return a promise/);
  });

  it('takes overrides', () => {
    expect(lambdaContext({ awsRequestId: 'r1', getRemainingTimeInMillis: () => 5 }).getRemainingTimeInMillis()).toBe(5);
  });
});
