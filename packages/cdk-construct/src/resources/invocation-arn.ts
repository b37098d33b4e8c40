import { Fn } from 'aws-cdk-lib';

/**
 * The ARN by which API Gateway invokes a function, whole or streaming its answer. It is one substitution and not joined of parts, which
 * would take several hundred bytes more of a template, for each route: CloudFormation takes 1 MB.
 */
export function invocationArn(functionArn: string, streams: boolean): string {
  const action = streams
    ? '2021-11-15/functions/${Function}/response-streaming-invocations'
    : '2015-03-31/functions/${Function}/invocations';
  return Fn.sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${action}`, { Function: functionArn });
}
