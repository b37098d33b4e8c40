import { analyze } from '../../src/compiler/index.js';
import {
  ApiKey,
  Authorize,
  Controller,
  createHandler,
  Get,
  isDefinitionError,
  Public,
  Throttle,
} from '../../src/index.js';
import { buildRoute } from '../../src/model/build-route.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';
import type { ControllerReading } from '../../src/model/reading.js';
import { createProject } from '../compiler/project.js';

@Controller('/base')
@Authorize('users')
@ApiKey()
class Base {
  @Get('/plain')
  plain() {}

  @Get('/open')
  @Public()
  @Throttle({ rate: 0.5, burst: 10 })
  open() {}

  @Get('/closed')
  @Authorize('admins', { scopes: ['orders.read', 'orders.write'] })
  closed() {}
}

@Controller('/derived')
@Throttle({ rate: 5, burst: 1 })
class Derived extends Base {
  @Authorize.iam()
  override open() {}

  @Public()
  override closed() {}

  @Get('/scopes')
  @Authorize({ scopes: ['a'] })
  scopes() {}
}

@Controller('/opened')
@Public()
class Opened extends Base {
  override plain() {}
}

@Controller('/silent')
class Silent {
  @Get()
  get() {}
}

/** What a route's manifest says, by method. */
const guardsOf = (target: typeof Base | typeof Silent) => {
  const application = readApplication([target], new ClassTable());
  const controller = application.controllers[0] as ControllerReading;
  const guards = controller.methods.map((method) => {
    const { authorization, apiKey, throttle } = buildRoute(application, controller, method).route;
    return [method.name, { authorization, apiKey, throttle }];
  });
  return Object.fromEntries(guards);
};

const users = { kind: 'authorizer', name: 'users' };

describe('Authorize, Public, ApiKey and Throttle', () => {
  it('count above the method before those above the class', () => {
    expect(guardsOf(Base)).toEqual({
      plain: { authorization: users, apiKey: true, throttle: undefined },
      open: { authorization: { kind: 'public' }, apiKey: true, throttle: { rate: 0.5, burst: 10 } },
      closed: {
        authorization: { kind: 'authorizer', name: 'admins', scopes: ['orders.read', 'orders.write'] },
        apiKey: true,
        throttle: undefined,
      },
    });
  });

  it('are inherited until something else is said, each kind for itself', () => {
    const throttle = { rate: 5, burst: 1 };
    expect(guardsOf(Derived)).toEqual({
      plain: { authorization: users, apiKey: true, throttle },
      open: { authorization: { kind: 'iam' }, apiKey: true, throttle: { rate: 0.5, burst: 10 } },
      closed: { authorization: { kind: 'public' }, apiKey: true, throttle },
      scopes: { authorization: { kind: 'authorizer', scopes: ['a'] }, apiKey: true, throttle },
    });
    expect(guardsOf(Opened).plain.authorization).toEqual({ kind: 'public' });
  });

  it('leave nothing in the manifest where nothing is said', () => {
    expect(guardsOf(Silent).get).toEqual({ authorization: undefined, apiKey: undefined, throttle: undefined });
  });

  it('say the same in the manifest of a build', async () => {
    const project = await createProject({
      'a.controller.ts': `import { Authorize, Controller, Get, Public, Throttle } from '@gatewright/core';
@Controller('/a')
@Authorize.iam()
export class AController {
  @Get() get() { return {}; }
  @Get('/open') @Public() @Throttle({ rate: 1, burst: 2 }) open() { return {}; }
}`,
    });
    const { manifest } = await analyze({ root: project.root, controllers: '*.controller.ts' });
    await project.remove();
    expect(manifest.routes.map(({ authorization, throttle }) => ({ authorization, throttle }))).toEqual([
      { authorization: { kind: 'iam' } },
      { authorization: { kind: 'public' }, throttle: { rate: 1, burst: 2 } },
    ]);
  });

  it('are refused where they contradict each other or mean nothing, all at once', () => {
    @Controller('/wrong')
    @Throttle({ rate: -1, burst: 1 })
    class Wrong {
      @Get()
      @Public()
      @Authorize('users')
      get() {}

      @Get('/scopes')
      @Authorize('users', { scopes: ['a b'] })
      scopes() {}

      @Get('/name')
      @Authorize('')
      name() {}

      @Get('/options')
      @Authorize('users', { scope: 'a' } as never)
      options() {}

      @Get('/text')
      @Authorize('users', 'a' as never)
      @Throttle({ rate: 1, burst: 0.5 })
      text() {}
    }
    const messagesOf = (method: keyof Wrong): string[] => {
      try {
        createHandler(Wrong, method);
      } catch (error) {
        if (isDefinitionError(error)) return error.problems.map(({ message, code }) => `${code} ${message}`);
      }
      return [];
    };
    const throttle = expect.stringContaining('AUTHORIZATION_INVALID @Throttle was given no limit; write @Throttle({');
    const authorize = expect.stringContaining('AUTHORIZATION_INVALID @Authorize was given neither a name nor scopes;');
    expect(messagesOf('get')).toEqual([
      'AUTHORIZATION_INVALID has @Public and @Authorize at one place; keep one',
      throttle,
    ]);
    for (const method of ['scopes', 'name', 'options'] as const)
      expect(messagesOf(method)).toEqual([authorize, throttle]);
    expect(messagesOf('text')).toEqual([authorize, throttle, throttle]);
  });
});
