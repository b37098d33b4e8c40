import {
  type HttpRouteIntegrationBindOptions as BindOptions,
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/**
 * The integration of a function with all its routes. CDK's HttpLambdaIntegration is made in the scope of whichever route is bound
 * first, so that its logical id would move with other routes, and makes a permission for each route.
 */
export class FunctionIntegration extends HttpRouteIntegration {
  readonly #scope: Construct;
  readonly #handler: IFunction;

  constructor(scope: Construct, handler: IFunction) {
    super('Integration');
    this.#scope = scope;
    this.#handler = handler;
  }

  override _bindToRoute({ route }: BindOptions): { readonly integrationId: string } {
    return super._bindToRoute({ route, scope: this.#scope });
  }

  bind(_options: BindOptions): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#handler.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}
