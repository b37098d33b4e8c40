import { Controller, Get, type OutputOptions, Returns } from '../../src/index.js';
import { buildRoute } from '../../src/model/build-route.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';

class User {}

const built = (type: unknown, options?: unknown) => {
  @Controller()
  class A {
    @Get()
    @Returns(type as typeof User, options as OutputOptions)
    get() {}
  }
  const application = readApplication([A], new ClassTable());
  const controller = application.controllers[0]!;
  return buildRoute(application, controller, controller.methods[0]!);
};

describe('@Returns', () => {
  it('is read with its options', () => {
    const options = { groups: ['admin'], version: 2, strategy: 'exposeAll', excludePrefixes: ['_'] };
    const { route, problems } = built([User], { ...options });
    expect(problems).toEqual([]);
    expect(route.outputOptions).toEqual(options);
  });

  it.each([true, false])('is read with validate: %p, which is no option of class-transformer', (validate) => {
    const { route, problems } = built(User, { validate });
    expect(problems).toEqual([]);
    expect(route).not.toHaveProperty('outputOptions');
    expect(route.validatesAnswer).toBe(validate);
  });

  it.each([undefined, {}, { groups: undefined }])('says nothing with %p', (options) => {
    expect(built(User, options).route).not.toHaveProperty('outputOptions');
    expect(built(User, options).route).not.toHaveProperty('validatesAnswer');
  });

  it.each([
    [null, '@Returns was given null as its options; give an object'],
    [{ groups: 'admin' }, `@Returns's groups is "admin"; give an array of strings`],
    [{ strategy: 'all' }, `@Returns's strategy is "all"; give 'excludeAll' or 'exposeAll'`],
    [{ exposeUnsetFields: false }, '@Returns has no option "exposeUnsetFields"; JSON has no undefined; remove it'],
    [{ validate: 'yes' }, `@Returns's validate is "yes"; give true or false`],
    [{ group: [] }, '@Returns has no option "group"; use one of excludePrefixes, groups, strategy, validate, version'],
  ])('refuses %p', (options, message) => {
    expect(built(User, options).problems).toEqual([
      expect.objectContaining({ code: 'RETURNS_INVALID', where: 'A.get (GET /)', message }),
    ]);
  });

  it.each([undefined, 'User', [], Object, [Date], [[User]]])('refuses %p, which is no class', (type) => {
    expect(built(type).problems).toEqual([
      expect.objectContaining({ code: 'RETURNS_INVALID', message: expect.stringMatching('was given no class') }),
    ]);
  });

  it('refuses what is no class, and wrong options beside', () => {
    expect(built('User', { version: '1' }).problems.map(({ code }) => code)).toEqual([
      'RETURNS_INVALID',
      'RETURNS_INVALID',
    ]);
  });
});
