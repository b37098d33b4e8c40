import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Injectable } from '@gatewright/core';
import { decodeCursor, encodeCursor } from './cursor';
import type { ListTodos } from './list-todos';
import type { Todo, TodoPage } from './todo';
import { isTodoId, newTodoId } from './todo-id';
import { TodoTable } from './todo-table';
import type { UpdateTodo } from './update-todo';

/**
 * All todos are one item collection, sorted by id and thereby by age: a page is one Query.
 * A partition takes 1,000 writes a second; with users, put their id into the partition key.
 */
const PARTITION = 'TODO';

/** Keeps todos in DynamoDB. Reads are consistent: whoever created a todo finds it at once. */
@Injectable()
export class TodoStore {
  constructor(private readonly table: TodoTable) {}

  /** Reads a page, newest first. */
  async list({ limit, cursor }: ListTodos): Promise<TodoPage> {
    const { Items = [] } = await this.table.client.send(
      new QueryCommand({
        TableName: this.table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PARTITION },
        ExclusiveStartKey: cursor === undefined ? undefined : key(decodeCursor(cursor)),
        ScanIndexForward: false,
        ConsistentRead: true,
        // One more than asked for tells whether a page follows; LastEvaluatedKey can announce an empty one.
        Limit: limit + 1,
      }),
    );
    const items = Items.slice(0, limit).map(toTodo);
    const last = items.at(-1);
    return Items.length > limit && last ? { items, cursor: encodeCursor(last.id) } : { items };
  }

  /** Adds a todo, not yet done. */
  async create(title: string): Promise<Todo> {
    const todo = { id: newTodoId(), title, done: false, createdAt: new Date().toISOString() };
    const { id, ...attributes } = todo;
    await this.table.client.send(new PutCommand({ TableName: this.table.name, Item: { ...key(id), ...attributes } }));
    return todo;
  }

  /** Reads a todo, if there is one with the id. */
  async get(id: string): Promise<Todo | undefined> {
    if (!isTodoId(id)) {
      return undefined;
    }
    const { Item } = await this.table.client.send(
      new GetCommand({ TableName: this.table.name, Key: key(id), ConsistentRead: true }),
    );
    return Item && toTodo(Item);
  }

  /** Changes a todo, if there is one with the id, and answers what it is now. */
  async update(id: string, changes: UpdateTodo): Promise<Todo | undefined> {
    if (!isTodoId(id)) {
      return undefined;
    }
    try {
      const { Attributes } = await this.table.client.send(
        new UpdateCommand({
          TableName: this.table.name,
          Key: key(id),
          // Without the condition an update creates what it does not find.
          ConditionExpression: 'attribute_exists(pk)',
          ...assignments(changes),
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes && toTodo(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) {
        return undefined;
      }
      throw error;
    }
  }

  /** Removes a todo and tells whether there was one with the id. */
  async remove(id: string): Promise<boolean> {
    if (!isTodoId(id)) {
      return false;
    }
    const { Attributes } = await this.table.client.send(
      new DeleteCommand({ TableName: this.table.name, Key: key(id), ReturnValues: 'ALL_OLD' }),
    );
    return Attributes !== undefined;
  }
}

const key = (id: string) => ({ pk: PARTITION, sk: id });

const toTodo = ({ sk, title, done, createdAt }: Record<string, unknown>): Todo =>
  ({ id: sk, title, done, createdAt }) as Todo;

/** The part of an UpdateCommand that sets what is given; nothing at all if nothing is. */
const assignments = ({ title, done }: UpdateTodo) => {
  const given = Object.entries({ title, done }).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? {}
    : {
        UpdateExpression: `SET ${given.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(given.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
      };
};
