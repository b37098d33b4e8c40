import type { Duration, Size } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type {
  ApplicationLogLevel,
  Architecture,
  ILayerVersion,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** Settings of every function; what `@Lambda` says of a controller or a method comes before them. */
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
  /**
   * Whether logs are JSON or text; the levels below need JSON.
   * @default LoggingFormat.JSON
   */
  readonly loggingFormat?: LoggingFormat;
  /**
   * The least severe entries that a handler's logs keep.
   * @default - Lambda's: INFO
   */
  readonly logLevel?: ApplicationLogLevel;
  /**
   * The least severe entries that Lambda itself writes beside them (start, report, init).
   * @default - Lambda's: INFO
   */
  readonly systemLogLevel?: SystemLogLevel;
  /**
   * One log group for all functions, which then have none of their own; without `logRetention`.
   * @default - a log group for each function
   */
  readonly logGroup?: ILogGroup;
  /**
   * One role for all functions, which then have none of their own: a grant to one is a grant to all. It must be allowed to write logs.
   * @default - a role for each function, which may write to its own log group
   */
  readonly role?: IRole;
  /**
   * The network that functions reach; each role may then make network interfaces on every resource (`*`), as Lambda asks.
   * @default - none: the internet and AWS
   */
  readonly vpc?: IVpc;
  /**
   * Subnets of `vpc`.
   * @default - its private ones
   */
  readonly vpcSubnets?: SubnetSelection;
  /**
   * Security groups of the functions in `vpc`.
   * @default - one for all functions, closed to requests and open to the outside
   */
  readonly securityGroups?: readonly ISecurityGroup[];
  /**
   * Layers of every function; `bundling.external` leaves out of bundles what they hold.
   * @default [] none
   */
  readonly layers?: readonly ILayerVersion[];
  /**
   * Key that environment variables are encrypted with.
   * @default - Lambda's own
   */
  readonly environmentEncryption?: IKey;
  /**
   * Queue for events of asynchronous invocations that failed; an API's own invocations are synchronous.
   * @default - none
   */
  readonly deadLetterQueue?: IQueue;
  /**
   * Concurrent executions reserved for each function, taken from the account's.
   * @default - none
   */
  readonly reservedConcurrentExecutions?: number;
  /**
   * Execution environments of each function that are kept ready; it is then invoked through the alias.
   * @default - none
   */
  readonly provisionedConcurrentExecutions?: number;
  /**
   * Name of an alias through which each function is invoked; every change then publishes a version, to which CodeDeploy can shift gradually.
   * @default - none: the newest code is invoked; 'live' with provisioned concurrency
   */
  readonly alias?: string;
}
