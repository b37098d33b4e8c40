import { analyze } from '../../src/compiler/index.js';
import {
  Auth,
  Authorizer,
  Body,
  Catch,
  type ContextKey,
  Controller,
  Ctx,
  contextKey,
  createAuthorizer,
  createHandler,
  Get,
  Headers,
  HttpCode,
  Injectable,
  isDefinitionError,
  Lambda,
  Param,
  Public,
  Query,
  Use,
} from '../../src/index.js';
import { createProject } from '../compiler/project.js';

const USER: ContextKey<string> = contextKey('user');

class Missing {}

@Controller('/wrong')
class Wrong {
  @Authorizer('a b')
  named() {
    return true;
  }

  @Authorizer('options', { ttl: 5 } as never)
  options() {
    return true;
  }

  @Authorizer('time', { cacheFor: 3601 })
  time() {
    return true;
  }

  @Authorizer('places')
  places(@Param('id') id: string, @Body(Object) body: unknown, @Auth('sub') sub: string, @Ctx(USER) user: string) {
    return id === sub && body === user;
  }

  @Authorizer('bare')
  bare(token: string) {
    return token === '';
  }

  @Authorizer('cached', { cacheFor: 1 })
  cached(@Headers('authorization') token: string, @Query(Object) all: Record<string, string>) {
    return token === all.token;
  }

  @Get('/route')
  @Authorizer('route')
  @HttpCode(201)
  @Public()
  @Use((_, next) => next())
  @Catch(Error, 400)
  @Lambda({ timeout: 0 })
  route() {
    return true;
  }

  @Get('/plain')
  plain() {
    return true;
  }
}

const messagesOf = (method: keyof Wrong & string): string[] => {
  try {
    createAuthorizer(Wrong, method);
  } catch (error) {
    if (isDefinitionError(error)) return error.problems.map(({ message, code }) => `${code} ${message}`);
  }
  return [];
};

const starting = (text: string) =>
  expect.stringMatching(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\@]/g, '\\$&')}`));

describe('an authorizer', () => {
  it.each<[keyof Wrong & string, string[]]>([
    ['named', [`AUTHORIZER_INVALID @Authorizer has "a b" as its name;`]],
    ['options', ['AUTHORIZER_INVALID @Authorizer was given other options than it has;']],
    ['time', ['AUTHORIZER_INVALID @Authorizer was given other options than it has;']],
    ['places', [0, 1, 2, 3].map((index) => `AUTHORIZER_INVALID parameter ${index} takes what there is not before`)],
    ['bare', ["AUTHORIZER_INVALID parameter 0 has no decorator; write @Headers('authorization'), or remove it"]],
    ['cached', ['AUTHORIZER_INVALID is cached, so that all it goes by has to be known to the gateway;']],
    [
      'route',
      [
        'AUTHORIZER_INVALID has @Get, @HttpCode, middleware, @Catch, @Authorize, @Public, @ApiKey or @Throttle beside @Authorizer',
        "LAMBDA_OPTION_INVALID @Lambda's timeout is 0;",
      ],
    ],
    ['plain', ["AUTHORIZER_INVALID is no authorizer; write @Authorizer('users') above the method"]],
  ])('is refused where it means nothing: %s', (method, messages) => {
    expect(messagesOf(method)).toEqual(messages.map(starting));
  });

  it('is refused without a controller, and without what it needs', () => {
    class NoController {
      @Authorizer('users')
      check() {
        return true;
      }
    }
    @Controller()
    @Injectable()
    class Needy {
      constructor(readonly missing: Missing) {}
      @Authorizer('users')
      check() {
        return true;
      }
    }
    expect(() => createAuthorizer(NoController, 'check')).toThrow('[CONTROLLER_DECORATOR_MISSING]');
    expect(() => createAuthorizer(Needy, 'check')).toThrow('[PROVIDER_NOT_INJECTABLE]');
    expect(() => createHandler(NoController, 'check')).toThrow('[ROUTE_MISSING]');
  });

  it('is used as an instance, or with what it needs put in its place', async () => {
    @Controller()
    class Kept {
      #calls = 0;
      @Authorizer('users')
      check() {
        this.#calls += 1;
        return { calls: this.#calls };
      }
    }
    const handler = createAuthorizer(new Kept(), 'check');
    const event = { type: 'TOKEN', methodArn: 'arn', authorizationToken: 'a' } as const;
    await handler(event);
    expect(await handler(event)).toMatchObject({ context: { calls: '2' } });
  });

  it('is analysed with the places of its mistakes, and has a name of its own', async () => {
    const project = await createProject({
      'a.controller.ts': `import { Authorizer, Body, Controller } from '@gatewright/core';
@Controller()
export class AController {
  @Authorizer('users')
  one(@Body(Object) body: unknown) { return true; }
  @Authorizer('users')
  two() { return true; }
}`,
    });
    try {
      await expect(analyze({ root: project.root, controllers: '*.controller.ts' })).rejects.toThrow(
        /a\.controller\.ts:5:3 AController\.one \(authorizer "users"\): parameter 0 takes .*[\s\S]*a\.controller\.ts:7:3 AController\.two \(authorizer "users"\): has the name of AController\.one; give one of them another \[AUTHORIZER_INVALID\]/,
      );
    } finally {
      await project.remove();
    }
  });
});
