import type { MethodMark } from '../metadata/decorate.js';
import type { ItemShape, Mapped, RequestSource } from '../model/integration.js';
import { service } from './service.js';

/** Attributes by name; a source of `number` is a number, of `boolean` a boolean. */
export type Attributes = Readonly<Record<string, Mapped>>;

/** Key attributes by name. */
export type KeyAttributes = Readonly<Record<string, RequestSource | string | number>>;

/** When a write is done; else the answer is 409. */
export interface WriteCondition {
  /**
   * DynamoDB's condition expression.
   * @default none
   */
  readonly condition?: string;
  /**
   * Names that the expression has placeholders for: `{ '#id': 'id' }`.
   * @default none
   */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * Values that the expression has placeholders for: `{ ':owner': fromContext('authorizer.claims.sub') }`.
   * @default none
   */
  readonly values?: Attributes;
}

/** What every item's decorator has. */
export interface TableOptions {
  /** Name of the table in the construct's `resources`. */
  readonly table: string;
}

/** An item to read. */
export interface DynamoDbGetItemOptions extends TableOptions {
  readonly key: KeyAttributes;
  /** The attributes to answer and what they are; those that an item has not are null. */
  readonly returns: ItemShape;
  /**
   * Whether the read sees all writes that were answered before it.
   * @default false
   */
  readonly consistentRead?: boolean;
}

/**
 * Answers an item of a table, or 404, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Get('/:id')
 * @DynamoDbGetItem({ table: 'todos', key: { id: fromPath('id') }, returns: { id: 'string', title: 'string', done: 'boolean' } })
 * get(): void {}
 */
export const DynamoDbGetItem = ({ table, key, returns, consistentRead }: DynamoDbGetItemOptions): MethodMark =>
  service('DynamoDbGetItem', 'dynamodb:GetItem', {
    resource: table,
    parameters: { Key: key, ConsistentRead: consistentRead },
    reply: { statusCode: 200, item: returns },
  });

/** An item to write. */
export interface DynamoDbPutItemOptions extends TableOptions, WriteCondition {
  readonly item: Attributes;
  /** @default 204 */
  readonly statusCode?: number;
}

/**
 * Writes an item to a table and answers 204, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Put('/:id')
 * @DynamoDbPutItem({ table: 'todos', item: { id: fromPath('id'), title: fromBody('$.title'), done: false } })
 * put(): void {}
 */
export const DynamoDbPutItem = ({ table, item, statusCode = 204, ...condition }: DynamoDbPutItemOptions): MethodMark =>
  service('DynamoDbPutItem', 'dynamodb:PutItem', {
    resource: table,
    parameters: { Item: item, ...conditionOf(condition) },
    reply: { statusCode },
  });

/** An item to delete. */
export interface DynamoDbDeleteItemOptions extends TableOptions, WriteCondition {
  readonly key: KeyAttributes;
}

/**
 * Deletes an item of a table and answers 204, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Delete('/:id')
 * @DynamoDbDeleteItem({ table: 'todos', key: { id: fromPath('id') } })
 * remove(): void {}
 */
export const DynamoDbDeleteItem = ({ table, key, ...condition }: DynamoDbDeleteItemOptions): MethodMark =>
  service('DynamoDbDeleteItem', 'dynamodb:DeleteItem', {
    resource: table,
    parameters: { Key: key, ...conditionOf(condition) },
    reply: { statusCode: 204 },
  });

/** Items to read. */
export interface DynamoDbQueryOptions extends TableOptions {
  /** Key attributes that the items have: the partition key, and the sort key where it is one value. */
  readonly key: KeyAttributes;
  /** The attributes of each item to answer and what they are. */
  readonly returns: ItemShape;
  /**
   * Name of a secondary index.
   * @default the table itself
   */
  readonly index?: string;
  /**
   * The most items to answer.
   * @default as many as are in 1 MB
   */
  readonly limit?: number;
  /**
   * Whether the greatest sort key comes first.
   * @default false
   */
  readonly descending?: boolean;
}

/**
 * Answers an array of the items with a key, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Get()
 * @DynamoDbQuery({ table: 'todos', key: { owner: fromQuery('owner') }, returns: { id: 'string', title: 'string' } })
 * list(): void {}
 */
export const DynamoDbQuery = ({ table, key, returns, index, limit, descending }: DynamoDbQueryOptions): MethodMark => {
  const keys = Object.entries(key);
  return service('DynamoDbQuery', 'dynamodb:Query', {
    resource: table,
    parameters: {
      KeyConditionExpression: keys.map((_, position) => `#k${position} = :k${position}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(keys.map(([name], position) => [`#k${position}`, name])),
      ExpressionAttributeValues: Object.fromEntries(keys.map(([, value], position) => [`:k${position}`, value])),
      IndexName: index,
      Limit: limit,
      ScanIndexForward: descending === undefined ? undefined : !descending,
    },
    reply: { statusCode: 200, item: returns },
  });
};

const conditionOf = ({ condition, names, values }: WriteCondition): Record<string, Mapped | undefined> => ({
  ConditionExpression: condition,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
});
