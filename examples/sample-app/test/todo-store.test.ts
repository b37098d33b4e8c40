import { TodoStore } from '../src/todos/todo-store';
import { TodoTable } from '../src/todos/todo-table';
import { useLocalTable } from './local-table';

useLocalTable();

const UNKNOWN_ID = '019aa000-0000-7000-8000-000000000000';

let store: TodoStore;

beforeAll(() => {
  store = new TodoStore(new TodoTable());
});

/** Removes what the test before left. */
beforeEach(async () => {
  const { items } = await store.list({ limit: 100 });
  await Promise.all(items.map(({ id }) => store.remove(id)));
});

const createMany = async (count: number): Promise<string[]> => {
  const titles = Array.from({ length: count }, (_, index) => `Todo ${index + 1}`);
  for (const title of titles) {
    await store.create(title);
  }
  return titles;
};

describe('TodoStore', () => {
  describe('create', () => {
    it('makes a todo that is not done and can be read at once', async () => {
      const todo = await store.create('Buy milk');

      expect(todo).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        title: 'Buy milk',
        done: false,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      });
      await expect(store.get(todo.id)).resolves.toEqual(todo);
    });
  });

  describe('get', () => {
    it.each([UNKNOWN_ID, 'x', '', 'x'.repeat(5000)])('answers nothing for the id %.40j', async (id) => {
      await expect(store.get(id)).resolves.toBeUndefined();
    });
  });

  describe('list', () => {
    it('answers an empty page when there are no todos', async () => {
      await expect(store.list({ limit: 20 })).resolves.toEqual({ items: [] });
    });

    it('reads every todo once over several pages, newest first', async () => {
      const titles = await createMany(7);
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ limit: 3, cursor });
        pages.push(page.items.map(({ title }) => title));
        cursor = page.cursor;
      } while (cursor);

      expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual(titles.toReversed());
    });

    it('announces no further page when the last one is full', async () => {
      await createMany(4);
      const first = await store.list({ limit: 2 });
      const second = await store.list({ limit: 2, cursor: first.cursor });

      expect(second.items).toHaveLength(2);
      expect(second).not.toHaveProperty('cursor');
    });

    it('goes on behind a todo that has been removed since', async () => {
      await createMany(3);
      const first = await store.list({ limit: 1 });
      await store.remove(first.items[0]?.id ?? '');
      const second = await store.list({ limit: 5, cursor: first.cursor });

      expect(second.items.map(({ title }) => title)).toEqual(['Todo 2', 'Todo 1']);
    });

    it('does not show a todo twice that was created between two pages', async () => {
      await createMany(3);
      const first = await store.list({ limit: 2 });
      await store.create('Newer');
      const second = await store.list({ limit: 2, cursor: first.cursor });

      expect(second.items.map(({ title }) => title)).toEqual(['Todo 1']);
    });

    it('refuses a cursor that it has not made', async () => {
      await createMany(2);
      const { cursor = '' } = await store.list({ limit: 1 });
      const tampered = [
        '',
        'x',
        '!',
        `${cursor}=`,
        ` ${cursor}`,
        cursor.slice(1),
        cursor.slice(0, -4),
        `${cursor}AAAA`,
        cursor.toLowerCase(),
        Buffer.from('{"pk":"OTHER"}').toString('base64url'),
      ];

      for (const text of tampered) {
        await expect(store.list({ limit: 1, cursor: text })).rejects.toMatchObject({ status: 400 });
      }
    });
  });

  describe('update', () => {
    it.each([
      [{ title: 'Buy oat milk' }, { title: 'Buy oat milk', done: false }],
      [{ done: true }, { title: 'Buy milk', done: true }],
      [
        { title: 'Buy oat milk', done: true },
        { title: 'Buy oat milk', done: true },
      ],
      [{}, { title: 'Buy milk', done: false }],
    ])('changes %j and nothing else', async (changes, expected) => {
      const todo = await store.create('Buy milk');

      await expect(store.update(todo.id, changes)).resolves.toEqual({ ...todo, ...expected });
      await expect(store.get(todo.id)).resolves.toEqual({ ...todo, ...expected });
    });

    it.each([[{ done: true }], [{}]])('creates nothing when it does not find the todo to set %j', async (changes) => {
      await expect(store.update(UNKNOWN_ID, changes)).resolves.toBeUndefined();
      await expect(store.list({ limit: 1 })).resolves.toEqual({ items: [] });
    });

    it('answers nothing for what is not an id', async () => {
      await expect(store.update('x'.repeat(5000), { done: true })).resolves.toBeUndefined();
    });
  });

  describe('remove', () => {
    it('removes a todo and tells whether there was one', async () => {
      const { id } = await store.create('Buy milk');

      await expect(store.remove(id)).resolves.toBe(true);
      await expect(store.get(id)).resolves.toBeUndefined();
      await expect(store.remove(id)).resolves.toBe(false);
      await expect(store.remove('x'.repeat(5000))).resolves.toBe(false);
    });
  });
});
