import type { Duration, Size } from 'aws-cdk-lib';
import type { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Settings of every function; what a route's `@Lambda` says comes before them. */
export interface FunctionDefaults {
  /**
   * Memory in MB, 128 to 10240; Lambda gives CPU in proportion.
   * @default 256 enough for a handler that waits for other services; more where it computes
   */
  readonly memorySize?: number;
  /**
   * Time after which an invocation is stopped; an HTTP API itself waits at most 30 seconds.
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
  /**
   * Environment variables; a route's own are added, and its value is taken where both name one.
   * @default {} none
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Instruction set.
   * @default Architecture.ARM_64
   */
  readonly architecture?: Architecture;
  /**
   * Node.js version.
   * @default Runtime.NODEJS_24_X
   */
  readonly runtime?: Runtime;
  /**
   * Size of `/tmp`, 512 to 10240 MB.
   * @default Size.mebibytes(512)
   */
  readonly ephemeralStorageSize?: Size;
  /**
   * Whether AWS X-Ray traces invocations; active tracing adds permissions on every resource (`*`) to each role.
   * @default Tracing.DISABLED
   */
  readonly tracing?: Tracing;
  /**
   * How long the logs of functions are kept.
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: RetentionDays;
}
