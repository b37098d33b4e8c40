import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** How long a log group keeps what is written, and whether it stays when it leaves the stack. */
export interface LogGroupOptions {
  /** In days. */
  readonly retention?: RetentionDays | undefined;
  readonly removalPolicy?: RemovalPolicy | undefined;
}

/** Makes a log group that keeps what is written for three months, and stays when it leaves the stack, unless told otherwise. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  { retention = RetentionDays.THREE_MONTHS, removalPolicy = RemovalPolicy.RETAIN }: LogGroupOptions,
): LogGroup => new LogGroup(scope, id, { retention, removalPolicy });
