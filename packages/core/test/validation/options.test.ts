import { Executors } from './executors.js';
import { Strict } from './options/application.js';
import { OptionsController } from './options/options.controller.js';

const executors = new Executors();
beforeAll(
  () =>
    executors.build({
      folder: 'options',
      controllers: [OptionsController],
      application: { module: 'application.ts', class: Strict },
    }),
  60_000,
);
afterAll(() => executors.remove());

const post = (route: string, body: unknown) => executors.answer(`OptionsController.${route}`, { body });

/** The errors of an answer as lines. */
const errorsOf = async (route: string, body: unknown): Promise<string[]> => {
  const { status, body: problem } = await post(route, body);
  expect(status).toBe(400);
  const { errors } = problem as { errors: { path: string; message: string; constraint: string }[] };
  return errors.map(({ path, message, constraint }) => `${path}: ${message} [${constraint}]`);
};

describe('@Validation', () => {
  it('is merged into the manifest: application, controller, method', () => {
    const { validation } = executors.manifest.routes.find(({ controllerMethod }) => controllerMethod === 'version')!;
    expect(validation).toEqual({
      maxErrors: 3,
      stopAtFirstError: true,
      transformOptions: { exposeDefaultValues: true, exposeUnsetFields: false, version: 2, groups: ['admin'] },
    });
  });

  it('holds for every route when the application has it', async () => {
    expect(await errorsOf('application', { name: 'b', age: 'x' })).toEqual([
      'name: name must match /^a/ regular expression [matches]',
      'age: age must not be less than 18 [min]',
    ]);
    expect(await post('application', { name: 'ada', more: 1 })).toEqual({
      status: 200,
      body: { name: 'ada', age: 20 },
    });
  });

  it('says less where the method says more', async () => {
    expect(await errorsOf('allErrors', { name: 'b', age: 'x' })).toEqual([
      'name: name must match /^a/ regular expression [matches]',
      'name: name must be longer than or equal to 3 characters [isLength]',
      'age: age must not be less than 18 [min]',
      'age: age must be an integer number [isInt]',
    ]);
  });

  it('lists as many errors as maxErrors', async () => {
    const errors = await errorsOf(
      'list',
      Array.from({ length: 5000 }, () => ({ name: 1 })),
    );
    expect(errors).toEqual(
      [0, 1, 2].map((index) => `${index}.name: name must match /^a/ regular expression [matches]`),
    );
  });

  it('refuses what would be stripped with forbidNonWhitelisted, in queries too', async () => {
    expect(await errorsOf('forbidden', { name: 'ada', more: 1 })).toEqual([
      'more: property more should not exist [whitelistValidation]',
    ]);
    expect(await executors.answer('OptionsController.query', { query: { limit: '5', more: '1' } })).toMatchObject({
      status: 400,
    });
    expect(await executors.answer('OptionsController.query', { query: { limit: '5' } })).toEqual({
      status: 200,
      body: { limit: 5 },
    });
  });

  it('strips nothing with whitelist: false', async () => {
    expect((await post('kept', { name: 'ada', more: 1 })).body).toEqual({ name: 'ada', more: 1, age: 20 });
  });

  it('applies the rules of groups', async () => {
    expect(await errorsOf('groups', { name: 'b', age: 'x' })).toEqual([
      'age: age must not be less than 18 [min]',
      'age: age must be an integer number [isInt]',
    ]);
    expect(await errorsOf('strictGroups', { name: 'ada', age: 'x' })).toEqual([
      'age: age must not be less than 18 [min]',
    ]);
    expect((await post('strictGroups', { name: 'ada', age: 19.5 })).status).toBe(200);
    expect(await errorsOf('always', { name: 'b' })).toEqual([
      'name: name must match /^a/ regular expression [matches]',
    ]);
  });

  it('dismisses default messages', async () => {
    expect(await errorsOf('noMessages', { name: 'b' })).toEqual(['name:  [matches]', 'name:  [isLength]']);
  });

  it('skips what is missing, undefined or null, but for @IsDefined', async () => {
    expect(await errorsOf('skipMissing', { may: null })).toEqual([
      'must: must should not be null or undefined [isDefined]',
    ]);
    expect((await post('skipMissing', { must: 'a', may: null })).status).toBe(200);
    expect((await post('skipUndefined', { must: 'a' })).status).toBe(200);
    expect(await errorsOf('skipUndefined', { must: 'a', may: null })).toEqual(['may: may must be a string [isString]']);
    expect((await post('skipNull', { must: 'a', may: null })).status).toBe(200);
    expect(await errorsOf('skipNull', { must: 'a' })).toEqual(['may: may must be a string [isString]']);
  });

  it('takes objects of a class without rules with forbidUnknownValues: false', async () => {
    expect(await errorsOf('known', { held: { name: 1 } })).toEqual([
      'held: an unknown value was passed to the validate function [unknownValue]',
    ]);
    const { body } = await post('unknown', { held: { name: 1 } });
    expect(body).toEqual({ held: { name: 1 } });
  });

  it('hands transformOptions to class-transformer', async () => {
    const all = { old: 'o', current: 'c', role: 'r', secret: 's' };
    expect((await post('version', all)).body).toEqual({ current: 'c', role: 'r' });
    expect((await post('exposed', { ...all, more: 1 })).body).toEqual({ old: 'o', current: 'c' });
    expect((await post('undecorated', all)).body).toEqual({ current: 'c', role: 'r', secret: 's' });
    expect(await errorsOf('none', { name: 'ada' })).toEqual([
      'name: name must match /^a/ regular expression [matches]',
    ]);
    expect((await post('implicit', { count: '7', text: 8 })).body).toEqual({ count: 7, text: '8' });
  });
});
