import fc from 'fast-check';
import type { Answers } from '../../src/http/answers.js';
import { matchPath } from '../../src/http/match-path.js';
import { createRouter, findAnswer } from '../../src/http/router.js';

/** Answers that say which route they are of. */
const answersOf = (keys: readonly string[]): Answers =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(keys.map((key) => [key, async () => ({ statusCode: 200, headers: {}, body: key })])),
  );

const ask = async (keys: readonly string[], request: string, { preflights = [] as string[], asked = '' } = {}) => {
  const [method = '', path = ''] = request.split(' ');
  const router = createRouter(answersOf(keys), preflights);
  const answer = findAnswer(router, { method, path, asked: () => asked });
  return answer(undefined as never, undefined as never);
};

const routeOf = async (keys: readonly string[], request: string) => {
  const { statusCode, body } = await ask(keys, request);
  return statusCode === 200 ? body : statusCode;
};

describe('findAnswer', () => {
  it.each([
    [['GET /users', 'GET /users/{id}'], 'GET /users', 'GET /users'],
    [['GET /users/{id}', 'GET /users/me'], 'GET /users/me', 'GET /users/me'],
    [['GET /users/{id}', 'GET /users/me'], 'GET /users/7', 'GET /users/{id}'],
    // HTTP APIs: the method counts before the path is more specific
    [['GET /users/me', 'DELETE /users/{id}'], 'DELETE /users/me', 'DELETE /users/{id}'],
    [['GET /a/{x}/c', 'GET /a/b/d'], 'GET /a/b/c', 'GET /a/{x}/c'],
    // HTTP APIs: a full match before a greedy one
    [['GET /a/{path+}', 'GET /{x}/b'], 'GET /a/b', 'GET /{x}/b'],
    [['GET /a/{path+}', 'GET /{path+}'], 'GET /a/b/c', 'GET /a/{path+}'],
    [['GET /a/{path+}', 'GET /{path+}'], 'GET /b', 'GET /{path+}'],
    [['GET /files/{path+}'], 'GET /files/', 'GET /files/{path+}'],
    [['GET /files/{path+}'], 'GET /files', 404],
    [['ANY /x', 'GET /x'], 'GET /x', 'GET /x'],
    [['ANY /x', 'GET /x'], 'POST /x', 'ANY /x'],
    [['ANY /{proxy+}', 'GET /x'], 'POST /x', 'ANY /{proxy+}'],
    // a trailing slash is a segment, and a parameter is not empty
    [['GET /users', 'GET /users/{id}'], 'GET /users/', 404],
    [['GET /users/{id}'], 'GET /users/7/', 404],
    [['GET /'], 'GET /', 'GET /'],
    [['GET /'], 'GET ', 404],
    [['GET /users'], 'GET users', 404],
    // RFC 3986, 6.2.2.2: an escape of a character is the character; a slash in a segment is none of the path's
    [['GET /café'], 'GET /caf%C3%A9', 'GET /café'],
    [['GET /users/{id}'], 'GET /users/a%2Fb', 'GET /users/{id}'],
    [['GET /%zz'], 'GET /%zz', 'GET /%zz'],
    [['GET /{a}'], 'GET /__proto__', 'GET /{a}'],
    [['GET /users'], 'constructor /users', 405],
  ])('of %j, answers %s with %s', async (keys, request, expected) => {
    expect(await routeOf(keys, request)).toBe(expected);
  });

  it('answers HEAD by the GET route of the same path, before one for any method (RFC 9110, 9.3.2)', async () => {
    expect(await routeOf(['GET /x', 'ANY /{proxy+}'], 'HEAD /x')).toBe('GET /x');
    expect(await routeOf(['GET /x', 'HEAD /x'], 'HEAD /x')).toBe('HEAD /x');
    expect(await routeOf(['POST /x'], 'HEAD /x')).toBe(405);
  });

  it('answers 405 with the methods of all routes of the path (RFC 9110, 15.5.6)', async () => {
    expect(await ask(['GET /users/me', 'DELETE /users/{id}', 'POST /users'], 'PUT /users/me')).toEqual({
      statusCode: 405,
      headers: { allow: 'GET, HEAD, DELETE', 'content-type': 'application/problem+json' },
      body: '{"title":"Method Not Allowed","status":405}',
    });
  });

  it('answers 404 with a problem', async () => {
    expect(await ask(['GET /users'], 'GET /nobody')).toEqual({
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"title":"Not Found","status":404}',
    });
  });

  it('answers OPTIONS with the methods of the path, unless it has a route (RFC 9110, 9.3.7)', async () => {
    expect(await ask(['PUT /x', 'GET /x'], 'OPTIONS /x')).toEqual({
      statusCode: 204,
      headers: { allow: 'GET, HEAD, PUT' },
    });
    expect(await routeOf(['GET /x', 'OPTIONS /x'], 'OPTIONS /x')).toBe('OPTIONS /x');
    expect(await routeOf(['GET /x'], 'OPTIONS /y')).toBe(404);
  });

  it('lets the middleware of the route that a preflight asks for answer it, where it has any', async () => {
    const keys = ['GET /x', 'POST /x'];
    expect(await ask(keys, 'OPTIONS /x', { preflights: ['POST /x'], asked: 'POST' })).toMatchObject({
      body: 'POST /x',
    });
    for (const asked of ['GET', 'DELETE', ''])
      expect(await ask(keys, 'OPTIONS /x', { preflights: ['POST /x'], asked })).toEqual({
        statusCode: 204,
        headers: { allow: 'GET, HEAD, POST' },
      });
  });

  it('finds a route just where its own template fits, and the same one in whatever order they are declared', () => {
    const segment = fc.constantFrom('a', 'b', '{x}', '{y}');
    const template = fc
      .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom('', '/{rest+}'))
      .map(([segments, rest]) =>
        `/${segments.map((each, index) => each.replace(/[xy]/, (name) => name + index)).join('/')}${rest}`.replace(
          '//',
          '/',
        ),
      );
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 4 })
      .map((segments) => `/${segments.join('/')}`);
    return fc.assert(
      fc.asyncProperty(fc.array(template, { minLength: 1, maxLength: 6 }), path, async (templates, given) => {
        const keys = [...new Map(templates.map((each) => [each.replace(/\{\w+/g, '{'), `GET ${each}`])).values()];
        const found = await routeOf(keys, `GET ${given}`);
        expect(await routeOf([...keys].reverse(), `GET ${given}`)).toBe(found);
        const fitting = keys.filter((key) => matchPath(key.slice(4), given) !== undefined);
        if (fitting.length === 0) expect(found).toBe(404);
        else expect(fitting).toContain(found);
      }),
    );
  });
});
