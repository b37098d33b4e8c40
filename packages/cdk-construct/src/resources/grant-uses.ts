import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { FunctionPlan } from '../plan/gateway-plan.js';
import type { ResourceLike, Resources } from '../resources-prop.js';
import { findGrant } from './access.js';
import { resourceVariables } from './resource-variables.js';

/** Lets a function do with resources what was planned, and tells it their names; a variable that is set already stays as it is. */
export function grantUses(fn: LambdaFunction, { uses, settings }: FunctionPlan, resources: Resources): void {
  for (const [name, access] of Object.entries(uses)) {
    const resource = resources[name] as ResourceLike;
    for (const each of access) findGrant(resource, each)?.(fn);
    for (const [variable, value] of Object.entries(resourceVariables(name, resource)))
      if (!Object.hasOwn(settings.environment, variable)) fn.addEnvironment(variable, value);
  }
}
