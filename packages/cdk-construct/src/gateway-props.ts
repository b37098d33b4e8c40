import type { AccessLogOptions } from './access-log-options.js';
import type { ControllerApiProps } from './controller-api-props.js';
import type { CorsOptions } from './cors-options.js';
import type { DomainOptions } from './domain-options.js';

/** Requests that a stage lets through, for all callers together. */
export interface ThrottleOptions {
  /**
   * Requests a second, over time.
   * @default 1000
   */
  readonly rateLimit?: number;
  /**
   * Requests at once.
   * @default 500
   */
  readonly burstLimit?: number;
}

/** What HTTP and REST APIs have in common. */
export interface GatewayProps<TDomainName, TAuthorizer = unknown> extends ControllerApiProps {
  /**
   * Authorizers, by the names that `@Authorize` has for them; those of `@Authorizer` methods are there without it.
   * @default {} none
   */
  readonly authorizers?: Readonly<Record<string, TAuthorizer>>;
  /**
   * Which of the authorizers lets callers through to routes that have neither `@Authorize` nor `@Public`; `iam` for callers with AWS
   * credentials.
   * @default - none: such routes are open, and listed in a warning
   */
  readonly defaultAuthorizer?: string;
  /**
   * Whether routes that are open without `@Public` are errors.
   * @default false they are listed in a warning
   */
  readonly requireAuthorizer?: boolean;
  /**
   * Access logs of the new API's stage, or false for none; not with `api`.
   * @default {} JSON lines in a log group of its own
   */
  readonly accessLogs?: AccessLogOptions | false;
  /**
   * What the new API's stage lets through; not with `api`.
   * @default { rateLimit: 1000, burstLimit: 500 } one AWS account's own limits are 10000 and 5000 for all of its APIs
   */
  readonly throttle?: ThrottleOptions;
  /**
   * Scripts of other origins that may call the new API; the gateway answers their preflights. Not with `api`.
   * @default - none
   */
  readonly cors?: CorsOptions;
  /**
   * A domain of one's own for the new API; not with `api`.
   * @default - none: the API's own address
   */
  readonly domain?: DomainOptions<TDomainName>;
  /**
   * Whether CloudWatch has metrics of each route, which it charges for; not with `api`.
   * @default false the API's metrics only
   */
  readonly detailedMetrics?: boolean;
}
