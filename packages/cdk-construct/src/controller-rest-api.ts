import type { IRestApi, Stage } from 'aws-cdk-lib/aws-apigateway';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { authorizationOf } from './authorization-options.js';
import { checkCors } from './check-cors.js';
import { compileControllers } from './compile-controllers.js';
import { ControllerApi } from './controller-api.js';
import type { ControllerRestApiProps } from './controller-rest-api-props.js';
import { corsAnswers } from './cors-defaults.js';
import { checkExclusiveProps } from './exclusive-props.js';
import type { GatewayPlan } from './plan/gateway-plan.js';
import { planFor } from './plan-for.js';
import { problemLine, refuse } from './problem.js';
import { aliasesOf, createFunctions, functionsOf } from './resources/functions.js';
import { createPermissions } from './resources/permissions.js';
import { provideRestApi, restApiResources } from './resources/provide-rest-api.js';
import { checkRestAuthorizers, hasRestDefault } from './resources/rest-authorizers.js';
import { createStacks } from './resources/stacks.js';
import { addWarnings } from './resources/warnings.js';

/**
 * A REST API with the routes of an application's controllers, and the Lambda functions that answer them.
 *
 * @example
 * const api = new ControllerRestApi(this, 'Api', { controllers: 'src/**\/*.controller.ts' });
 * table.grantReadData(api.functionFor('TodosController.list'));
 */
export class ControllerRestApi extends ControllerApi {
  /** The REST API: the new one, or the one given. */
  readonly api: IRestApi;
  readonly plan: GatewayPlan;
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  readonly aliases: Readonly<Record<string, Alias>>;

  constructor(scope: Construct, id: string, props: ControllerRestApiProps) {
    super(scope, id);
    const where = `ControllerRestApi ${this.node.path}`;
    const own = ['restApiProps', 'binaryMediaTypes', 'minCompressionSize', 'tracingEnabled', 'requestModels'] as const;
    refuse([...checkExclusiveProps(where, props, own), ...checkCors(where, props.cors, { isBundled: true })]);
    const { manifest, warnings, folders } = compileControllers(this, props, {
      frontDoor: 'rest-api',
      ...(props.cors && { cors: corsAnswers(props.cors) }),
    });

    const plan = planFor(this, manifest, {
      frontDoor: 'rest-api',
      where,
      props,
      existing: props.api !== undefined,
      authorization: authorizationOf(props, {
        scopedBy: 'COGNITO_USER_POOLS',
        hasApiDefault: hasRestDefault(this, props.api),
      }),
      resourcesToCome: restApiResources(this, props),
    });
    if (props.api === undefined) refuse(checkRestAuthorizers(where, props.authorizers ?? {}));
    const scopeOf = createStacks(this, plan);
    const functions = createFunctions(this, plan, { props, folders, scopeOf });
    this.api = provideRestApi(this, plan, { props, manifest, functions, scopeOf });
    createPermissions(this, plan, { apiId: this.api.restApiId, functions, scopeOf });
    addWarnings(this, [...warnings, ...plan.warnings.map(problemLine)]);

    this.plan = plan;
    this.functions = functionsOf(functions);
    this.aliases = aliasesOf(functions);
  }

  /** The stage at which the API is called; absent for an API that was imported. */
  get stage(): Stage | undefined {
    return this.api.deploymentStage;
  }

  /**
   * URL of the stage, with a slash at its end.
   *
   * @throws {Error} when the API was imported, whose stage is not known
   */
  get url(): string {
    if (this.stage === undefined)
      throw new Error(
        problemLine({
          code: 'STAGE_UNKNOWN',
          where: `ControllerRestApi ${this.node.path}`,
          message: 'the stage of an imported REST API is not known; make the URL from its id, region and stage',
        }),
      );
    return this.stage.urlForPath('/');
  }
}
