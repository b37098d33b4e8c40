import { IsString } from 'class-validator';
import { Body, Controller, Get, Header, HttpCode, Lambda, Param, Patch, Post, Query, Req } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import { buildRoute } from '../../src/model/build-route.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';
import type { MethodFact, SourceFacts } from '../../src/model/source-facts.js';

class Input {
  @IsString()
  name!: string;
}

@Controller('/users/:user')
@Lambda({ memorySize: 256, environment: { A: '1', B: '1' } })
class Users {
  @Patch('posts/:post')
  @HttpCode(202)
  @Header('X-Second', 'b')
  @Header('Cache-Control', 'no-store')
  @Lambda({ timeout: 10, environment: { B: '2' } })
  update(@Param('user') user: string, @Param('post') post: number, @Body() input: Input): string {
    return `${user}${post}${input.name}`;
  }

  @Get()
  list(@Req() request: unknown): unknown {
    return request;
  }

  @Get('all/{rest+}')
  all(@Param(Object) parameters: object): unknown {
    return parameters;
  }
}

const build = (target: Class, name: string, facts?: SourceFacts) => {
  const application = readApplication([target], new ClassTable());
  const controller = application.controllers[0]!;
  const method = controller.methods.find((entry) => entry.name === name)!;
  return buildRoute(application, controller, method, facts);
};

const linesOf = (target: Class, name: string, facts?: SourceFacts): string[] =>
  build(target, name, facts).problems.map(
    ({ at, where, message, code }) => `${at === undefined ? '' : `${at} `}${where}: ${message} [${code}]`,
  );

