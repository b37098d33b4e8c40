import { jest } from '@jest/globals';
import { type Catch, toCaught } from '../../src/http/catch.js';
import type { HttpContext } from '../../src/http/context.js';
import { HttpError } from '../../src/http/http-error.js';
import { Conflict, NotFound } from '../../src/http/http-errors.js';
import { redirect, reply } from '../../src/http/replies.js';
import { contextOf } from './context-of.js';

class Base extends Error {}
class Derived extends Base {}

describe('toCaught', () => {
  let log: jest.SpiedFunction<typeof console.error>;

  beforeEach(() => {
    log = jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const caught = (error: unknown, ...levels: Catch[][]) =>
    toCaught(error, levels, { awsRequestId: 'request-1' }, () => contextOf());
  const say = (text: string) => () => text;

  it.each<[string, unknown, Catch[][], unknown]>([
    ['the class', new Base(), [[[Base, say('a')]]], 'a'],
    ['a class above it', new Derived(), [[[Base, say('a')]]], 'a'],
    [
      'the most specific class, whatever the order',
      new Derived(),
      [
        [
          [Error, say('a')],
          [Derived, say('b')],
          [Base, say('c')],
        ],
      ],
      'b',
    ],
    ['the innermost level, though less specific', new Derived(), [[[Error, say('a')]], [[Derived, say('b')]]], 'a'],
    ['an outer level where the inner has no match', new Base(), [[[Derived, say('a')]], [[Base, say('b')]]], 'b'],
    ['one of several', new Base(), [[[[TypeError, Base], say('a')]]], 'a'],
    [
      'a name, exactly',
      Object.assign(new Error(), { name: 'Throttled' }),
      [
        [
          ['Throttle', say('a')],
          ['Throttled', say('b')],
        ],
      ],
      'b',
    ],
    [
      'a name before a class above',
      Object.assign(new Derived(), { name: 'Throttled' }),
      [
        [
          [Base, say('a')],
          ['Throttled', say('b')],
        ],
      ],
      'b',
    ],
    [
      'the first of two that are as near',
      new Base(),
      [
        [
          [Base, say('a')],
          [Base, say('b')],
        ],
      ],
      'a',
    ],
    [
      'the next where one returns undefined',
      new Derived(),
      [
        [
          [Derived, () => undefined],
          [Base, say('a')],
        ],
      ],
      'a',
    ],
    [
      'the next level where one returns undefined',
      new Derived(),
      [[[Derived, () => undefined]], [[Base, say('a')]]],
      'a',
    ],
    ['an HttpError', new NotFound(), [[[NotFound, say('a')]]], 'a'],
    ['text that was thrown', 'text', [[[String, say('a')]]], 'a'],
  ])('answers by %s', async (_, error, levels, body) => {
    expect(await caught(error, ...levels)).toMatchObject({ statusCode: 200, body });
  });

  it.each<[string, unknown, Catch, object]>([
    [
      'a status',
      new Base('no such todo'),
      [Base, 404],
      { statusCode: 404, body: '{"title":"Not Found","status":404,"detail":"no such todo"}' },
    ],
    [
      'a status, without a message',
      new Base(),
      [Base, 404],
      { statusCode: 404, body: '{"title":"Not Found","status":404}' },
    ],
    ['an answer', new Base(), [Base, () => reply(409, { a: 1 })], { statusCode: 409, body: '{"a":1}' }],
    ['a returned HttpError', new Base(), [Base, () => new Conflict('x')], { statusCode: 409 }],
    [
      'a thrown HttpError',
      new Base(),
      [
        Base,
        () => {
          throw new Conflict('x');
        },
      ],
      { statusCode: 409 },
    ],
    [
      'a thrown redirection',
      new Base(),
      [
        Base,
        () => {
          throw redirect('/a');
        },
      ],
      { statusCode: 302 },
    ],
    ['a Response', new Base(), [Base, async () => new Response('x', { status: 418 })], { statusCode: 418, body: 'x' }],
    ['null', new Base(), [Base, () => null], { statusCode: 204 }],
    [
      'text of the error and the context',
      new Base('m'),
      [Base, ({ message }: Error, { route }: HttpContext) => `${message} ${route.id}`],
      { body: 'm TodosController.list' },
    ],
  ])('answers with %s', async (_, error, entry, expected) => {
    expect(await caught(error, [entry])).toMatchObject(expected);
    expect(log).not.toHaveBeenCalled();
  });

  it('keeps the message of a server’s error from the client, and logs it', async () => {
    const error = new Base('connect ECONNREFUSED 10.0.0.1');
    expect(await caught(error, [[Base, 503]])).toMatchObject({ body: '{"title":"Service Unavailable","status":503}' });
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
      requestId: 'request-1',
      error: { cause: { message: 'connect ECONNREFUSED 10.0.0.1' } },
    });
  });

  it.each<[string, unknown, Catch[]]>([
    [
      'what nothing matches',
      new Error('x'),
      [
        [Base, 404],
        ['Other', 404],
      ],
    ],
    ['undefined', undefined, [[Object, 404]]],
    ['null', null, [['null', 404]]],
    [
      'a proxy that refuses',
      new Proxy(
        {},
        {
          getPrototypeOf() {
            throw new Error('no');
          },
        },
      ),
      [[Object, 404]],
    ],
    [
      'what a function throws',
      new Base(),
      [
        [
          Base,
          () => {
            throw new TypeError('bug');
          },
        ],
      ],
    ],
    ['an error that a function returns', new Base(), [[Base, () => new TypeError('bug')]]],
  ])('answers 500 for %s', async (_, error, level) => {
    expect(await caught(error, level)).toMatchObject({ statusCode: 500, body: expect.not.stringContaining('bug') });
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('answers an HttpError that nothing matches as it says, and makes no context for it', async () => {
    const context = jest.fn(() => contextOf());
    const reply = await toCaught(new HttpError(418, 'x'), [[[Base, 404]]], undefined, context);
    expect(reply).toMatchObject({ statusCode: 418 });
    expect(context).not.toHaveBeenCalled();
  });
});
