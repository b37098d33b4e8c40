/**
 * The environment variable that `resource(name)` reads: `orderEvents` and `arn` are `ORDER_EVENTS_ARN`. The rule is core's, whose
 * modules a CDK app does not load: the compiler has a process of its own.
 */
export const resourceVariable = (name: string, property: 'name' | 'arn' | 'url' | 'value'): string =>
  `${name.replace(/([a-z\d])([A-Z])/g, '$1_$2')}_${property}`.toUpperCase();
