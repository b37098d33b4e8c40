import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Injectable, resource, Uses } from '@gatewright/core';

/** The DynamoDB table: its name comes from TODOS_NAME; region, credentials and endpoint are the SDK's usual variables. */
@Injectable()
@Uses({ todos: [] })
export class TodoTable {
  readonly name = resource('todos').name;
  readonly client = DynamoDBDocumentClient.from(new DynamoDBClient());
}
