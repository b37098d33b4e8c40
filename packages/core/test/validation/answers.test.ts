import { jest } from '@jest/globals';
import { AnswersController } from './answers/answers.controller.js';
import { type Answered, Executors } from './executors.js';

const controllers = [AnswersController];
const executors = new Executors();
const strict = new Executors();
const together = new Executors();
beforeAll(async () => {
  await executors.build({ folder: 'answers', controllers });
  await strict.build({ folder: 'answers', controllers, validateAnswers: true });
  await together.build({ folder: 'answers', controllers, packaging: 'controller' });
}, 60_000);
afterAll(async () => {
  await executors.remove();
  await strict.remove();
  await together.remove();
});

let log: jest.SpiedFunction<typeof console.error>;
beforeEach(() => {
  log = jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => log.mockRestore());

const answer = (route: string, { body, by = executors }: { body?: unknown; by?: Executors } = {}): Promise<Answered> =>
  by.answer(`AnswersController.${route}`, { body });

/** What each executor has logged, which must be the same. */
const logged = (): string => {
  const lines = log.mock.calls.map(([line]) => JSON.parse(line as string).error.message as string);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe(lines[0]);
  return lines[0]!;
};

const USER = { uid: 1, name: 'Ada', created: '1970-01-01T00:00:00.000Z', addresses: [{ city: { name: 'Ulm' } }] };
const FAILED = { status: 500, body: { title: 'Internal Server Error', status: 500 } };

describe('@Returns with validate', () => {
  it('sends records and instances that break no rule', async () => {
    const { created: _created, ...member } = USER;
    const { addresses: _addresses, ...user } = member;
    expect(await answer('instances')).toEqual({ status: 200, body: [{ ...member, initial: 'A' }, user, null] });
    expect(await answer('records')).toEqual({ status: 200, body: [USER, { uid: 2, name: 'Bob' }, USER] });
    expect(log).not.toHaveBeenCalled();
  });

  it('answers 500 and logs the route and each property that breaks a rule', async () => {
    expect(await answer('broken')).toEqual(FAILED);
    expect(logged()).toBe(
      'AnswersController.broken (GET /answers/broken): what it returned is no valid User: ' +
        '1.id: id must be an integer number; 1.addresses.0.city.name: name must be a string; ' +
        '2.name: name must be known; 2.addresses.0.city.name: name must be a string; ' +
        '2.password: password must be a string',
    );
  });

  it('does so among the routes of a controller', async () => {
    expect(await answer('reply', { by: together })).toEqual(FAILED);
    expect(await answer('asked', { by: together })).toMatchObject({ status: 200 });
    expect(await answer('create', { by: together, body: { text: 'Eva' } })).toMatchObject({ status: 200 });
    expect(logged()).toMatch(/^AnswersController\.reply /);
  });

  it('names no more than ten', async () => {
    expect(await answer('many')).toEqual(FAILED);
    expect(logged()).toMatch(/; 9\.id: id must be an integer number; and 3 more$/);
  });

  it('validates the body of a reply, and elements of a stream', async () => {
    expect(await answer('reply')).toEqual(FAILED);
    expect(logged()).toMatch(/^AnswersController\.reply .* User: id: id must be an integer number$/);
    log.mockClear();
    expect(await answer('stream')).toEqual(FAILED);
    expect(logged()).toMatch(/^AnswersController\.stream .* User: name: name must be a string$/);
    expect(executors.manifest.routes.find(({ controllerMethod }) => controllerMethod === 'stream')?.streams).toBe(
      'stream',
    );
  });

  it('sends events that break no rule', async () => {
    const handler = executors.compiled('AnswersController.events');
    const { body } = (await handler(executors.event('AnswersController.events', {}))) as { body: string };
    expect(body).toBe(`data: ${JSON.stringify(USER)}\n\n`);
  });

  it('leaves alone what has no rules', async () => {
    expect(await answer('missing')).toMatchObject({ status: 404 });
    expect(await answer('loose')).toEqual({ status: 200, body: { anything: 1 } });
    expect(log).not.toHaveBeenCalled();
  });

  it('is an error that @Catch may name', async () => {
    expect(await answer('caught')).toMatchObject({ status: 502 });
  });

  it('says nothing of what comes in', async () => {
    expect(await answer('create', { body: { text: 1 } })).toMatchObject({ status: 400 });
    expect(await answer('create', { body: { text: 'Eva' } })).toEqual({ status: 200, body: { ...USER, name: 'Eva' } });
    expect(await answer('create', { body: { text: 'nobody' } })).toEqual(FAILED);
  });
});

describe('validateAnswers', () => {
  it('is what routes do whose @Returns says nothing', async () => {
    const answers = async (by: Executors): Promise<number[]> =>
      Promise.all(['asked', 'never', 'plain'].map(async (route) => (await answer(route, { by })).status));
    expect(await answers(executors)).toEqual([200, 200, 200]);
    expect(await answers(strict)).toEqual([500, 200, 200]);
    expect(logged()).toMatch(/^AnswersController\.asked .* Failing: text: text must be a string$/);
  });

  it('has class-validator only where answers are validated', async () => {
    const libraries = async (by: Executors): Promise<string[]> =>
      (await by.code()).flatMap(({ id, code }) => (code.includes('./validation.mjs') ? [id.split('.')[1]!] : []));
    expect(await libraries(executors)).not.toContain('asked');
    expect(await libraries(strict)).toContain('asked');
    expect(await libraries(strict)).not.toContain('never');
  });
});
