import fc from 'fast-check';
import { MethodNotAllowed, NotFound } from '../../src/http/http-errors.js';
import { matchPath, refuseRoute } from '../../src/http/match-path.js';
import { toProblem } from '../../src/http/problem.js';

describe('matchPath', () => {
  it.each([
    ['/users', '/users', {}],
    ['/', '/', {}],
    ['/users/{id}', '/users/a%20b', { id: 'a%20b' }],
    ['/users/{id}', '/users/%2F', { id: '%2F' }],
    ['/users/{id}', '/users/', undefined],
    // observed: HTTP APIs keep a trailing slash, and answer 404
    ['/users/{id}', '/users/1/', undefined],
    ['/users', '/users/', undefined],
    ['/users', '/Users', undefined],
    ['/users', '', undefined],
    ['/a/{x}/b/{y}', '/a/1/b/2', { x: '1', y: '2' }],
    // greedy parameters catch all that follows: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
    ['/files/{path+}', '/files/a/b%2Fc/', { path: 'a/b%2Fc/' }],
    ['/files/{path+}', '/files/', { path: '' }],
    ['/files/{path+}', '/files', undefined],
    ['/{proxy+}', '/a', { proxy: 'a' }],
    // RFC 3986, 6.2.2.2: an escape of a character is the character
    ['/café', '/caf%C3%A9', {}],
    ['/caf%C3%A9', '/café', {}],
    ['/{__proto__}', '/x', JSON.parse('{"__proto__":"x"}')],
    ['/%zz', '/%zz', {}],
  ])('%s, given %s, has %p', (template, path, expected) => {
    const values = matchPath(template, path);
    expect(values && Object.entries(values)).toEqual(expected && Object.entries(expected));
  });

  it('makes each value by a function, a greedy one as a whole', () => {
    const decode = (text: string) => `<${text}>`;
    expect({ ...matchPath('/{id}/x/{rest+}', '/%41/x/b/c', decode) }).toEqual({ id: '<%41>', rest: '<b/c>' });
  });

  it('takes what is written like a parameter for a value of it', () => {
    expect({ ...matchPath('/{id}', '/{id}') }).toEqual({ id: '{id}' });
  });

  it('has no prototype', () => {
    expect(matchPath('/', '/')?.constructor).toBeUndefined();
  });

  it('gives any values back', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).map(encodeURIComponent);
    fc.assert(
      fc.property(segment, segment, fc.array(segment), (a, b, rest) => {
        expect({ ...matchPath('/x/{a}/{b}/y/{rest+}', `/x/${a}/${b}/y/${rest.join('/')}`) }).toEqual({
          a,
          b,
          rest: rest.join('/'),
        });
      }),
    );
  });
});

describe('refuseRoute', () => {
  const path = '/users/{id}';

  it.each([
    ['GET', 'GET'],
    ['HEAD', 'GET'],
    ['HEAD', 'HEAD'],
    ['DELETE', 'DELETE'],
    ['PATCH', 'ANY'],
    ['', 'ANY'],
  ])('takes %s for a route of %s', (method, routeMethod) => {
    expect(refuseRoute(method, '/users/1', { method: routeMethod, path })).toBeUndefined();
  });

  it.each([
    ['POST', 'GET', 'GET, HEAD'],
    ['HEAD', 'POST', 'POST'],
    ['get', 'GET', 'GET, HEAD'],
    ['', 'PUT', 'PUT'],
  ])('answers %s 405 for a route of %s, with Allow: %s (RFC 9110, 15.5.6)', (method, routeMethod, allow) => {
    const refused = refuseRoute(method, '/users/1', { method: routeMethod, path });
    expect(refused).toEqual(toProblem(new MethodNotAllowed(undefined, { headers: { allow } }), undefined));
  });

  it('answers 404 for another path, whatever the method', () => {
    for (const method of ['GET', 'POST'])
      expect(refuseRoute(method, '/users', { method: 'GET', path })).toEqual(toProblem(new NotFound(), undefined));
  });
});
