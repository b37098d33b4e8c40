import { jest } from '@jest/globals';
import type { Middleware, MiddlewareReply } from '../../src/http/context.js';
import { contextKey } from '../../src/http/http-context.js';
import { NotFound } from '../../src/http/http-errors.js';
import { reply } from '../../src/http/replies.js';
import { contextOf, through } from './context-of.js';

const HELLO = { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'hello' };

describe('runMiddleware', () => {
  let log: jest.SpiedFunction<typeof console.error>;

  beforeEach(() => {
    log = jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const logged = () => JSON.parse(String(log.mock.calls[0]?.[0])).error.message;

  it('answers without middleware', async () => {
    expect(await through([], contextOf())).toEqual(HELLO);
  });

  it('runs from the outside in and back', async () => {
    const order: string[] = [];
    const tracing =
      (name: string): Middleware =>
      async (_, next) => {
        order.push(`${name} in`);
        const result = await next();
        order.push(`${name} out`);
        return result;
      };
    await through([tracing('a'), tracing('b')], contextOf(), () => order.push('method'));
    expect(order).toEqual(['a in', 'b in', 'method', 'b out', 'a out']);
  });

  it.each<[string, Middleware, object]>([
    ['the reply of next', (_, next) => next(), HELLO],
    ['nothing after next', async (_, next) => void (await next()), HELLO],
    ['nothing, and does not wait for next', (_, next) => void next(), HELLO],
    [
      'a changed reply',
      async (_, next) => {
        const result = await next();
        result.statusCode = 202;
        result.headers['X-A'] = '1';
        result.headers['Set-Cookie'] = 'a=b';
      },
      { ...HELLO, statusCode: 202, headers: { ...HELLO.headers, 'x-a': '1' }, cookies: ['a=b'] },
    ],
    ['a copy', async (_, next) => ({ ...(await next()), statusCode: 203 }), { ...HELLO, statusCode: 203 }],
    ['text', () => 'early', { ...HELLO, body: 'early' }],
    ['null', () => null, { statusCode: 204, headers: {} }],
    ['an answer', () => reply(401), { statusCode: 401, headers: {} }],
    ['an object that looks like a reply', () => ({ statusCode: 1 }), { statusCode: 200, body: '{"statusCode":1}' }],
    ['a Response', () => new Response('x', { status: 201 }), { statusCode: 201, body: 'x' }],
  ])('answers with %s', async (_, middleware, expected) => {
    const result = await through(middleware, contextOf());
    expect(result).toMatchObject(expected);
    expect(Object.getOwnPropertySymbols(result)).toEqual([]);
  });

  it('passes values on in the context', async () => {
    const key = contextKey<number>('key');
    const context = contextOf();
    const add: Middleware = (given, next) => {
      given.set(key, 7);
      return next();
    };
    await through([(_, next) => next(), add], context);
    expect(context.get(key)).toBe(7);
  });

  it('shows an error as the reply that it is answered with, from the method and from middleware', async () => {
    const error = new NotFound('x');
    const fail = () => {
      throw error;
    };
    const seen: MiddlewareReply[] = [];
    const watch: Middleware = async (_, next) => {
      seen.push(await next());
    };
    const copy: Middleware = async (_, next) => ({ ...(await next()), statusCode: 410 });
    expect(await through([watch, copy, watch], contextOf(), fail)).toMatchObject({ statusCode: 410 });
    expect(await through([watch, fail], contextOf())).toMatchObject({ statusCode: 404 });
    expect(seen.map((result) => result.error)).toEqual([error, error, error]);
    expect(Object.keys(seen[0] as object)).not.toContain('error');
  });

  it('does not say that a new answer is that of the error', async () => {
    const seen: MiddlewareReply[] = [];
    const watch: Middleware = async (_, next) => void seen.push(await next());
    const recover: Middleware = async (_, next) => ((await next()).error === undefined ? undefined : 'instead');
    await through([watch, recover], contextOf(), () => {
      throw new NotFound();
    });
    expect(seen[0]).toMatchObject({ body: 'instead' });
    expect(seen[0]?.error).toBeUndefined();
  });

  it.each<[string, Middleware, string]>([
    ['does nothing', function idle() {}, 'middleware idle neither called next() nor returned a reply'],
    ['has no name either', (() => () => {})(), 'middleware (without a name) neither'],
    [
      'calls next twice',
      async function twice(_, next) {
        await next();
        await next();
      },
      'middleware twice called next() twice',
    ],
    [
      'throws',
      () => {
        throw new Error('no');
      },
      'no',
    ],
    [
      'sets a header with a line break',
      async (_, next) => {
        (await next()).headers['x-a'] = 'b\nc';
      },
      'the header x-a has a line break',
    ],
  ])('answers 500 for middleware that %s, and logs it', async (_, middleware, message) => {
    expect(await through(middleware, contextOf())).toMatchObject({ statusCode: 500 });
    expect(logged()).toContain(message);
  });
});
