import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { FunctionDefaults } from '../function-defaults.js';

/** The network settings of functions; those without a security group share a new one, where CDK would make one for each. */
export function provideNetwork(
  scope: Construct,
  { vpc, vpcSubnets, securityGroups }: FunctionDefaults,
): Pick<FunctionDefaults, 'vpc' | 'vpcSubnets' | 'securityGroups'> {
  if (vpc === undefined) return {};
  return { vpc, vpcSubnets, securityGroups: securityGroups ?? [sharedSecurityGroup(scope, vpc)] };
}

const sharedSecurityGroup = (scope: Construct, vpc: NonNullable<FunctionDefaults['vpc']>): SecurityGroup => {
  const id = `SecurityGroup${vpc.node.addr}`;
  const found = scope.node.tryFindChild(id) as SecurityGroup | undefined;
  return found ?? new SecurityGroup(scope, id, { vpc, description: `Functions of ${scope.node.path}` });
};
