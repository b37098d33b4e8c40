import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/** Name of the local table. */
export const TABLE_NAME = 'todos';

/** The keys of the table, as in the stack. */
export const KEY_SCHEMA: KeySchemaElement[] = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];

/** Creates the table if it is missing. */
export const ensureTable = async (client: DynamoDBClient): Promise<void> => {
  if (await isMissing(client)) {
    await client.send(
      new CreateTableCommand({
        TableName: TABLE_NAME,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: KEY_SCHEMA,
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
      }),
    );
  }
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName: TABLE_NAME });
};

const isMissing = async (client: DynamoDBClient): Promise<boolean> => {
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
    return false;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) {
      return true;
    }
    throw error;
  }
};
