/** Access to resources, as CDK's own constructs grant it. */
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { ResourceLike } from '../resources-prop.js';

/** The grant methods that a level stands for; a construct has at most one of them. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  read: ['grantReadData', 'grantRead'],
  write: ['grantWriteData', 'grantWrite'],
  readWrite: ['grantReadWriteData', 'grantReadWrite'],
  send: ['grantSendMessages'],
  consume: ['grantConsumeMessages'],
  publish: ['grantPublish'],
  put: ['grantPutEventsTo', 'grantPutEvents', 'grantPutRecords', 'grantPut'],
  delete: ['grantDelete'],
  invoke: ['grantInvoke'],
  start: ['grantStartExecution'],
  startSync: ['grantStartSyncExecution'],
  encrypt: ['grantEncrypt'],
  decrypt: ['grantDecrypt'],
};

/** Of the key of a resource, which needs to be told actions; the grants of the resource itself call it. */
const ON_KEY = 'grantOnKey';

/** Lets a function do something. */
export type GrantTo = (grantee: IGrantable) => Grant;

/** How access to a resource is granted: by a method of its construct, or of a single action; undefined where it has no such grant. */
export function findGrant(resource: ResourceLike, access: string): GrantTo | undefined {
  if (access.includes(':')) {
    const grant = methodOf(resource, 'grant');
    return grant && ((grantee) => grant(grantee, access));
  }
  const names = Object.hasOwn(LEVELS, access) ? (LEVELS[access] as readonly string[]) : [access];
  // grantPrincipal and the like are no methods
  return names
    .filter((name) => name.startsWith('grant'))
    .map((name) => methodOf(resource, name))
    .find((method) => method !== undefined);
}

/** The access that a resource can be given, sorted: levels where there is one, else its methods' names. */
export function accessOf(resource: ResourceLike): string[] {
  const methods = methodNames(resource).filter((name) => /^grant[A-Z]/.test(name) && name !== ON_KEY);
  const levels = Object.keys(LEVELS).filter((level) => findGrant(resource, level) !== undefined);
  const named = new Set(levels.flatMap((level) => LEVELS[level] ?? []));
  return [...new Set([...levels, ...methods.filter((name) => !named.has(name))])].sort();
}

function methodOf(resource: ResourceLike, name: string): ((...given: unknown[]) => Grant) | undefined {
  const method: unknown = typeof resource === 'string' ? undefined : Reflect.get(resource, name);
  return typeof method === 'function' ? (...given) => method.apply(resource, given) : undefined;
}

function methodNames(resource: ResourceLike): string[] {
  const names = new Set<string>();
  for (let owner: unknown = Object(resource); owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner))
    for (const name of Object.getOwnPropertyNames(owner)) if (methodOf(resource, name) !== undefined) names.add(name);
  return [...names];
}
