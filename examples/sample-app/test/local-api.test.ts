import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Todo, TodoPage } from '../src/todos/todo';
import { type DevServer, startDevServer } from './dev-server';

const UNKNOWN_ID = '019aa000-0000-7000-8000-000000000000';

jest.setTimeout(60_000);

let dataDir: string;
let server: DevServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'todos-'));
  server = await startDevServer(dataDir);
});

afterAll(async () => {
  await server?.stop('SIGTERM');
  await rm(dataDir, { recursive: true });
});

const request = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(server.url + path, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

const create = async (title: string) => (await (await request('POST', '/todos', { title })).json()) as Todo;

const readPage = async (query: string) => (await (await request('GET', `/todos?${query}`)).json()) as TodoPage;

const problem = async (response: Response): Promise<unknown> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return response.json();
};

describe('the todo API under gatewright dev', () => {
  it('creates a todo, and only with the properties it knows', async () => {
    const response = await request('POST', '/todos', { title: 'Buy milk', done: true, id: '1' });

    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({
      id: expect.any(String),
      title: 'Buy milk',
      done: false,
      createdAt: expect.any(String),
    });
  });

  it('reads a todo', async () => {
    const todo = await create('Read me');
    const response = await request('GET', `/todos/${todo.id}`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(todo);
  });

  it('lists todos in pages, newest first', async () => {
    const older = await create('Older');
    const newer = await create('Newer');
    const first = await readPage('limit=1');
    const second = await readPage(`limit=1&cursor=${first.cursor}`);

    expect(first.items).toEqual([newer]);
    expect(second.items).toEqual([older]);
  });

  it('changes a todo', async () => {
    const todo = await create('Change me');
    const response = await request('PATCH', `/todos/${todo.id}`, { done: true });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...todo, done: true });
  });

  it('deletes a todo', async () => {
    const { id } = await create('Delete me');
    const response = await request('DELETE', `/todos/${id}`);

    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect((await request('GET', `/todos/${id}`)).status).toBe(404);
  });

  it.each([
    ['GET', UNKNOWN_ID, undefined],
    ['PATCH', UNKNOWN_ID, { done: true }],
    ['DELETE', UNKNOWN_ID, undefined],
    ['GET', 'x', undefined],
  ])('answers %s of the unknown todo %s with 404', async (method, id, body) => {
    const response = await request(method, `/todos/${id}`, body);

    expect(response.status).toBe(404);
    expect(await problem(response)).toMatchObject({ status: 404, detail: `There is no todo with the id ${id}` });
  });

  it.each([
    ['POST', '/todos', {}],
    ['POST', '/todos', { title: '' }],
    ['POST', '/todos', { title: 'x'.repeat(201) }],
    ['POST', '/todos', { title: 1 }],
    ['POST', '/todos', []],
    ['PATCH', `/todos/${UNKNOWN_ID}`, { title: null }],
    ['PATCH', `/todos/${UNKNOWN_ID}`, { done: 'yes' }],
    ['GET', '/todos?limit=0', undefined],
    ['GET', '/todos?limit=101', undefined],
    ['GET', '/todos?limit=many', undefined],
    ['GET', '/todos?cursor=x', undefined],
  ])('answers %s %s of %j with 400', async (method, path, body) => {
    const response = await request(method, path, body);

    expect(response.status).toBe(400);
    expect(await problem(response)).toMatchObject({ status: 400 });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('still has the todos after %s', async (signal) => {
    const todo = await create('Keep me');
    await server.stop(signal);
    server = await startDevServer(dataDir);

    expect(await (await request('GET', `/todos/${todo.id}`)).json()).toEqual(todo);
  });
});
