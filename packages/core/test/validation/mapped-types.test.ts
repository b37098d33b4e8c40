import { Executors } from './executors.js';
import { MappedController } from './mapped/mapped.controller.js';

const executors = new Executors();
beforeAll(() => executors.build({ folder: 'mapped', controllers: [MappedController] }));
afterAll(() => executors.remove());

const post = (route: string, body: unknown) => executors.answer(`MappedController.${route}`, { body });

/** The rules that an input breaks, by path. */
const brokenBy = async (route: string, body: unknown): Promise<string[]> => {
  const { status, body: problem } = await post(route, body);
  expect(status).toBe(400);
  return (problem as { errors: { path: string; constraint: string }[] }).errors.map(
    ({ path, constraint }) => `${path} ${constraint}`,
  );
};

const USER = { name: ' ada ', email: 'ada@example.com', address: { city: 'Bern' } };

describe('mapped types of routes', () => {
  it('PartialType lets any property be missing or null, and keeps its rules', async () => {
    expect(await post('update', {})).toEqual({ status: 200, body: { input: { age: 20 }, is: true, nested: false } });
    expect(await post('update', { ...USER, name: null, more: 1 })).toEqual({
      status: 200,
      body: { input: { ...USER, name: null, age: 20 }, is: true, nested: true },
    });
    expect(
      await brokenBy('update', { name: ' a ', age: 131, address: {}, email: 'a', others: [{}, { city: 1 }] }),
    ).toEqual([
      'email isEmail',
      'age max',
      'address.city isString',
      'others.0.city isString',
      'others.1.city isString',
      'name minLength',
    ]);
  });

  it('PartialType without skipNullProperties refuses null', async () => {
    expect(await brokenBy('strict', { age: null })).toEqual(['age max', 'age isInt']);
    expect((await post('strict', {})).status).toBe(200);
  });

  it('PartialType holds for every group', async () => {
    expect((await post('groups', {})).status).toBe(200);
    expect(await brokenBy('groups', { email: 'a' })).toEqual(['email isEmail']);
  });

  it('PickType takes what it names, by the names and transforms of the class', async () => {
    expect((await post('login', { ...USER, nick_name: 'a', secret: 's' })).body).toEqual({
      name: 'ada',
      nickName: 'a',
      age: 20,
    });
    expect(await brokenBy('login', {})).toEqual(['name minLength', 'name isString']);
  });

  it('OmitType takes the others, and what the class adds', async () => {
    expect((await post('addressless', { ...USER, age: 7, more: 'm', secret: 's' })).body).toEqual({
      name: 'ada',
      email: 'ada@example.com',
      more: 'm',
    });
    expect(await brokenBy('addressless', { ...USER, more: 1 })).toEqual(['more isString']);
  });

  it('declared types are known: of queries and of implicit conversion', async () => {
    expect((await post('implicit', { level: '7' })).body).toEqual({ age: 20, level: 7 });
    const search = (query: Record<string, string>) => executors.answer('MappedController.search', { query });
    expect((await search({ marks: '1,2', limit: '5', name: 'ada' })).body).toEqual({
      marks: [1, 2],
      limit: 5,
      name: 'ada',
    });
    expect((await search({})).body).toEqual({ limit: 10 });
    expect((await search({ limit: 'x' })).status).toBe(400);
  });

  it('are in the manifest with the types of their properties', () => {
    expect(executors.manifest.classes.Search).toMatchObject({
      name: 'Search',
      properties: {
        limit: { kind: 'number' },
        marks: { kind: 'array', items: { kind: 'number' } },
        name: { kind: 'string' },
      },
    });
  });
});
