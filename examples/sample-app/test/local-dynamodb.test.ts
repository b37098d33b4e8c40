import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '../local/dynamodb';
import { TodoStore } from '../src/todos/todo-store';
import { TodoTable } from '../src/todos/todo-table';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todos-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('startDynamoDb', () => {
  it('finds what it kept in the folder', async () => {
    const first = await startDynamoDb(folder);
    Object.assign(process.env, first.environment);
    const todo = await new TodoStore(new TodoTable()).create('Buy milk');
    await first.stop();

    const second = await startDynamoDb(folder);
    Object.assign(process.env, second.environment);
    await expect(new TodoStore(new TodoTable()).get(todo.id)).resolves.toEqual(todo);
    await second.stop();
  });

  it('says so when the folder is in use', async () => {
    const first = await startDynamoDb(folder);

    await expect(startDynamoDb(folder)).rejects.toThrow(/is it running already\?/);
    await first.stop();
  });
});
