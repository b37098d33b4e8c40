import { NestedStack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type GatewayPlan, OWN_STACK } from '../plan/gateway-plan.js';

/** Finds the construct that holds what is made for a function or a route, in the stack where it was planned. */
export type ScopeOf = (stack: string, id: string) => Construct;

/** Makes the nested stacks of a plan. */
export function createStacks(scope: Construct, { stacks }: GatewayPlan): ScopeOf {
  const scopes = new Map(stacks.map(({ id }) => [id, id === OWN_STACK ? scope : createStack(scope, id)]));
  return (stack, id) => childScope(scopes.get(stack) as Construct, id);
}

// no function or route has an id with a hyphen, as a controller's function has the controller's name
const createStack = (scope: Construct, controller: string): NestedStack =>
  new NestedStack(scope, `Stack-${controller}`, { description: `Functions of ${controller}` });

/** The child of a construct for a function or a route; a function and its one route share it. */
function childScope(scope: Construct, name: string): Construct {
  // the functions of a controller have its name, which may be that of something else in the construct
  const id = OWN_IDS.has(name) ? `Controller-${name}` : name;
  return (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
}

/** Ids of what constructs make beside functions and routes. */
const OWN_IDS = new Set('AccessLogs BasePathMapping Deployment Domain HttpApi RestApi Stage'.split(' '));
