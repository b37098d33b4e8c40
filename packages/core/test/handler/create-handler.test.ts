import { jest } from '@jest/globals';
import {
  Conflict,
  Controller,
  createHandler,
  Get,
  Header,
  HttpCode,
  HttpError,
  Injectable,
  Param,
  Post,
} from '../../src/index.js';
import { httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';

@Injectable()
class Store {
  find(id: string): string {
    return `stored ${id}`;
  }
}

@Controller('/things')
class Things {
  constructor(private readonly store: Store) {}

  @Get('/:id')
  get(@Param('id') id: string): string {
    return this.store.find(id);
  }

  @Get('/later/:id')
  async later(@Param('id') id: string): Promise<{ id: string }> {
    await Promise.resolve();
    return { id };
  }

  @Post()
  @HttpCode(201)
  @Header('Location', '/things/1')
  @Header('Content-Type', 'application/vnd.thing+json')
  create(): object {
    return { id: 1 };
  }

  @Post('/nothing')
  nothing(): void {}

  @Post('/accepted')
  @HttpCode(202)
  accepted(): void {}

  @Get('/bytes')
  bytes(): Uint8Array {
    return new Uint8Array([1, 255]);
  }

  @Get('/conflict')
  conflict(): void {
    throw new Conflict('taken', {
      headers: { 'Retry-After': '5' },
      extensions: { by: 'you' },
      cause: new Error('secret'),
    });
  }

  @Get('/rejected')
  rejected(): Promise<void> {
    return Promise.reject(new HttpError(418, 'short and stout', { title: 'I’m a teapot' }));
  }

  @Get('/unexpected')
  unexpected(): void {
    throw new Error('password=secret');
  }

  @Get('/thrown-text')
  thrownText(): void {
    throw 'password=secret';
  }

  @Get('/no-json')
  noJson(): unknown {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  }
}

@Controller('/derived')
class Derived extends Things {
  override get(id: string): string {
    return `derived ${super.get(id)}`;
  }
}

const PROBLEM = { 'content-type': 'application/problem+json' };
const INTERNAL = { statusCode: 500, headers: PROBLEM, body: '{"title":"Internal Server Error","status":500}' };

describe.each([
  ['an HTTP API', httpApiEvent],
  ['a REST API', restApiEvent],
])('createHandler, for %s', (_, eventOf) => {
  let log: jest.SpiedFunction<typeof console.error>;

  beforeEach(() => {
    log = jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const answer = (method: keyof Things & string, path = '/things') =>
    createHandler(Things, method)(eventOf({ method: 'GET', path }), lambdaContext({ awsRequestId: 'request-1' }));

  it('answers with what the method returns', async () => {
    const event = eventOf({ method: 'GET', path: '/things/a%20b' }, { route: { method: 'GET', path: '/things/{id}' } });
    const text = { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } };
    expect(await createHandler(Things, 'get')(event)).toEqual({ ...text, body: 'stored a b' });
    expect(await createHandler(Derived, 'get')(event)).toEqual({ ...text, body: 'derived stored a b' });
    expect(await createHandler(Things, 'later')(event)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"id":"a b"}',
    });
  });

  it('uses an instance as it is', async () => {
    const store = { find: (id: string) => `fake ${id}` };
    const event = eventOf({ method: 'GET', path: '/things/7' }, { route: { method: 'GET', path: '/things/{id}' } });
    expect(await createHandler(new Things(store), 'get')(event)).toMatchObject({ body: 'fake 7' });
  });

  it.each<[string, keyof Things & string, object]>([
    [
      'the status and headers of the route',
      'create',
      {
        statusCode: 201,
        headers: { location: '/things/1', 'content-type': 'application/vnd.thing+json' },
        body: '{"id":1}',
      },
    ],
    ['204 where nothing is returned', 'nothing', { statusCode: 204, headers: {} }],
    ['the status of the route where nothing is returned', 'accepted', { statusCode: 202, headers: {} }],
    [
      'bytes in base64',
      'bytes',
      { statusCode: 200, headers: { 'content-type': 'application/octet-stream' }, body: 'Af8=', isBase64Encoded: true },
    ],
    [
      'an HttpError with its problem document',
      'conflict',
      {
        statusCode: 409,
        headers: { ...PROBLEM, 'retry-after': '5' },
        body: '{"title":"Conflict","status":409,"detail":"taken","by":"you"}',
      },
    ],
    [
      'a rejection with its problem document',
      'rejected',
      { statusCode: 418, headers: PROBLEM, body: '{"title":"I’m a teapot","status":418,"detail":"short and stout"}' },
    ],
  ])('answers with %s', async (_, method, result) => {
    expect(JSON.parse(JSON.stringify(await answer(method)))).toStrictEqual(result);
    expect(log).not.toHaveBeenCalled();
  });

  it.each<[keyof Things & string, string]>([
    ['unexpected', 'password=secret'],
    ['thrownText', 'password=secret'],
    ['noJson', expect.stringContaining('circular')],
  ])('logs and hides what %s throws', async (method, message) => {
    expect(JSON.parse(JSON.stringify(await answer(method)))).toStrictEqual(INTERNAL);
    expect(log.mock.calls.map(([line]) => JSON.parse(line as string))).toMatchObject([
      { level: 'ERROR', requestId: 'request-1', message: 'unexpected error', error: { message } },
    ]);
  });

  it('has no callback parameter, which Lambda refuses', () => {
    expect(createHandler(Things, 'get')).toHaveLength(2);
  });
});
