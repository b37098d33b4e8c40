import {
  type Alias,
  type FunctionUrl,
  FunctionUrlAuthType,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { checkCors } from './check-cors.js';
import { compileControllers } from './compile-controllers.js';
import { ControllerApi } from './controller-api.js';
import type { ControllerFunctionUrlProps } from './controller-function-url-props.js';
import { checkExclusiveProps } from './exclusive-props.js';
import { checkFunctionKnown } from './function-known.js';
import type { GatewayPlan } from './plan/gateway-plan.js';
import { planFor } from './plan-for.js';
import { problemLine, refuse } from './problem.js';
import { createFunctionUrls } from './resources/function-urls.js';
import { aliasesOf, createFunctions, functionsOf } from './resources/functions.js';
import { createStacks } from './resources/stacks.js';
import { addWarnings } from './resources/warnings.js';

/**
 * A Lambda function with a URL that answers all routes of an application's controllers: no gateway, and answers that may stream.
 *
 * @example
 * const app = new ControllerFunctionUrl(this, 'App', { controllers: 'src/**\/*.controller.ts' });
 * new CfnOutput(this, 'Url', { value: app.url });
 */
export class ControllerFunctionUrl extends ControllerApi {
  readonly plan: GatewayPlan;
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  readonly aliases: Readonly<Record<string, Alias>>;
  /** The URLs by the function's id, which is `app` unless controllers are packaged otherwise. */
  readonly functionUrls: Readonly<Record<string, FunctionUrl>>;

  constructor(scope: Construct, id: string, props: ControllerFunctionUrlProps) {
    super(scope, id);
    const where = `ControllerFunctionUrl ${this.node.path}`;
    refuse([...checkExclusiveProps(where, props, []), ...checkCors(where, props.cors, {})]);
    const packaged = { ...props, packaging: props.packaging ?? ('app' as const) };
    const { manifest, warnings, folders } = compileControllers(this, packaged, { frontDoor: 'function-url' });

    const openUrls = props.authType === FunctionUrlAuthType.NONE;
    const plan = planFor(this, manifest, { frontDoor: 'function-url', where, props, openUrls });
    const scopeOf = createStacks(this, plan);
    const functions = createFunctions(this, plan, { props, folders, scopeOf });
    this.functionUrls = createFunctionUrls(plan, { props, functions, scopeOf });
    addWarnings(this, [...warnings, ...plan.warnings.map(problemLine)]);

    this.plan = plan;
    this.functions = functionsOf(functions);
    this.aliases = aliasesOf(functions);
  }

  /**
   * URL of the application, with a slash at its end.
   *
   * @throws {Error} with the ids where there are several functions, each with a URL of its own in `functionUrls`
   */
  get url(): string {
    const ids = Object.keys(this.functionUrls);
    const id = ids.length === 1 ? (ids[0] as string) : 'app';
    refuse(checkFunctionKnown(`ControllerFunctionUrl ${this.node.path}`, id, ids));
    return (this.functionUrls[id] as FunctionUrl).url;
  }
}
