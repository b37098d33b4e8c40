import { IsString } from 'class-validator';
import {
  Body,
  Controller,
  createHandler,
  type DefinitionCode,
  Get,
  Header,
  Headers,
  HttpCode,
  Inject,
  Injectable,
  isDefinitionError,
  Lambda,
  Param,
  Post,
  Query,
} from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';

class Input {
  @IsString()
  name!: string;
}

class Unvalidated {
  name!: string;
}

interface Shape {
  readonly name: string;
}

class Plain {}

@Injectable()
class Hen {
  constructor(readonly egg: unknown) {}
}

@Injectable()
class Egg {
  constructor(readonly hen: Hen) {}
}

Inject(Egg)(Hen, undefined, 0);

class Bare {
  get(): void {}
}

class Undecorated {
  @Get('/x')
  get(): void {}
}

class UndecoratedAndRouteless {
  other(): void {}
}

@Controller('/a')
class Things {
  routeless(): void {}

  @Get()
  static shared(): void {}

  @Get('/x?')
  path(): void {}

  @Get('/one')
  @Post('/two')
  twice(): void {}

  @Get('/:id/:rest')
  unbound(@Param('id') id: string): string {
    return id;
  }

  @Get()
  unknown(@Param('id') id: string): string {
    return id;
  }

  @Post()
  noBody(@Body() input: Shape): Shape {
    return input;
  }

  @Post()
  noElements(@Body() input: Input[]): Input[] {
    return input;
  }

  @Post()
  unvalidated(@Body() input: Unvalidated): Unvalidated {
    return input;
  }

  @Get()
  nameless(@Query() limit: number): number {
    return limit;
  }

  @Get()
  wrongType(@Headers('x-input') input: Input): Input {
    return input;
  }

  @Get()
  union(@Query('sort') sort: number | string): unknown {
    return sort;
  }

  @Get()
  bare(page: number): number {
    return page;
  }

  @Get()
  both(@Query('a') @Headers('a') a: string): string {
    return a;
  }

  @Get()
  @HttpCode(100)
  code(): void {}

  @Get()
  @Header('x-a', 'b\r\nset-cookie: c')
  header(): void {}

  @Get()
  @Lambda({ timeout: 901 })
  options(): void {}
}

@Controller()
class NeedsShape {
  constructor(readonly shape: Shape) {}

  @Get()
  get(): void {}
}

@Controller()
class NeedsPlain {
  constructor(readonly plain: Plain) {}

  @Get()
  get(): void {}
}

@Controller()
class NeedsHen {
  constructor(readonly hen: Hen) {}

  @Get()
  get(): void {}
}

