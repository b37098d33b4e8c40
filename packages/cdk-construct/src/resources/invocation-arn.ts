import { Fn } from 'aws-cdk-lib';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the variables are CloudFormation's
const LAMBDA = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path';
const WHOLE = `${LAMBDA}/2015-03-31/functions/\${Function}/invocations`;
const STREAMED = `${LAMBDA}/2021-11-15/functions/\${Function}/response-streaming-invocations`;
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the variables are CloudFormation's

/**
 * The ARN by which API Gateway invokes a function, whole or streaming its answer. It is one substitution and not joined of parts, which
 * would take several hundred bytes more of a template, for each route: CloudFormation takes 1 MB.
 */
export const invocationArn = (functionArn: string, streams: boolean): string =>
  Fn.sub(streams ? STREAMED : WHOLE, { Function: functionArn });
