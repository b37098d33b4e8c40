import type { HttpApiProps, IDomainName, IHttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { GatewayProps } from './gateway-props.js';

/** What a `ControllerHttpApi` is made from. */
export interface ControllerHttpApiProps extends GatewayProps<IDomainName, IHttpRouteAuthorizer> {
  /**
   * An existing HTTP API to add the routes to, also of another stack; its stage, access logs and throttling stay as they are.
   * @default - a new HTTP API
   */
  readonly api?: IHttpApi;
  /**
   * Other settings of the new HTTP API (name, description, default authorizer); not with `api`.
   * @default - named after the construct's path, with a default stage
   */
  readonly httpApiProps?: HttpApiProps;
  /**
   * Name of the new API's stage; one that is not `$default` is the first part of the API's paths. Not with `api`.
   * @default '$default'
   */
  readonly stageName?: string;
}
