import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { GatewayPlan } from '../plan/gateway-plan.js';
import type { HandlerFunction } from './handler-function.js';
import type { ScopeOf } from './stacks.js';

/** What permissions connect. */
export interface PermissionsOptions {
  readonly apiId: string;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
}

/** Lets an API invoke the functions, each for what was planned only. */
export function createPermissions(
  scope: IConstruct,
  { permissions }: GatewayPlan,
  { apiId, functions, scopeOf }: PermissionsOptions,
): void {
  for (const { functionId, stack, source } of permissions) {
    const { invoked } = functions.get(functionId) as HandlerFunction;
    invoked.addPermission('Permission', {
      scope: scopeOf(stack, functionId),
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(scope).formatArn({ service: 'execute-api', resource: apiId, resourceName: source }),
    });
  }
}
