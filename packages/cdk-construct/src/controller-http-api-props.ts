import type { RemovalPolicy } from 'aws-cdk-lib';
import type { HttpApiProps, IHttpApi, ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import type { AccessLogOptions } from './access-log-options.js';
import type { BundlingOptions } from './bundling-options.js';
import type { FunctionDefaults } from './function-defaults.js';

/** What a {@link ControllerHttpApi} is made from; the settings of {@link FunctionDefaults} hold for every function. */
export interface ControllerHttpApiProps extends FunctionDefaults {
  /** Globs of the files that declare controllers, relative to `projectRoot`, for example `src/**\/*.controller.ts`. */
  readonly controllers: string | readonly string[];
  /**
   * Path of the module that exports the `@Application` class, relative to `projectRoot`; its middleware and error mappings are every route's.
   * @default - none
   */
  readonly application?: string;
  /**
   * The application's root folder, absolute or relative to the working directory.
   * @default process.cwd() with the CDK command line, the folder of `cdk.json`
   */
  readonly projectRoot?: string;
  /**
   * How the handlers are bundled.
   * @default {} minified, with source maps, everything included
   */
  readonly bundling?: BundlingOptions;
  /**
   * An existing HTTP API to add the routes to, also of another stack; its stage, access logs and throttling stay as they are.
   * @default - a new HTTP API
   */
  readonly api?: IHttpApi;
  /**
   * Settings of the new HTTP API (CORS, domain, name); not with `api`.
   * @default - named after the construct's path, with a default stage, closed to other origins
   */
  readonly httpApiProps?: HttpApiProps;
  /**
   * Access logs of the new HTTP API's default stage, or false for none; not with `api`.
   * @default {} JSON lines in a log group of its own
   */
  readonly accessLogs?: AccessLogOptions | false;
  /**
   * Requests a second (`rateLimit`) and at once (`burstLimit`) that the new HTTP API's default stage lets through; not with `api`.
   * @default { rateLimit: 1000, burstLimit: 500 } one AWS account's own limits are 10000 and 5000 for all of its APIs
   */
  readonly throttle?: ThrottleSettings;
  /**
   * What becomes of the log groups when they leave the stack.
   * @default RemovalPolicy.RETAIN they stay and empty themselves as their retention passes
   */
  readonly removalPolicy?: RemovalPolicy;
}
