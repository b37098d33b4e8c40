import { type LocalDynamoDb, startDynamoDb } from '../local/dynamodb';

/** Runs DynamoDB in memory for a test file; what the handlers expect of their environment is in process.env. */
export const useLocalTable = (): void => {
  let dynamoDb: LocalDynamoDb;
  const before = { ...process.env };

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    Object.assign(process.env, dynamoDb.environment);
  });

  afterAll(async () => {
    process.env = before;
    await dynamoDb.stop();
  });
};
