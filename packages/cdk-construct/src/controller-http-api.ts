import type { IHttpApi, IHttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { authorizationOf, countHttpAuthorizers } from './authorization-options.js';
import { checkCors } from './check-cors.js';
import { compileControllers } from './compile-controllers.js';
import { ControllerApi } from './controller-api.js';
import type { ControllerHttpApiProps } from './controller-http-api-props.js';
import { checkExclusiveProps } from './exclusive-props.js';
import type { GatewayPlan } from './plan/gateway-plan.js';
import { planFor } from './plan-for.js';
import { problemLine, refuse } from './problem.js';
import { countIntegrations } from './resources/count.js';
import { aliasesOf, createFunctions, functionsOf } from './resources/functions.js';
import { provideHttpApi } from './resources/http-api.js';
import { createHttpRoutes, throttleRoutes } from './resources/http-routes.js';
import { createHttpAuthorizers } from './resources/own-authorizers.js';
import { createPermissions } from './resources/permissions.js';
import { createStacks } from './resources/stacks.js';
import { addWarnings } from './resources/warnings.js';

/**
 * An HTTP API with the routes of an application's controllers, and the Lambda functions that answer them.
 *
 * @example
 * const api = new ControllerHttpApi(this, 'Api', { controllers: 'src/**\/*.controller.ts' });
 * table.grantReadData(api.functionFor('TodosController.list'));
 */
export class ControllerHttpApi extends ControllerApi {
  /** The HTTP API: the new one, or the one given. */
  readonly api: IHttpApi;
  /** The stage at which it is called; absent for an API that was imported. */
  readonly stage: IHttpStage | undefined;
  readonly plan: GatewayPlan;
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  readonly aliases: Readonly<Record<string, Alias>>;

  constructor(scope: Construct, id: string, props: ControllerHttpApiProps) {
    super(scope, id);
    const where = `ControllerHttpApi ${this.node.path}`;
    refuse([...checkExclusiveProps(where, props, ['httpApiProps', 'stageName']), ...checkCors(where, props.cors, {})]);
    const { manifest, warnings, folders } = compileControllers(this, props, { frontDoor: 'http-api' });

    const { api, stage } = provideHttpApi(this, props);
    const integrationsBeside = countIntegrations(api);
    const plan = planFor(this, manifest, {
      frontDoor: 'http-api',
      where,
      props,
      existing: props.api !== undefined,
      authorization: authorizationOf(props, { scopedBy: 'JWT', hasApiDefault: api.defaultAuthorizer !== undefined }),
      resourcesToCome: countHttpAuthorizers(props),
      integrationsBeside,
    });
    const scopeOf = createStacks(this, plan);
    const functions = createFunctions(this, plan, { props, folders, scopeOf });
    const authorizers = { ...props.authorizers, ...createHttpAuthorizers(plan, { api, functions, scopeOf }) };
    const { resources = {} } = props;
    const routes = createHttpRoutes(plan, { api, functions, scopeOf, authorizers, resources });
    if (props.api === undefined && stage !== undefined) throttleRoutes(stage, plan, routes);
    createPermissions(this, plan, { apiId: api.apiId, functions, scopeOf });
    addWarnings(this, [...warnings, ...plan.warnings.map(problemLine)]);

    this.api = api;
    this.stage = stage;
    this.plan = plan;
    this.functions = functionsOf(functions);
    this.aliases = aliasesOf(functions);
  }

  /** URL of the stage; the API's endpoint where none is known. */
  get url(): string {
    return this.stage?.url ?? this.api.apiEndpoint;
  }
}
