import { Controller, createHandler, Get, Injectable, isDefinitionError, Param, Post } from '../../src/index.js';
import { functionUrlEvent, httpApiEvent } from '../../src/testing/index.js';

@Injectable()
class Log {
  readonly lines: string[] = [];
}

@Controller('/cats')
class CatsController {
  constructor(private readonly log: Log) {}
  @Get('/:name') get(@Param('name') name: string): string {
    this.log.lines.push(name);
    return name;
  }
}

@Controller('/log')
class LogController {
  constructor(private readonly log: Log) {}
  @Get() list(): string[] {
    return this.log.lines;
  }
  @Post() clear(): void {
    this.log.lines.length = 0;
  }
}

describe('createHandler of several routes', () => {
  it('answers the routes of all controllers, which share what is injected', async () => {
    const handler = createHandler([CatsController, LogController]);
    expect(await handler(functionUrlEvent({ method: 'GET', path: '/cats/tom' }))).toMatchObject({ body: 'tom' });
    const route = { method: 'GET', path: '/log' };
    expect(await handler(httpApiEvent({ method: 'GET', path: '/log' }, { route }))).toMatchObject({ body: '["tom"]' });
  });

  it('answers the routes of one controller, and no other', async () => {
    const handler = createHandler(LogController);
    expect(await handler(functionUrlEvent({ method: 'GET', path: '/log' }))).toMatchObject({ body: '[]' });
    expect(await handler(functionUrlEvent({ method: 'GET', path: '/cats/tom' }))).toMatchObject({ statusCode: 404 });
    expect(await handler(functionUrlEvent({ method: 'PUT', path: '/log' }))).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, HEAD, POST' },
    });
  });

  it('uses instances as they are, beside classes', async () => {
    const log = new Log();
    log.lines.push('before');
    const handler = createHandler([new LogController(log), CatsController]);
    await handler(functionUrlEvent({ method: 'GET', path: '/cats/tom' }));
    expect(await handler(functionUrlEvent({ method: 'GET', path: '/log' }))).toMatchObject({ body: '["before"]' });
  });

  it('refuses classes without routes and routes that take the same requests, at once', () => {
    @Controller('/log')
    class OtherController {
      @Get() list(): void {}
    }
    @Controller()
    class EmptyController {}
    class PlainController {}
    try {
      createHandler([LogController, OtherController, EmptyController, PlainController]);
    } catch (error) {
      const codes = isDefinitionError(error) ? error.problems.map(({ code }) => code) : error;
      expect(codes).toEqual(['ROUTE_MISSING', 'CONTROLLER_DECORATOR_MISSING', 'ROUTE_MISSING', 'ROUTE_DUPLICATE']);
      return;
    }
    throw new Error('nothing was refused');
  });
});
