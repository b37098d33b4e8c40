import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Injectable } from '@gatewright/core';

/** The DynamoDB table: its name comes from TABLE_NAME; region, credentials and endpoint are the SDK's usual variables. */
@Injectable()
export class TodoTable {
  readonly name = tableName();
  readonly client = DynamoDBDocumentClient.from(new DynamoDBClient());
}

const tableName = (): string => {
  const name = process.env.TABLE_NAME;
  if (!name) {
    throw new Error('TABLE_NAME is not set');
  }
  return name;
};
