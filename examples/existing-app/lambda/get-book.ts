import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

/** Answers `GET /books/{id}`. */
export const handler: APIGatewayProxyHandlerV2 = async ({ pathParameters }) => {
  const { Item } = await client.send(
    new GetCommand({ TableName: process.env.TABLE_NAME, Key: { pk: `BOOK#${pathParameters?.id}`, sk: 'BOOK' } }),
  );
  if (!Item) return { statusCode: 404 };
  const { title, author } = Item;
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ title, author }) };
};