const cases: readonly [DefinitionCode, Class, string, string][] = [
  [
    'ROUTE_MISSING',
    Things,
    'routeless',
    'Things.routeless: has no route decorator; write @Get(), @Post() or another above the method',
  ],
  [
    'ROUTE_MISSING',
    Things,
    'shared',
    'Things.shared: has no route decorator; write @Get(), @Post() or another above the method',
  ],
  [
    'ROUTE_MISSING',
    Things,
    'nowhere',
    'Things.nowhere: has no route decorator; write @Get(), @Post() or another above the method',
  ],
  [
    'CONTROLLER_DECORATOR_MISSING',
    Undecorated,
    'get',
    'Undecorated: is not a controller; write @Controller(path) above the class',
  ],
  [
    'PATH_INVALID',
    Things,
    'path',
    'Things.path (GET /a/x?): the segment "x?" has a character that a path cannot have; percent-encode it',
  ],
  [
    'ROUTE_REPEATED',
    Things,
    'twice',
    "Things.twice (GET /a/one): has @Get('/one') and @Post('/two'); keep one, and give the other route a method of its own",
  ],
  [
    'PATH_PARAMETER_UNBOUND',
    Things,
    'unbound',
    'Things.unbound (GET /a/{id}/{rest}): no parameter of the method takes the path parameter "rest"; write @Param(\'rest\'), or remove it from the path',
  ],
  [
    'PATH_PARAMETER_UNKNOWN',
    Things,
    'unknown',
    'Things.unknown (GET /a): parameter 0 takes the path parameter "id", which is not in the path; add it to the path',
  ],
  [
    'BODY_TYPE_MISSING',
    Things,
    'noBody',
    'Things.noBody (POST /a), parameter 0: @Body() has no class to validate against; declare a class and write @Body(CreateUser), or @Body(Object) for any JSON value',
  ],
  [
    'ELEMENT_TYPE_MISSING',
    Things,
    'noElements',
    "Things.noElements (POST /a), parameter 0: the type of the array's elements is not known here; write @Body([CreateUser])",
  ],
  [
    'DTO_UNVALIDATED',
    Things,
    'unvalidated',
    'Things.unvalidated (POST /a), parameter 0: Unvalidated has no validation decorator, so every property would be stripped; decorate its properties with class-validator (@Allow() where anything goes)',
  ],
  [
    'PARAMETER_NAME_MISSING',
    Things,
    'nameless',
    "Things.nameless (GET /a), parameter 0: @Query() has no name, and the parameter's own is only known to a compiled handler; write @Query('name')",
  ],
  [
    'PARAMETER_TYPE_INVALID',
    Things,
    'wrongType',
    "Things.wrongType (GET /a), parameter 0: @Headers('x-input') is one value, which cannot become a Input; use string, number, boolean, bigint, Date, an array of one of these, or @Headers() for all values as a DTO",
  ],
  [
    'TYPE_METADATA_MISSING',
    Things,
    'union',
    "Things.union (GET /a), parameter 0: its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Query('sort', { type: Number })",
  ],
  [
    'PARAMETER_UNBOUND',
    Things,
    'bare',
    'Things.bare (GET /a): parameter 0 has no decorator, so nothing would be passed to it; decorate it, give it a default value, or remove it',
  ],
  [
    'PARAMETER_DECORATED_TWICE',
    Things,
    'both',
    'Things.both (GET /a): parameter 0 has @Headers and @Query; keep one of them',
  ],
  [
    'HTTP_CODE_INVALID',
    Things,
    'code',
    'Things.code (GET /a): @HttpCode(100) is not a status; give a whole number from 200 to 599',
  ],
  [
    'HEADER_INVALID',
    Things,
    'header',
    'Things.header (GET /a): @Header(\'x-a\', "b\\r\\nset-cookie: c") has no valid value; give a string without line breaks or control characters',
  ],
  [
    'LAMBDA_OPTION_INVALID',
    Things,
    'options',
    "Things.options (GET /a): @Lambda's timeout is 901; give a whole number of seconds from 1 to 900",
  ],
  [
    'PROVIDER_MISSING',
    NeedsShape,
    'get',
    'NeedsShape: constructor parameter 0 has no class as its type (an interface, a primitive or `import type`); give it a class, or write @Inject(UserStore) or @Inject(TOKEN)',
  ],
  [
    'PROVIDER_NOT_INJECTABLE',
    NeedsPlain,
    'get',
    'NeedsPlain: constructor parameter 0 needs Plain, which is not marked @Injectable(); write @Injectable() above class Plain, or provide(Plain, ...)',
  ],
  ['PROVIDER_CYCLE', NeedsHen, 'get', 'Hen: needs itself: Hen -> Egg -> Hen; move what both need into a third class'],
];

const create = (target: Class, method: string) => () => createHandler(target, method as never);

describe('createHandler, of a definition that is wrong', () => {
  it.each(cases)('says %s for %p.%s', (code, target, method, line) => {
    expect(create(target, method)).toThrow(
      expect.objectContaining({ name: 'DefinitionError', message: `${line} [${code}]` }),
    );
  });

  it('says that a class is no controller and a method no route at once', () => {
    for (const target of [Bare, UndecoratedAndRouteless])
      expect(create(target, 'get')).toThrow(
        `${target.name}: is not a controller; write @Controller(path) above the class [CONTROLLER_DECORATOR_MISSING]\n` +
          `${target.name}.get: has no route decorator; write @Get(), @Post() or another above the method [ROUTE_MISSING]`,
      );
  });

  it('says everything that is wrong with a route at once', () => {
    class Wrong {
      constructor(readonly plain: Plain) {}

      @Get('/:id')
      @HttpCode(1)
      get(bare: string, @Query('sort') sort: string | number): string {
        return `${bare}${sort}`;
      }
    }
    Inject(Plain)(Wrong, undefined, 0);
    let problems: readonly string[] = [];
    try {
      createHandler(Wrong, 'get');
    } catch (error) {
      if (!isDefinitionError(error)) throw error;
      problems = error.problems.map(({ code }) => code);
    }
    expect(problems).toEqual([
      'CONTROLLER_DECORATOR_MISSING',
      'PARAMETER_UNBOUND',
      'HTTP_CODE_INVALID',
      'TYPE_METADATA_MISSING',
      'PROVIDER_NOT_INJECTABLE',
    ]);
  });

  it('does not ask how an instance was made', () => {
    expect(() => createHandler(new NeedsPlain(new Plain()), 'get')).not.toThrow();
    expect(() => createHandler(new Things(), 'path')).toThrow('[PATH_INVALID]');
  });

  it('lets an error of a constructor pass', () => {
    @Controller()
    class Throwing {
      constructor() {
        throw new RangeError('no table');
      }

      @Get()
      get(): void {}
    }
    expect(create(Throwing, 'get')).toThrow(new RangeError('no table'));
  });
});
