import type { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { ILogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Where the stage writes one line for each request, and what is in it. */
export interface AccessLogOptions {
  /**
   * An existing log group; without it one is made.
   * @default - a new log group
   */
  readonly logGroup?: ILogGroup;
  /**
   * How long the new log group keeps access logs; not with `logGroup`.
   * @default RetentionDays.THREE_MONTHS
   */
  readonly retention?: RetentionDays;
  /**
   * The line, made of API Gateway's `$context` variables.
   * @default - JSON with the request's id, time, caller's IP, method, path, route, status, sizes, latencies and errors
   */
  readonly format?: AccessLogFormat;
}
