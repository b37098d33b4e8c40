import { jest } from '@jest/globals';
import { HttpError } from '../../src/http/http-error.js';
import { Conflict } from '../../src/http/http-errors.js';
import { logError, toProblem } from '../../src/http/problem.js';
import { redirect, reply } from '../../src/http/replies.js';
import { TO_REPLY } from '../../src/http/reply.js';

const context = { awsRequestId: 'request-1' };
const INTERNAL = {
  statusCode: 500,
  headers: { 'content-type': 'application/problem+json' },
  body: '{"title":"Internal Server Error","status":500}',
};

describe('toProblem', () => {
  let log: jest.SpiedFunction<typeof console.error>;

  beforeEach(() => {
    log = jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const logged = () => {
    expect(log).toHaveBeenCalledTimes(1);
    const [line, ...rest] = log.mock.calls[0] as [string];
    expect(rest).toEqual([]);
    expect(line).not.toContain('\n');
    return JSON.parse(line);
  };

  it('answers an HttpError as it says, and logs nothing', () => {
    const error = new Conflict('taken', {
      extensions: { by: 'you' },
      headers: { 'Retry-After': '5' },
      cause: new Error('secret'),
    });
    expect(toProblem(error, context)).toEqual({
      statusCode: 409,
      headers: { 'retry-after': '5', 'content-type': 'application/problem+json' },
      body: '{"title":"Conflict","status":409,"detail":"taken","by":"you"}',
    });
    expect(log).not.toHaveBeenCalled();
  });

  it('has one content type, whatever the headers of the error', () => {
    const error = new HttpError(400, undefined, { headers: { 'Content-Type': 'text/html', 'X-A': '1' } });
    expect(toProblem(error, context).headers).toEqual({ 'content-type': 'application/problem+json', 'x-a': '1' });
  });

  it('knows what makes its own reply by its symbol, and answers as it says', () => {
    const error = { [Symbol.for('gatewright.to-reply')]: () => ({ statusCode: 418, headers: {} }) };
    expect(toProblem(error, context)).toEqual({ statusCode: 418, headers: {} });
    expect(toProblem(redirect('/login'), context)).toEqual({ statusCode: 302, headers: { location: '/login' } });
    expect(toProblem(reply(409, { a: 1 }), context)).toMatchObject({ statusCode: 409, body: '{"a":1}' });
    expect(log).not.toHaveBeenCalled();
  });

  it('logs an HttpError from 500 on, with its cause, which would be lost', () => {
    const error = new HttpError(502, 'the bank did not answer', { cause: new Error('ECONNRESET') });
    expect(toProblem(error, context)).toMatchObject({
      statusCode: 502,
      body: '{"title":"Bad Gateway","status":502,"detail":"the bank did not answer"}',
    });
    expect(logged()).toMatchObject({
      level: 'ERROR',
      requestId: 'request-1',
      message: 'the bank did not answer',
      error: { name: 'HttpError', cause: { message: 'ECONNRESET' } },
    });
  });

  it('tells nothing of an unexpected error, and logs it as one line of JSON', () => {
    const error = new TypeError('password=secret\nsecond line');
    expect(toProblem(error, context)).toEqual(INTERNAL);
    expect(logged()).toEqual({
      level: 'ERROR',
      requestId: 'request-1',
      message: 'unexpected error',
      error: { name: 'TypeError', message: 'password=secret\nsecond line', stack: error.stack },
    });
  });

  it('logs without a context, too', () => {
    expect(toProblem(new Error('x'), undefined)).toEqual(INTERNAL);
    expect(logged()).not.toHaveProperty('requestId');
  });

  it.each<[unknown, object]>([
    ['text', { name: 'string', message: 'text' }],
    [undefined, { name: 'undefined', message: 'undefined' }],
    [null, { name: 'object', message: 'null' }],
    [5n, { name: 'bigint', message: '5' }],
    [Symbol('s'), { name: 'symbol', message: 'Symbol(s)' }],
    [{ status: 404 }, { name: 'object', message: '[object Object]' }],
  ])('logs %p, which is no error', (thrown, error) => {
    expect(toProblem(thrown, context)).toEqual(INTERNAL);
    expect(logged()).toMatchObject({ error });
  });

  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const circularCause = new Error('x');
  circularCause.cause = circularCause;
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const refuse = () => {
    throw refusing;
  };
  const refusing: object = new Proxy({}, { get: refuse, getPrototypeOf: refuse, has: refuse, ownKeys: refuse });
  const endless = {
    get cause() {
      return endless;
    },
  };

  it.each<[string, unknown]>([
    ['a status that is none', new HttpError(undefined as never)],
    ['a status that is no whole number', new HttpError(400.5)],
    ['a status of success', new HttpError(200)],
    ['a status beyond the last', new HttpError(600)],
    ['a value that has no text', Object.create(null)],
    ['an error whose message has no JSON', Object.assign(new Error(), { message: 5n })],
    ['an extension that JSON cannot hold', new HttpError(400, 'x', { extensions: { count: 5n } })],
    ['an extension that holds itself', new HttpError(400, 'x', { extensions: circular })],
    [
      'a getter that throws',
      {
        get [TO_REPLY]() {
          throw new Error('no');
        },
      },
    ],
    ['an error that is its own cause', circularCause],
    ['a revoked proxy', revoked.proxy],
    ['a proxy that refuses everything', refusing],
    ['an error whose name is a symbol', Object.assign(new Error('x'), { name: Symbol('x') })],
    ['an error whose stack is an object', Object.assign(new Error('x'), { stack: circular })],
    ['an error whose causes never end', endless],
    ['a stream in an answer', reply(200, (async function* () {})())],
  ])('answers and logs %s', (_, thrown) => {
    expect(toProblem(thrown, context)).toEqual(INTERNAL);
    expect(logged()).toMatchObject({ message: 'unexpected error', requestId: 'request-1' });
  });
});

describe('logError', () => {
  it('logs one line, and nothing of an error that cannot be printed', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    logError('the answer broke off', Object.create(null), undefined);
    expect(log.mock.calls).toEqual([['{"level":"ERROR","message":"the answer broke off"}']]);
    log.mockRestore();
  });

  it('tells five causes at most', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const error = new Error('x');
    error.cause = error;
    logError('x', error, undefined);
    expect(String(log.mock.calls[0]?.[0]).match(/"cause"/g)).toHaveLength(5);
    log.mockRestore();
  });
});

describe('toProblem, of an error with a cause', () => {
  it('logs the causes with it', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    toProblem(new Error('outer', { cause: new TypeError('inner', { cause: 'root' }) }), undefined);
    const line = JSON.parse(String(log.mock.calls[0]?.[0])) as { error: { cause: { name: string; cause: unknown } } };
    log.mockRestore();
    expect(line.error.cause).toMatchObject({
      name: 'TypeError',
      message: 'inner',
      cause: { name: 'string', message: 'root' },
    });
  });
});
