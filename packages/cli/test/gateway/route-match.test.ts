import fc from 'fast-check';
import { matchRoute } from '../../src/gateway/route-match.js';

const route = (key: string) => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path };
};

describe('matchRoute', () => {
  const routes = [
    'ANY /{proxy+}',
    'GET /',
    'GET /pets/{proxy+}',
    'GET /pets/{kind}/{id}',
    'GET /pets/dog/{id}',
    'GET /pets/dog/1',
    'ANY /pets/dog/2',
    'GET /pets/dog/2',
    'GET /{kind}/cat/3',
    'POST /pets',
    'GET /people/{id}/name',
    'GET /{kind}/7/age',
  ].map(route);

  const cases: [string, string | undefined, object?][] = [
    ['GET /pets/dog/1', 'GET /pets/dog/1'],
    ['GET /pets/dog/5', 'GET /pets/dog/{id}', { id: '5' }],
    ['GET /pets/bird/1', 'GET /pets/{kind}/{id}', { kind: 'bird', id: '1' }],
    ['GET /pets/a/b/c', 'GET /pets/{proxy+}', { proxy: 'a/b/c' }],
    ['GET /pets/a/', 'GET /pets/{proxy+}', { proxy: 'a/' }],
    ['GET /pets/dog/2', 'GET /pets/dog/2'],
    ['DELETE /pets/dog/2', 'ANY /pets/dog/2'],
    ['DELETE /pets/dog/1', 'ANY /{proxy+}', { proxy: 'pets/dog/1' }],
    ['HEAD /pets/dog/1', 'ANY /{proxy+}', { proxy: 'pets/dog/1' }],
    ['GET /Pets/dog/1', 'ANY /{proxy+}', { proxy: 'Pets/dog/1' }],
    ['POST /pets', 'POST /pets'],
    ['GET /pets/cat/3', 'GET /pets/{kind}/{id}', { kind: 'cat', id: '3' }],
    ['GET /people/7/age', 'GET /{kind}/7/age', { kind: 'people' }],
    ['GET /people/a%2Fb/name', 'GET /people/{id}/name', { id: 'a%2Fb' }],
    ['GET /', 'GET /'],
  ];

  it.each(cases)('sends %s to %s', (request, key, pathParameters = {}) => {
    const { method, path } = route(request);
    expect(matchRoute(routes, method, path)).toEqual({ route: expect.objectContaining({ key }), pathParameters });
  });

  it('finds nothing for another method, a trailing slash or an empty parameter', () => {
    const few = [route('GET /pets'), route('GET /pets/{id}')];
    expect(matchRoute(few, 'POST', '/pets')).toBeUndefined();
    expect(matchRoute(few, 'GET', '/pets/')).toBeUndefined();
    expect(matchRoute(few, 'GET', '/pets/1/')).toBeUndefined();
    expect(matchRoute(few, 'GET', '*')).toBeUndefined();
  });

  it('chooses the same route in whatever order they are declared', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(routes, { minLength: routes.length }),
        fc.constantFrom(...cases),
        (shuffled, [request, key]) => {
          const { method, path } = route(request);
          expect(matchRoute(shuffled, method, path)?.route.key).toBe(key);
        },
      ),
    );
  });
});
