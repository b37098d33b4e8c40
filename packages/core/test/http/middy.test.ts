import { jest } from '@jest/globals';
import type { Middleware } from '../../src/http/context.js';
import * as httpApi from '../../src/http/http-api.js';
import { NotFound } from '../../src/http/http-errors.js';
import { fromMiddy, type MiddyMiddleware, type MiddyRequest } from '../../src/http/middy.js';
import { reply } from '../../src/http/replies.js';
import * as restApi from '../../src/http/rest-api.js';
import { contextOf, through } from './context-of.js';

const adapt = (...middleware: MiddyMiddleware[]): Middleware => fromMiddy(middleware, httpApi.toResult);
const fail = (error: unknown) => () => {
  throw error;
};

describe('fromMiddy', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gives hooks the event, the context and the result object', async () => {
    const seen: MiddyRequest[] = [];
    const see = (request: MiddyRequest) => void seen.push({ ...request });
    const event = { version: '2.0' };
    const lambda = { awsRequestId: 'request-1' };
    await through(fromMiddy({ before: see, after: see }, httpApi.toResult), contextOf({ event }, lambda));
    const request = { event, context: lambda, error: undefined, internal: {} };
    expect(seen).toEqual([
      { ...request, response: undefined },
      {
        ...request,
        response: { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'hello' },
      },
    ]);
    expect(seen[0]?.event).toBe(event);
  });

  it('runs before in order, after and onError in reverse', async () => {
    const order: string[] = [];
    const tracing = (name: string): MiddyMiddleware => ({
      before: () => void order.push(`before ${name}`),
      after: () => void order.push(`after ${name}`),
      onError: () => void order.push(`onError ${name}`),
    });
    await through(adapt(tracing('a'), tracing('b')), contextOf());
    expect(order).toEqual(['before a', 'before b', 'after b', 'after a']);
    order.length = 0;
    await through(adapt(tracing('a'), tracing('b')), contextOf(), fail(new Error('x')));
    expect(order).toEqual(['before a', 'before b', 'onError b', 'onError a']);
  });

  it('shares internal between all of a request', async () => {
    const context = contextOf();
    const seen: unknown[] = [];
    await through(
      [
        adapt({ before: ({ internal }: MiddyRequest) => void Object.assign(internal, { a: 1 }) }),
        adapt({ before: ({ internal }: MiddyRequest) => void seen.push(internal) }),
      ],
      context,
    );
    expect(seen).toEqual([{ a: 1 }]);
  });

  it.each<[string, MiddyMiddleware, object]>([
    ['what before returns', { before: () => ({ statusCode: 401, body: 'early' }) }, { statusCode: 401, body: 'early' }],
    ['text that before returns', { before: async () => 'early' }, { statusCode: 200, body: 'early' }],
    [
      'an object that before returns, which is no result',
      { before: () => ({ a: 1 }) },
      { statusCode: 200, body: '{"a":1}' },
    ],
    [
      'earlyResponse, even undefined',
      { before: (request: MiddyRequest) => void Object.assign(request, { earlyResponse: undefined }) },
      { statusCode: 204 },
    ],
    ['what after returns', { after: () => ({ statusCode: 202 }) }, { statusCode: 202, headers: {} }],
    [
      'a body that is no text',
      { after: ({ response }: MiddyRequest) => void Object.assign(response as object, { body: { a: 1 } }) },
      { statusCode: 200, body: '{"a":1}' },
    ],
    [
      'bytes',
      { after: () => ({ statusCode: 200, body: 'AP8=', isBase64Encoded: true }) },
      { body: Buffer.from([0, 255]) },
    ],
    [
      'changed headers and cookies, of every kind',
      {
        after: () => ({
          statusCode: '201',
          headers: { 'X-A': 1, 'x-null': null, 'Set-Cookie': 'c=d' },
          multiValueHeaders: { 'x-b': ['1', '2'], 'x-a': ['0', '1'], 'set-cookie': ['e=f'] },
          cookies: ['a=b'],
          body: 'x',
        }),
      },
      { statusCode: 201, headers: { 'x-a': '0, 1', 'x-b': '1, 2' }, cookies: ['a=b', 'e=f', 'c=d'], body: 'x' },
    ],
  ])('answers with %s', async (_, middleware, expected) => {
    expect(await through(adapt(middleware), contextOf())).toMatchObject(expected);
  });

  it('skips what comes after an early response', async () => {
    const after = jest.fn();
    const method = jest.fn();
    await through(adapt({ before: () => 'early', after }, { before: after, after }), contextOf(), method);
    expect(after).not.toHaveBeenCalled();
    expect(method).not.toHaveBeenCalled();
  });

  it('brings any reply through unchanged', async () => {
    const answers = [
      reply(200, Buffer.from([0, 255]), { 'set-cookie': ['a=b', 'c=d'] }),
      reply(201, { a: 1 }, { 'x-a': 'b' }),
      reply(204),
    ];
    for (const { toResult } of [httpApi, restApi])
      for (const answer of answers) {
        const context = contextOf();
        const plain = await through([], context, () => answer);
        expect(await through(fromMiddy({ after: () => {} }, toResult), context, () => answer)).toEqual(plain);
      }
  });

  it('brings a stream through', async () => {
    const streaming: Middleware = async (_, next) => {
      const inner = await next();
      const { body, ...rest } = inner;
      return {
        ...rest,
        stream: (async function* () {
          yield body as string;
        })(),
      };
    };
    const result = await through([adapt({ after: () => {} }), streaming], contextOf());
    expect(result.stream).toBeDefined();
  });

  it('reads results with a function of its own', async () => {
    const middleware = fromMiddy(
      {},
      (inner) => inner.body,
      (result) => ({ statusCode: 299, headers: {}, body: `${result}!` }),
    );
    expect(await through(middleware, contextOf())).toMatchObject({ statusCode: 299, body: 'hello!' });
  });
});

