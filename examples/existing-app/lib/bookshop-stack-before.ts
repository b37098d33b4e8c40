import { join } from 'node:path';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';

/** A table, a function and the API in front of it. */
export class BookshopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const getBook = new NodejsFunction(this, 'GetBook', {
      entry: join(__dirname, '../lambda/get-book.ts'),
      runtime: Runtime.NODEJS_24_X,
      environment: { TABLE_NAME: table.tableName },
    });
    table.grantReadData(getBook);

    const api = new HttpApi(this, 'Api');
    api.addRoutes({
      path: '/books/{id}',
      methods: [HttpMethod.GET],
      integration: new HttpLambdaIntegration('GetBook', getBook),
    });

    new CfnOutput(this, 'Url', { value: api.apiEndpoint });
  }
}
