import type { ResourceLike } from '../resources-prop.js';
import { resourceVariable } from './resource-variable.js';

/** What CDK's constructs call their kind in `tableName`, `tableArn`, `queueUrl`. */
const KINDS = [
  ...['table', 'bucket', 'queue', 'topic', 'eventBus', 'stateMachine', 'activity', 'secret', 'parameter', 'function'],
  ...[
    'stream',
    'deliveryStream',
    'logGroup',
    'cluster',
    'repository',
    'project',
    'schedule',
    'userPool',
    'key',
    'rule',
  ],
];

const PROPERTIES = { name: 'Name', arn: 'Arn', url: 'Url' } as const;

/** The environment variables that `resource(name)` reads: name, ARN and URL as far as the construct has them; a text is its value. */
export function resourceVariables(name: string, resource: ResourceLike): Record<string, string> {
  if (typeof resource === 'string') return { [resourceVariable(name, 'value')]: resource };
  const properties = Object.keys(PROPERTIES) as (keyof typeof PROPERTIES)[];
  return Object.fromEntries(
    properties.flatMap((property) => {
      const value = KINDS.map((kind): unknown => Reflect.get(resource, `${kind}${PROPERTIES[property]}`)).find(
        (each) => typeof each === 'string',
      );
      return typeof value === 'string' ? [[resourceVariable(name, property), value] as const] : [];
    }),
  );
}