describe('buildRoute', () => {
  it('joins what is known of a route', () => {
    expect(build(Users, 'update')).toEqual({
      route: {
        id: 'Users.update',
        method: 'PATCH',
        path: '/users/{user}/posts/{post}',
        controller: 'Users',
        controllerMethod: 'update',
        parameters: [
          { index: 0, in: 'path', name: 'user', type: { kind: 'string' }, required: true },
          { index: 1, in: 'path', name: 'post', type: { kind: 'number' }, required: true },
          { index: 2, in: 'body', type: { kind: 'class', class: 'Input' }, required: true },
        ],
        statusCode: 202,
        headers: { 'x-second': 'b', 'cache-control': 'no-store' },
        consumes: ['application/json', '*/*+json'],
        layers: [],
        catches: [],
        promise: 'maybe',
        lambda: { memorySize: 256, timeout: 10, environment: { A: '1', B: '2' } },
      },
      problems: [],
      warnings: [],
    });
  });

  it.each(['list', 'all'])('accepts a path parameter that is taken with the rest, in %s', (name) => {
    expect(linesOf(Users, name)).toEqual([]);
    expect(build(Users, name).route).toMatchObject({ headers: {}, lambda: { memorySize: 256 } });
  });

  it('has no options where none are given', () => {
    @Controller()
    class Bare {
      @Get()
      list(): void {}
    }
    expect(build(Bare, 'list').route.lambda).toEqual({});
  });

  it('says each mistake of a route, all at once', () => {
    @Controller('/users')
    @Lambda({ timeout: 0 })
    class Wrong {
      @Post('/:id/:other')
      @HttpCode(99)
      @Header('x y', 'z')
      @Lambda({ memorySize: 1 })
      create(@Param('ID') @Query('id') id: string, bare: string, @Body('x') x: string, bareToo: string): string {
        return id + bare + x + bareToo;
      }
    }
    const where = 'Wrong.create (POST /users/{id}/{other})';
    expect(linesOf(Wrong, 'create')).toEqual([
      `${where}: no parameter of the method takes the path parameter "id"; write @Param('id'), or remove it from the path [PATH_PARAMETER_UNBOUND]`,
      `${where}: no parameter of the method takes the path parameter "other"; write @Param('other'), or remove it from the path [PATH_PARAMETER_UNBOUND]`,
      `${where}: parameter 0 takes the path parameter "ID", which is not in the path; the path has "id", "other" [PATH_PARAMETER_UNKNOWN]`,
      `${where}: parameter 0 has @Query and @Param; keep one of them [PARAMETER_DECORATED_TWICE]`,
      `${where}: parameter 1 has no decorator, so nothing would be passed to it; decorate it, give it a default value, or remove it [PARAMETER_UNBOUND]`,
      `${where}: parameter 3 has no decorator, so nothing would be passed to it; decorate it, give it a default value, or remove it [PARAMETER_UNBOUND]`,
      `${where}: @HttpCode(99) is not a status; give a whole number from 200 to 599 [HTTP_CODE_INVALID]`,
      `${where}: @Header("x y", ...) is not a header name; use letters, digits and hyphens [HEADER_INVALID]`,
      `${where}: @Lambda's timeout is 0; give a whole number of seconds from 1 to 900 [LAMBDA_OPTION_INVALID]`,
      `${where}: @Lambda's memorySize is 1; give a whole number of MB from 128 to 10240 [LAMBDA_OPTION_INVALID]`,
    ]);
  });

  it('tells what the path lacks where it has no parameters', () => {
    @Controller()
    class Lacking {
      @Get('/x')
      get(@Param('id') id: string): string {
        return id;
      }
    }
    expect(linesOf(Lacking, 'get')).toEqual([
      'Lacking.get (GET /x): parameter 0 takes the path parameter "id", which is not in the path; add it to the path [PATH_PARAMETER_UNKNOWN]',
    ]);
  });

  it('reports a path that cannot be, and nothing of its parameters', () => {
    @Controller('/a b')
    class Spaced {
      @Get('/:id')
      get(@Param('other') id: string): string {
        return id;
      }
    }
    expect(linesOf(Spaced, 'get')).toEqual([
      'Spaced.get (GET /a b/{id}): the segment "a b" has a character that a path cannot have; percent-encode it [PATH_INVALID]',
    ]);
  });

  it('reports a path that is no text', () => {
    @Controller()
    class Numbered {
      @Get(5 as unknown as string)
      get(): void {}
    }
    expect(linesOf(Numbered, 'get')).toEqual(['Numbered.get (GET /): a path is a string, not number [PATH_INVALID]']);
  });

  it('reports two routes of a method, and nothing of their paths', () => {
    @Controller()
    class Twice {
      @Get('/first/:id')
      @Post('/second')
      both(): void {}
    }
    expect(linesOf(Twice, 'both')).toEqual([
      "Twice.both (GET /first/{id}): has @Get('/first/:id') and @Post('/second'); keep one, and give the other route a method of its own [ROUTE_REPEATED]",
    ]);
  });

  it('does not ask for a path parameter that a refused parameter may take', () => {
    @Controller()
    class Unnamed {
      @Get('/:id')
      get(@Param() id: string): string {
        return id;
      }
    }
    expect(linesOf(Unnamed, 'get')).toEqual([
      "Unnamed.get (GET /{id}), parameter 0: @Param() has no name, and the parameter's own is only known to a compiled handler; write @Param('name') [PARAMETER_NAME_MISSING]",
    ]);
  });

  it('builds the route of a class without @Controller as if it had the root for its path', () => {
    class Bare {
      @Get('/x')
      get(): void {}
    }
    expect(build(Bare, 'get')).toMatchObject({ route: { path: '/x' }, problems: [] });
  });

  it('goes by the key of a class that was not read', () => {
    const application = readApplication([Users], new ClassTable());
    const controller = application.controllers[0]!;
    const { route } = buildRoute({ ...application, classes: {} }, controller, controller.methods[1]!);
    expect(route).toMatchObject({ id: 'Users.list', controller: 'Users' });
  });

  describe('with what the source says', () => {
    const source = { file: 'src/users.ts', line: 3, column: 2 };
    const method: MethodFact = {
      source,
      returns: { kind: 'unknown' },
      answers: 'any',
      promise: 'maybe',
      summary: 'Gets it.',
      parameters: [
        { name: 'id', optional: false, source: { ...source, line: 4 } },
        { name: 'sort', optional: false, source: { ...source, line: 5 } },
        { name: 'page', optional: true, source: { ...source, line: 6 } },
      ],
    };
    const facts: SourceFacts = {
      classAt: () => undefined,
      method: (key, name) => (key === 'Known' && name === 'get' ? method : undefined),
    };

    @Controller()
    class Known {
      @Get('/:id/:other')
      get(@Param() id: string, @Query() sort: string, @Query() page?: number): string {
        return `${id}${sort}${page}`;
      }
    }

    it('takes names from it, says where problems are, collects warnings and hands the facts on', () => {
      const built = build(Known, 'get', facts);
      expect(built.route.parameters.map(({ name }) => name)).toEqual(['id', 'sort', 'page']);
      expect(built.fact).toBe(method);
      expect(linesOf(Known, 'get', facts)).toEqual([
        `src/users.ts:3:2 Known.get (GET /{id}/{other}): no parameter of the method takes the path parameter "other"; write @Param('other'), or remove it from the path [PATH_PARAMETER_UNBOUND]`,
      ]);
      expect(built.warnings).toEqual([
        "src/users.ts:5:2 Known.get (GET /{id}/{other}), parameter 1 (sort): may be undefined, which its type does not say; write sort?, a default value, or @Query('sort', { required: true })",
      ]);
    });

    it('does without facts of another method', () => {
      expect(build(Users, 'list', facts)).not.toHaveProperty('fact');
    });
  });
});
