import { resolve } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { compile } from './compiler/compilation.js';
import type { Compilation } from './compiler/request.js';
import type { ControllerHttpApiProps } from './controller-http-api-props.js';
import { readDefaults } from './default-settings.js';
import { checkExclusiveProps } from './exclusive-props.js';
import { checkFunctionKnown } from './function-known.js';
import { type FunctionPlan, planHttpApi } from './plan/http-api.js';
import { problemLine, refuse } from './problem.js';
import { childScope } from './resources/child-scope.js';
import { countIntegrations, countResources } from './resources/count.js';
import { createHandlerFunction, type HandlerFunctionOptions } from './resources/handler-function.js';
import { provideHttpApi } from './resources/http-api.js';
import { createRoute } from './resources/route.js';
import { addWarnings } from './resources/warnings.js';

/**
 * An HTTP API with a route and a Lambda function for each method of an application's controllers.
 *
 * @example
 * const api = new ControllerHttpApi(this, 'Api', { controllers: 'src/**\/*.controller.ts' });
 * table.grantReadData(api.functionFor('TodosController.list'));
 */
export class ControllerHttpApi extends Construct {
  /** The HTTP API: the new one, or the one given. */
  readonly api: IHttpApi;
  /** The function of each route, by the route's id: class name, dot, method name. */
  readonly functions: Readonly<Record<string, LambdaFunction>>;

  constructor(scope: Construct, id: string, props: ControllerHttpApiProps) {
    super(scope, id);
    refuse(checkExclusiveProps(this.where, props));
    const { manifest, warnings, folders } = this.compile(props);

    this.api = provideHttpApi(this, props);
    const plan = planHttpApi(manifest, {
      where: this.where,
      defaults: readDefaults(props),
      integrationsBeside: countIntegrations(this.api),
      resourcesBeside: countResources(this),
    });
    refuse(plan.problems);

    this.functions = Object.fromEntries(
      plan.functions.map((each) => [each.id, this.createFunction(each, { ...props, folder: folders[each.id] })]),
    );
    for (const route of plan.routes) {
      createRoute(childScope(this, route.id), route, { api: this.api, handler: this.functionFor(route.functionId) });
    }
    addWarnings(this, warnings);
  }

  /** URL of the API's default stage; the API's endpoint where it has none. */
  get url(): string {
    return this.api.defaultStage?.url ?? this.api.apiEndpoint;
  }

  /** The function that answers a route, for example `TodosController.create`; throws an error with all ids if there is no such route. */
  functionFor(routeId: string): LambdaFunction {
    refuse(checkFunctionKnown(this.where, routeId, Object.keys(this.functions)));
    return this.functions[routeId] as LambdaFunction;
  }

  /** What messages call this construct. */
  private get where(): string {
    return `ControllerHttpApi ${this.node.path}`;
  }

  private compile({ controllers, application, projectRoot = '', bundling = {} }: ControllerHttpApiProps): Compilation {
    const task = Stack.of(this).bundlingRequired ? 'build' : 'analyze';
    return compile(this, { task, root: resolve(projectRoot), controllers, application, bundling });
  }

  private createFunction({ id, settings, warnings }: FunctionPlan, options: HandlerFunctionOptions): LambdaFunction {
    const scope = childScope(this, id);
    addWarnings(scope, warnings.map(problemLine));
    return createHandlerFunction(scope, settings, options);
  }
}
