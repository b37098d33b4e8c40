import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The ARN by which API Gateway invokes a function, whole or streaming its answer. */
export function invocationArn(scope: IConstruct, functionArn: string, streams: boolean): string {
  const { partition, region } = Stack.of(scope);
  const action = streams
    ? `2021-11-15/functions/${functionArn}/response-streaming-invocations`
    : `2015-03-31/functions/${functionArn}/invocations`;
  return `arn:${partition}:apigateway:${region}:lambda:path/${action}`;
}
