import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** What a function's role may do from the beginning. */
export interface LogWriterRoleOptions {
  readonly logGroup: ILogGroup;
  /** Whether the function is in a network. */
  readonly isInVpc: boolean;
}

/**
 * Makes a function's role, which may write to its own log group and nothing else until it is granted more. The policy is inline,
 * because a policy beside the role would be one more resource for each route.
 */
export const createLogWriterRole = (scope: Construct, { logGroup, isInVpc }: LogWriterRoleOptions): Role =>
  new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      WriteLogs: allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
      ...(isInVpc && { JoinNetwork: allow(NETWORK_ACTIONS, '*') }),
    },
  });

/** On every resource, since network interfaces have no names before they are made: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html */
const NETWORK_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

const allow = (actions: string[], resource: string): PolicyDocument =>
  new PolicyDocument({ statements: [new PolicyStatement({ actions, resources: [resource] })] });
