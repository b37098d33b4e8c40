import { join } from 'node:path';
import { ControllerHttpApi } from '@gatewright/cdk-construct';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** The table, the functions and the API in front of them. */
export class TodoStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // `cdk destroy` leaves the todos where they are.
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const api = new ControllerHttpApi(this, 'Api', {
      projectRoot: join(__dirname, '..'),
      controllers: 'src/**/*.controller.ts',
      resources: { todos: table },
    });

    new CfnOutput(this, 'Url', { value: api.url });
  }
}
