import { ControllerFunctionUrl, ControllerHttpApi, ControllerRestApi } from '@gatewright/cdk-construct';
import * as cdk from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export class CleanAppStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    const controllers = 'src/**/*.controller.ts';
    new ControllerHttpApi(this, 'Api', { controllers });
    new ControllerRestApi(this, 'RestApi', { controllers, stacks: 'per-controller', alias: 'live' });
    new ControllerFunctionUrl(this, 'FunctionUrl', { controllers });
  }
}
