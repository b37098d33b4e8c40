import { createHandler } from '@gatewright/core';
import { type GatewayRequest, httpApiEvent, lambdaContext } from '@gatewright/core/testing';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TodoStore } from '../src/todos/todo-store';
import { TodoTable } from '../src/todos/todo-table';
import { TodosController } from '../src/todos/todos.controller';
import { useLocalTable } from './local-table';

useLocalTable();

const UNKNOWN_ID = '019aa000-0000-7000-8000-000000000000';

const ROUTES = {
  list: { method: 'GET', path: '/todos' },
  create: { method: 'POST', path: '/todos' },
  get: { method: 'GET', path: '/todos/{id}' },
  update: { method: 'PATCH', path: '/todos/{id}' },
  remove: { method: 'DELETE', path: '/todos/{id}' },
};

let controller: TodosController;

beforeAll(() => {
  controller = new TodosController(new TodoStore(new TodoTable()));
});

/** Invokes a handler as API Gateway does and reads its answer. */
const call = async (
  name: keyof typeof ROUTES,
  request: Pick<GatewayRequest, 'query' | 'body' | 'headers'> & { id?: string } = {},
) => {
  const { id = '', ...rest } = request;
  const route = ROUTES[name];
  const event = httpApiEvent({ method: route.method, path: route.path.replace('{id}', id), ...rest }, { route });
  const handler = createHandler(controller, name);
  const { statusCode, body } = (await handler(event, lambdaContext())) as APIGatewayProxyStructuredResultV2;
  return { status: statusCode, body: body && JSON.parse(body) };
};

const create = async (title: string) => (await call('create', { body: { title } })).body;

describe('TodosController.list', () => {
  it('answers 20 todos, newest first, unless asked for more or less', async () => {
    for (let count = 1; count <= 21; count++) {
      await create(`Todo ${count}`);
    }

    const first = await call('list');
    expect(first).toMatchObject({ status: 200, body: { items: expect.any(Array), cursor: expect.any(String) } });
    expect(first.body.items).toHaveLength(20);
    expect(first.body.items[0].title).toBe('Todo 21');

    const second = await call('list', { query: { cursor: first.body.cursor, limit: '1' } });
    expect(second.body.items[0].title).toBe('Todo 1');
  });

  it.each(['0', '101', '1.5', 'many', ''])('refuses the limit %j', async (limit) => {
    await expect(call('list', { query: { limit } })).resolves.toMatchObject({ status: 400 });
  });

  it('refuses a cursor it has not made', async () => {
    await expect(call('list', { query: { cursor: 'x' } })).resolves.toMatchObject({
      status: 400,
      body: { detail: 'cursor must be one that GET /todos answered' },
    });
  });
});

describe('TodosController.create', () => {
  it('answers the new todo with 201', async () => {
    const answer = await call('create', { body: { title: 'Buy milk' } });

    expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String), title: 'Buy milk', done: false } });
  });

  it('takes nothing but the title', async () => {
    const { body } = await call('create', { body: { title: 'Buy milk', id: '1', done: true } });

    expect(body).toMatchObject({ done: false });
    expect(body.id).not.toBe('1');
  });

  it.each([{}, { title: '' }, { title: 'x'.repeat(201) }, { title: 7 }, { title: null }, []])(
    'refuses %.40j',
    async (body) => {
      await expect(call('create', { body })).resolves.toMatchObject({ status: 400 });
    },
  );

  it('refuses what is no JSON, or does not say that it is', async () => {
    const headers = { 'content-type': 'application/json' };
    await expect(call('create', { body: '{', headers })).resolves.toMatchObject({ status: 400 });
    await expect(call('create', { body: '{}' })).resolves.toMatchObject({ status: 415 });
  });
});

describe('TodosController.get', () => {
  it('answers the todo', async () => {
    const todo = await create('Buy milk');

    await expect(call('get', { id: todo.id })).resolves.toEqual({ status: 200, body: todo });
  });
});

describe('TodosController.update', () => {
  it('changes what is given and answers the todo', async () => {
    const todo = await create('Buy milk');

    await expect(call('update', { id: todo.id, body: { done: true } })).resolves.toEqual({
      status: 200,
      body: { ...todo, done: true },
    });
  });

  it.each([{ title: null }, { title: '' }, { done: null }, { done: 'yes' }])('refuses %j', async (body) => {
    const todo = await create('Buy milk');

    await expect(call('update', { id: todo.id, body })).resolves.toMatchObject({ status: 400 });
    await expect(call('get', { id: todo.id })).resolves.toEqual({ status: 200, body: todo });
  });
});

describe('TodosController.remove', () => {
  it('answers 204 without a body', async () => {
    const { id } = await create('Buy milk');

    await expect(call('remove', { id })).resolves.toEqual({ status: 204, body: undefined });
    await expect(call('get', { id })).resolves.toMatchObject({ status: 404 });
  });
});

describe.each([
  ['get' as const, undefined],
  ['update' as const, { done: true }],
  ['remove' as const, undefined],
])('TodosController.%s', (name, body) => {
  it('answers 404 for an unknown id', async () => {
    await expect(call(name, { id: UNKNOWN_ID, body })).resolves.toMatchObject({
      status: 404,
      body: { detail: `There is no todo with the id ${UNKNOWN_ID}` },
    });
  });
});
