import { HttpError } from '../../src/http/http-error.js';
import { NotFound } from '../../src/http/http-errors.js';
import { TO_REPLY } from '../../src/http/reply.js';

const detailsOf = (error: HttpError) => JSON.parse(String(error[TO_REPLY]().body));

describe('HttpError', () => {
  it('is an Error with a status and a detail', () => {
    const error = new HttpError(409, 'the title is taken');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'HttpError',
      status: 409,
      detail: 'the title is taken',
      message: 'the title is taken',
    });
    expect(error).not.toHaveProperty('cause');
  });

  it.each<[string, HttpError, string]>([
    ['the detail', new HttpError(404, 'no such user', { title: 'Missing' }), 'no such user'],
    ['the title, where there is no detail', new HttpError(404, undefined, { title: 'Missing' }), 'Missing'],
    ['the reason phrase, where there is neither', new HttpError(404), 'Not Found'],
    ['that it is an error, for a status without reason phrase', new HttpError(499), 'Error'],
  ])('has for its message %s', (_, error, message) => {
    expect(error.message).toBe(message);
  });

  it('has problem details with the reason phrase for a title, and no member that was not given', () => {
    expect(detailsOf(new HttpError(404))).toEqual({ title: 'Not Found', status: 404 });
    expect(detailsOf(new HttpError(499, 'gone away'))).toEqual({ title: 'Error', status: 499, detail: 'gone away' });
  });

  it('has every member of RFC 9457 and its extensions', () => {
    const error = new HttpError(403, 'Your balance is 30, but that costs 50.', {
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      instance: '/account/12345/msgs/abc',
      extensions: { balance: 30, accounts: ['/account/12345'] },
      headers: { 'retry-after': '60' },
    });
    expect(error[TO_REPLY]().body).toBe(
      '{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","status":403,"detail":"Your balance is 30, but that costs 50.","instance":"/account/12345/msgs/abc","balance":30,"accounts":["/account/12345"]}',
    );
    expect(error[TO_REPLY]().headers).toEqual({ 'content-type': 'application/problem+json', 'retry-after': '60' });
  });

  it('does not let an extension change a member of its own', () => {
    const extensions = { status: 'active', title: 'x', type: 'x', detail: 'x', instance: 'x', more: 1 };
    expect(detailsOf(new HttpError(409, 'taken', { extensions }))).toEqual({
      title: 'Conflict',
      status: 409,
      detail: 'taken',
      more: 1,
    });
  });

  it('keeps a cause, and tells nothing of it', () => {
    const cause = new Error('password=secret');
    const error = new HttpError(424, 'the bank did not answer', { cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error[TO_REPLY]())).not.toContain('secret');
  });
});

describe('HttpError, with headers', () => {
  it.each([
    ['a value', { location: '/a\r\nset-cookie: b=c' }],
    ['a name', { 'a\nb': 'c' }],
    ['a cookie', { 'set-cookie': ['a=b', 'c=d\ne'] }],
  ])('refuses a line break in %s', (_name, headers) => {
    expect(() => new HttpError(503, 'x', { headers })).toThrow(TypeError);
  });

  it('has numbers and lists for values, and cookies apart', () => {
    const headers = { 'Retry-After': 60, Allow: ['GET', 'PUT'], 'Set-Cookie': 'a=b', 'X-None': undefined };
    expect(new HttpError(405, 'x', { headers })[TO_REPLY]()).toMatchObject({
      headers: { 'retry-after': '60', allow: 'GET, PUT', 'content-type': 'application/problem+json' },
      cookies: ['a=b'],
    });
  });
});

describe('HttpError as the class of every error with an answer', () => {
  class Mine extends HttpError {}

  it.each([
    ['its own', new HttpError(418), true],
    ["a class's that has the title of its status", new NotFound(), true],
    ["an author's", new Mine(409), true],
    ['another error', new TypeError('x'), false],
    ['no error', undefined, false],
  ])('tells %s', (_, value, expected) => {
    expect(value instanceof HttpError).toBe(expected);
  });

  it('leaves the classes that extend it to themselves', () => {
    expect(new Mine(409) instanceof Mine).toBe(true);
    expect(new NotFound() instanceof Mine).toBe(false);
    expect(new HttpError(404) instanceof NotFound).toBe(false);
  });
});
