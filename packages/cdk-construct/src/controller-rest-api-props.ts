import type { Size } from 'aws-cdk-lib';
import type { Authorizer, IDomainName, IRestApi, SpecRestApiProps } from 'aws-cdk-lib/aws-apigateway';
import type { GatewayProps } from './gateway-props.js';

/** What a `ControllerRestApi` is made from. */
export interface ControllerRestApiProps extends GatewayProps<IDomainName, Authorizer> {
  /**
   * An existing REST API to add the routes to, also of another stack; all but its routes stays as it is.
   * @default - a new REST API
   */
  readonly api?: IRestApi;
  /**
   * Other settings of the new REST API (name, endpoint, resource policy, stage); not with `api`.
   * @default - regional, named after the construct's path
   */
  readonly restApiProps?: Omit<SpecRestApiProps, 'apiDefinition'>;
  /**
   * Name of the stage, the first part of the API's paths. With an `api` of another stack, the stage that is deployed.
   * @default 'prod'; the stage that `api` knows
   */
  readonly stageName?: string;
  /**
   * Media types whose bodies are bytes, `*\/*` for all; not with `api`.
   * @default - what the routes take as files and bytes; all where a route answers with bytes or compresses its answers
   */
  readonly binaryMediaTypes?: readonly string[];
  /**
   * Whether the gateway checks JSON bodies against models made of the DTOs, so that no function is paid for bodies that it refuses. It refuses
   * none that a handler takes; routes with middleware or `@Catch` of the application's are left to these.
   * @default true; an existing `api` checks nothing
   */
  readonly requestModels?: boolean;
  /**
   * Size of an answer from which the gateway compresses it, where the caller takes that; not with `api`.
   * @default - never
   */
  readonly minCompressionSize?: Size;
  /**
   * Whether AWS X-Ray traces requests from the gateway on; not with `api`. `tracing` is for the functions.
   * @default false
   */
  readonly tracingEnabled?: boolean;
}
