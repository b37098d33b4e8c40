import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { checkFunctionKnown } from './function-known.js';
import type { GatewayPlan } from './plan/gateway-plan.js';
import { refuse } from './problem.js';

/** What all constructs that are made from controllers offer. */
export abstract class ControllerApi extends Construct {
  /** What was planned, as plain data: functions, routes, permissions, stacks and how much of AWS's quotas they use. */
  abstract readonly plan: GatewayPlan;
  /** The functions by id: that of the route, of the controller or `app`, as they are packaged. */
  abstract readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** The aliases through which functions are invoked, by the function's id; those without one are absent. */
  abstract readonly aliases: Readonly<Record<string, Alias>>;

  /**
   * The function that answers a route (`TodosController.create`), or has an id.
   *
   * @throws {Error} with all ids if there is no such route
   */
  functionFor(id: string): LambdaFunction {
    const functionId = this.plan.functions.find((each) => each.routes.includes(id))?.id ?? id;
    const known = [...this.plan.routes, ...this.plan.functions].map((each) => each.id);
    refuse(checkFunctionKnown(`${this.constructor.name} ${this.node.path}`, functionId, [...new Set(known)].sort()));
    return this.functions[functionId] as LambdaFunction;
  }
}
