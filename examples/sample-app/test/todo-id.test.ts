import { isTodoId, newTodoId } from '../src/todos/todo-id';

describe('newTodoId', () => {
  it('makes ids that sort in the order they were made', () => {
    const ids = Array.from({ length: 1000 }, newTodoId);

    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(1000);
  });

  it('puts the time into the first 48 bits, as UUIDv7 says', () => {
    const id = newTodoId();

    expect(isTodoId(id)).toBe(true);
    expect(Math.abs(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(5000);
  });
});
