import type { DecoratorRecord } from '../metadata/record.js';
import type { DirectIntegration } from './integration.js';
import { isAround } from './read-around.js';
import type { IntegrationReading } from './reading.js';
import type { OwnedRecord } from './value-table.js';

/** Decorators that say what answers in place of a function; each records an integration. */
const INTEGRATIONS = new Set([
  'AwsService',
  'DynamoDbDeleteItem',
  'DynamoDbGetItem',
  'DynamoDbPutItem',
  'DynamoDbQuery',
  'EventBridgePutEvents',
  'HttpProxy',
  'KinesisPutRecord',
  'Mock',
  'S3GetObject',
  'S3PutObject',
  'SnsPublish',
  'SqsSendMessage',
  'StartExecution',
  'StartSyncExecution',
]);

/** Decorators that tell of a function and what it answers. */
const OF_FUNCTIONS = new Set([
  'Consumes',
  'Header',
  'HttpCode',
  'Lambda',
  'Packaging',
  'Returns',
  'Sse',
  'Uses',
  'Validation',
]);

export const isIntegrationDecorator = (decorator: string): boolean => INTEGRATIONS.has(decorator);

/** Reads what decorators of one method say to answer in place of a function, in the order of the source. */
export function readIntegrations(records: readonly OwnedRecord[]): IntegrationReading[] {
  const beside = records.filter(isOfFunction).map(({ decorator }) => decorator);
  return records
    .filter((entry: DecoratorRecord) => isIntegrationDecorator(entry.decorator))
    .map((entry) => ({
      decorator: entry.decorator,
      integration: entry.arguments[0] as DirectIntegration,
      beside: [...new Set(beside)].sort(),
    }))
    .reverse();
}

const isOfFunction = (entry: OwnedRecord): boolean =>
  entry.parameter === undefined && (isAround(entry) || OF_FUNCTIONS.has(entry.decorator));
