import { ControllerHttpApi } from '@gatewright/cdk-construct';
import * as cdk from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export class CleanAppStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    new ControllerHttpApi(this, 'Api', { controllers: 'src/**/*.controller.ts' });
  }
}
