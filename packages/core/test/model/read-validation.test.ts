import { Application, Body, Controller, Post, Validation } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import { buildRoute } from '../../src/model/build-route.js';
import { ClassTable } from '../../src/model/class-table.js';
import type { DtoOptions } from '../../src/model/dto-options.js';
import { readApplication } from '../../src/model/read-application.js';
import { readClassValidation } from '../../src/model/read-validation.js';

const read = (options: unknown) => {
  @Validation(options as DtoOptions)
  class Target {}
  return readClassValidation(Target);
};

describe('@Validation', () => {
  it('is read as it was given', () => {
    const options: DtoOptions = { groups: ['a'], maxErrors: 1, transformOptions: { version: 1.5, groups: [] } };
    expect(read(options)).toEqual({ options, refused: [] });
    expect(readClassValidation(class Plain {})).toBeUndefined();
  });

  it.each([
    [null, '@Validation was given null; give an object of options'],
    [['whitelist'], '@Validation was given ["whitelist"]; give an object of options'],
    [() => {}, '@Validation was given a function; give an object of options'],
    [{ whitelist: 'yes' }, `@Validation's whitelist is "yes"; give true or false`],
    [{ groups: 'create' }, `@Validation's groups is "create"; give an array of strings`],
    [{ groups: [1n] }, `@Validation's groups is ["1"]; give an array of strings`],
    [{ maxErrors: 0 }, `@Validation's maxErrors is 0; give a whole number from 1 to 1000`],
    [{ maxErrors: 1001 }, `@Validation's maxErrors is 1001; give a whole number from 1 to 1000`],
    [{ transformOptions: true }, `@Validation's transformOptions is true; give an object`],
    [{ transformOptions: { version: '1' } }, `@Validation's transformOptions.version is "1"; give a number`],
    [
      { transformOptions: { strategy: 'all' } },
      `@Validation's transformOptions.strategy is "all"; give 'excludeAll' or 'exposeAll'`,
    ],
    [
      { transformOptions: { targetMaps: [] } },
      `@Validation has no option "transformOptions.targetMaps"; classes are no plain data; write @Type above the class's property`,
    ],
    [
      { transform: true },
      '@Validation has no option "transform"; a DTO is always made an instance of its class; remove it',
    ],
    [
      { whitelist: false, forbidNonWhitelisted: true },
      `@Validation's forbidNonWhitelisted means nothing where whitelist is false; remove one of them`,
    ],
  ])('refuses %j', (options, message) => {
    expect(read(options)).toEqual({ options: {}, refused: [message] });
  });

  it('names the options there are', () => {
    expect(read({ toString: true })?.refused).toEqual([
      '@Validation has no option "toString"; use one of always, dismissDefaultMessages, enableDebugMessages, forbidNonWhitelisted, forbidUnknownValues, groups, maxErrors, skipMissingProperties, skipNullProperties, skipUndefinedProperties, stopAtFirstError, strictGroups, transformOptions, whitelist',
    ]);
  });

  it('is merged option by option, and undefined says nothing', () => {
    @Application()
    @Validation({ whitelist: false, maxErrors: 5, transformOptions: { version: 1, strategy: 'exposeAll' } })
    class Everything {}

    @Validation({ maxErrors: 6, stopAtFirstError: true })
    class Base {}

    @Controller()
    @Validation({ maxErrors: 7, transformOptions: { version: 2 } })
    class Routes extends Base {
      @Post()
      @Validation({ maxErrors: undefined, groups: ['a'] } as unknown as DtoOptions)
      create(@Body(Object) input: unknown): unknown {
        return input;
      }
    }
    expect(routeOf(Routes, Everything).route.validation).toEqual({
      whitelist: false,
      maxErrors: 7,
      stopAtFirstError: true,
      groups: ['a'],
      transformOptions: { version: 2, strategy: 'exposeAll' },
    });
  });

  it('is refused with the place of the route', () => {
    @Controller('/odd')
    class Odd {
      @Post()
      @Validation({ depth: 1 } as unknown as DtoOptions)
      create(@Body(Object) input: unknown): unknown {
        return input;
      }
    }
    expect(routeOf(Odd).problems).toMatchObject([
      { code: 'VALIDATION_OPTION_INVALID', where: 'Odd.create (POST /odd)' },
    ]);
  });
});

const routeOf = (target: Class, around?: Class) => {
  const application = readApplication([target], new ClassTable(), { application: around });
  const controller = application.controllers[0]!;
  return buildRoute(application, controller, controller.methods[0]!);
};
