import { join } from 'node:path';
import { ControllerHttpApi } from '@gatewright/cdk-construct';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** What each route does to the table, and all that its function may do. */
const ACTIONS = {
  'TodosController.list': 'dynamodb:Query',
  'TodosController.create': 'dynamodb:PutItem',
  'TodosController.get': 'dynamodb:GetItem',
  'TodosController.update': 'dynamodb:UpdateItem',
  'TodosController.remove': 'dynamodb:DeleteItem',
};

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
      environment: { TABLE_NAME: table.tableName },
    });

    for (const [route, action] of Object.entries(ACTIONS)) {
      table.grant(api.functionFor(route), action);
    }

    new CfnOutput(this, 'Url', { value: api.url });
  }
}
