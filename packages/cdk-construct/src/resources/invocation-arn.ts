import { type IResolveContext, Lazy, Token } from 'aws-cdk-lib';

// biome-ignore lint/suspicious/noTemplateCurlyInString: the variables are CloudFormation's
const LAMBDA = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path';

const whole = (arn: string) => `${LAMBDA}/2015-03-31/functions/${arn}/invocations`;
const streamed = (arn: string) => `${LAMBDA}/2021-11-15/functions/${arn}/response-streaming-invocations`;

/**
 * The ARN by which API Gateway invokes a function, whole or streaming its answer. It is one text that CloudFormation puts the values into and
 * not joined of parts, which would take several hundred bytes more of a template, for each route: CloudFormation takes 1 MB.
 */
export const invocationArn = (functionArn: string, streams: boolean): string => {
  const write = streams ? streamed : whole;
  // what a token becomes in a template is known only there
  const produce = (context: IResolveContext) => substitution(write, context.resolve(functionArn));
  return Token.asString(Lazy.uncachedAny({ produce }));
};

interface Reference {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly string[];
}

/** `Fn::Sub` of a text that names what it refers to; an ARN that is no plain reference has a variable of its own. */
function substitution(write: (arn: string) => string, arn: Reference): object {
  const name = arn.Ref ?? arn['Fn::GetAtt']?.join('.');
  return name === undefined ? { 'Fn::Sub': [write(VARIABLE), { Function: arn }] } : { 'Fn::Sub': write(`\${${name}}`) };
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the variable is CloudFormation's
const VARIABLE = '${Function}';
