import { Arn, ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ServiceTarget } from '../integrations/rest-integration.js';
import type { ResourceLike } from '../resources-prop.js';

/** How a service's resources are told from others, and what their ARNs look like. */
interface ResourceKind {
  /** As messages call it. */
  readonly what: string;
  readonly arn: string;
  readonly name: string;
  readonly format: ArnFormat;
}

const KINDS: Readonly<Record<string, ResourceKind>> = {
  sqs: { what: 'a queue', arn: 'queueArn', name: 'queueName', format: ArnFormat.NO_RESOURCE_NAME },
  sns: { what: 'a topic', arn: 'topicArn', name: 'topicName', format: ArnFormat.NO_RESOURCE_NAME },
  kinesis: { what: 'a stream', arn: 'streamArn', name: 'streamName', format: ArnFormat.SLASH_RESOURCE_NAME },
  events: { what: 'an event bus', arn: 'eventBusArn', name: 'eventBusName', format: ArnFormat.SLASH_RESOURCE_NAME },
  states: {
    what: 'a state machine',
    arn: 'stateMachineArn',
    name: 'stateMachineName',
    format: ArnFormat.COLON_RESOURCE_NAME,
  },
  dynamodb: { what: 'a table', arn: 'tableArn', name: 'tableName', format: ArnFormat.SLASH_RESOURCE_NAME },
  s3: { what: 'a bucket', arn: 'bucketArn', name: 'bucketName', format: ArnFormat.NO_RESOURCE_NAME },
};

/** The kind of resource that an action is for; undefined for services that are not known here. */
export const kindOf = (action: string): ResourceKind | undefined => KINDS[action.slice(0, action.indexOf(':'))];

/** ARN and name of the resource that an action is for, and where it is. */
export function resourceTarget(scope: IConstruct, action: string, resource: ResourceLike): ServiceTarget {
  const { partition, region, urlSuffix, account: own } = Stack.of(scope);
  // what has none was refused
  const arn = arnOf(action, resource) as string;
  const kind = kindOf(action);
  const parts = Arn.split(arn, kind?.format ?? ArnFormat.SLASH_RESOURCE_NAME);
  const name = propertyOf(resource, kind?.name ?? '') ?? parts.resourceName ?? parts.resource;
  return { arn, name, account: parts.account ?? own, partition, region, urlSuffix };
}

/** The address of a resource: a text, or what a construct has; undefined where it has none. */
export function urlOf(resource: ResourceLike): string | undefined {
  const url = typeof resource === 'string' ? resource : propertyOf(resource, 'url');
  if (url !== undefined && (Token.isUnresolved(url) || /^https?:\/\//.test(url))) return url;
  const dns = propertyOf(resource, 'loadBalancerDnsName');
  return dns === undefined ? undefined : `http://${dns}`;
}

/** The ARN of a resource that an action is for; undefined where it is of another kind. */
export function arnOf(action: string, resource: ResourceLike): string | undefined {
  const kind = kindOf(action);
  const arn = typeof resource === 'string' ? resource : kind ? propertyOf(resource, kind.arn) : anyArn(resource);
  return arn !== undefined && (Token.isUnresolved(arn) || arn.startsWith('arn:')) ? arn : undefined;
}

/** The first property of a construct that is an ARN. */
const anyArn = (resource: IConstruct): string | undefined =>
  Object.keys(resource)
    .filter((name) => /^[a-z][A-Za-z]*Arn$/.test(name))
    .map((name) => propertyOf(resource, name))
    .find((arn) => arn !== undefined);

const propertyOf = (resource: ResourceLike, name: string): string | undefined => {
  const value = typeof resource === 'string' ? undefined : (resource as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};
