import { Executors } from './executors.js';
import { OutputsController } from './outputs/outputs.controller.js';

const executors = new Executors();
beforeAll(() => executors.build({ folder: 'outputs', controllers: [OutputsController] }));
afterAll(() => executors.remove());

const answer = (route: string, body?: unknown) => executors.answer(`OutputsController.${route}`, { body });

const USER = { uid: 1, created: '2020-01-02T00:00:00.000Z', name: 'ADA', address: { city: 'Bern' }, initial: 'a' };

describe('@Returns', () => {
  it('sends what the class exposes, of records and of instances', async () => {
    // an address that is no instance exposes nothing but by @Type
    expect(await answer('list')).toEqual({ status: 200, body: [USER, USER] });
  });

  it('sends what a mapped class has of another', async () => {
    const { created: _created, initial: _initial, ...rest } = USER;
    expect(await answer('public')).toEqual({ status: 200, body: rest });
  });

  it('sends what a group and a version see', async () => {
    expect(await answer('admin')).toEqual({ status: 200, body: [{ ...USER, role: 'r', rank: 7 }] });
  });

  it('sends what is not excluded', async () => {
    const { name: _name, uid, ...rest } = USER;
    expect(await answer('all')).toEqual({
      status: 200,
      body: { ...rest, uid, address: { city: 'Bern', street: 's' }, more: { a: 1 } },
    });
  });

  it('sends the same where class-transformer stays', async () => {
    expect(await answer('library')).toEqual({ status: 200, body: [{ ...USER, role: 'r', rank: 7, later: 8 }, null] });
  });

  it('answers errors as what they are', async () => {
    expect(await answer('missing')).toMatchObject({ status: 404 });
  });

  it('makes and validates what comes in beside', async () => {
    expect((await answer('create', { name: 'bob', address: { city: 'Ulm' } })).body).toEqual({
      ...USER,
      name: 'BOB',
      initial: 'b',
      address: { city: 'Ulm' },
    });
    expect(await answer('create', { name: 1 })).toMatchObject({ status: 400 });
  });

  it('needs no class-transformer', async () => {
    for (const { id, code } of await executors.code()) {
      if (id.endsWith('library')) continue;
      expect([id, /TransformOperationExecutor|plainToInstance|validation\.mjs/.test(code)]).toEqual([id, false]);
      if (id.endsWith('list')) expect(code.length).toBeLessThan(9_000);
    }
  });

  it('streams what the class exposes', async () => {
    const handler = executors.compiled('OutputsController.stream');
    const { body } = (await handler(executors.event('OutputsController.stream', {}))) as { body: string };
    expect(body).toContain(JSON.stringify(USER));
  });
});
