import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Makes a log group that keeps what is written for three months, and stays when it leaves the stack, unless told otherwise. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  retention: RetentionDays = RetentionDays.THREE_MONTHS,
  removalPolicy: RemovalPolicy = RemovalPolicy.RETAIN,
): LogGroup => new LogGroup(scope, id, { retention, removalPolicy });
