import type { AwsServiceIntegration } from '@gatewright/core/compiler';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { ServiceTarget } from '../integrations/rest-integration.js';
import type { ResourceLike } from '../resources-prop.js';

/** What the gateway's role is for. */
export interface GatewayRoleOptions {
  readonly integration: AwsServiceIntegration;
  readonly target: ServiceTarget;
  readonly resource: ResourceLike;
}

/** Makes the role that the gateway has for one route: it may do one thing, to one resource. */
export function createGatewayRole(scope: Construct, { integration, target, resource }: GatewayRoleOptions): Role {
  const { action } = integration;
  const statement = new PolicyStatement({ actions: [action], resources: [resourceArn(integration, target)] });
  const role = new Role(scope, 'GatewayRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    description: `API Gateway: ${action}`,
    inlinePolicies: { [action.slice(action.indexOf(':') + 1)]: new PolicyDocument({ statements: [statement] }) },
  });
  const key = keyOf(resource);
  if (key !== undefined && !UNKEYED.test(action)) key.grant(role, 'kms:Decrypt', ...(READS.test(action) ? [] : WRITE));
  return role;
}

/** What a policy names is an index or objects where it is not the resource itself. */
function resourceArn({ action, parameters, general }: AwsServiceIntegration, { arn }: ServiceTarget): string {
  if (general) return arn;
  if (action.startsWith('s3:')) return `${arn}/${String(parameters.Prefix ?? '')}*`;
  return parameters.IndexName === undefined ? arn : `${arn}/index/${String(parameters.IndexName)}`;
}

const READS = /:(Get|Query)/;
const WRITE = ['kms:GenerateDataKey'];
/** Services that use the keys of their resources themselves. */
const UNKEYED = /^(states|events):/;

/** The customer's key that a resource is encrypted with. */
function keyOf(resource: ResourceLike): IKey | undefined {
  if (typeof resource === 'string') return undefined;
  const { encryptionKey, encryptionMasterKey, masterKey } = resource as {
    readonly encryptionKey?: IKey;
    readonly encryptionMasterKey?: IKey;
    readonly masterKey?: IKey;
  };
  return encryptionKey ?? encryptionMasterKey ?? masterKey;
}