describe('fromMiddy, of an error', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const handler: MiddyMiddleware = {
    onError(request: MiddyRequest) {
      if (request.response === undefined) request.response = { statusCode: 418, headers: {}, body: `${request.error}` };
    },
  };

  it('keeps the answer that the error has, where no hook gives a response', async () => {
    const onError = jest.fn();
    const error = new NotFound('x');
    expect(await through(adapt({ onError }), contextOf(), fail(error))).toMatchObject({ statusCode: 404 });
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ response: undefined, error });
    expect(await through(adapt({ after: () => {} }), contextOf(), fail(error))).toMatchObject({ statusCode: 404 });
  });

  it.each<[string, MiddyMiddleware]>([
    ['the method', {}],
    ['before', { before: fail(new NotFound('x')) }],
    ['after, whose early response is forgotten', { after: fail(new NotFound('x')) }],
  ])('answers what is thrown by %s with the response of onError', async (_, middleware) => {
    const method = middleware.before || middleware.after ? () => 'a' : fail(new NotFound('x'));
    expect(await through(adapt(handler, middleware), contextOf(), method)).toMatchObject({
      statusCode: 418,
      body: 'HttpError: x',
    });
  });

  it('is handled, to what is around it', async () => {
    const onError = jest.fn();
    const after = jest.fn();
    await through([adapt({ onError, after }), adapt(handler)], contextOf(), fail(new NotFound()));
    expect(onError).not.toHaveBeenCalled();
    expect(after).toHaveBeenCalledTimes(1);
  });

  it('is answered early by what onError returns', async () => {
    const other = jest.fn();
    const middleware = adapt({ onError: other }, { onError: () => ({ statusCode: 409 }) });
    expect(await through(middleware, contextOf(), fail(new NotFound()))).toMatchObject({ statusCode: 409 });
    expect(other).not.toHaveBeenCalled();
  });

  it('is exchanged by what onError throws, whose cause it becomes', async () => {
    const error = new Error('first');
    const other = new NotFound('second');
    const seen: unknown[] = [];
    const watch: Middleware = async (_, next) => void seen.push((await next()).error);
    const run = (thrown: unknown) => through([watch, adapt({ onError: fail(thrown) })], contextOf(), fail(error));
    expect(await run(other)).toMatchObject({ statusCode: 404 });
    expect(other).toMatchObject({ cause: error, originalError: error });
    await run('text');
    await run(error);
    expect(seen).toEqual([other, 'text', error]);
    expect(error.cause).toBeUndefined();
  });

  it('is exchanged by another that onError sets', async () => {
    const exchange = { onError: (request: MiddyRequest) => void Object.assign(request, { error: new NotFound() }) };
    expect(await through(adapt(exchange), contextOf(), fail(new Error('x')))).toMatchObject({ statusCode: 404 });
  });
});
