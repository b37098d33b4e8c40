import { NotFound } from '../../../src/http/http-errors.js';
import type { CorsOptions } from '../../../src/http/middleware/cors.js';
import { cors } from '../../../src/http/middleware/cors.js';
import { contextOf, through } from '../context-of.js';

const ORIGIN = 'https://app.example.com';

/** The CORS headers of an answer, and Vary. */
async function headersOf(options: CorsOptions | undefined, headers: Record<string, string>, method = 'GET') {
  const reply = await through(cors(options), contextOf({ method, headers }));
  return Object.fromEntries(Object.entries(reply.headers).filter(([name]) => /^(vary|access-control)/.test(name)));
}

describe('cors', () => {
  it.each<[string, CorsOptions['origin'], string]>([
    ['text', ORIGIN, ORIGIN],
    ['an expression', /^https:\/\/\w+\.example\.com$/, ORIGIN],
    ['a global expression', /example/g, ORIGIN],
    ['a list', ['https://example.com', /^https:\/\/app\./], ORIGIN],
    ['a function', (origin) => origin === ORIGIN, ORIGIN],
    ['a function that waits', async (_, { route }) => route.id === 'TodosController.list', ORIGIN],
  ])('allows an origin by %s, and says that the answer varies', async (_, origin, allowed) => {
    const middleware = cors({ origin });
    for (let time = 0; time < 2; time += 1)
      expect((await through(middleware, contextOf({ headers: { origin: ORIGIN } }))).headers).toMatchObject({
        'access-control-allow-origin': allowed,
        vary: 'origin',
      });
  });

  it.each<[string, CorsOptions['origin'], string | undefined]>([
    ['another origin', 'https://other.example.com', ORIGIN],
    ['another scheme', ORIGIN, 'http://app.example.com'],
    ['a longer origin', ORIGIN, `${ORIGIN}.attacker.net`],
    ['the origin null', ORIGIN, 'null'],
    ['an origin that a function refuses', () => false, ORIGIN],
    ['an origin of an empty list', [], ORIGIN],
    ['no origin', ORIGIN, undefined],
    ['no origin, with an expression that fits anything', /(?:)/, undefined],
  ])('has only Vary for %s', async (_, origin, sent) => {
    for (const method of ['GET', 'OPTIONS'])
      expect(
        await headersOf(
          { origin, credentials: true, exposedHeaders: ['x-a'] },
          { ...(sent && { origin: sent }), 'access-control-request-method': 'PUT' },
          method,
        ),
      ).toEqual({ vary: 'origin' });
  });

  it('allows any origin the same way, so nothing varies (Fetch, CORS protocol and HTTP caches)', async () => {
    for (const options of [undefined, { origin: '*' }, { origin: ['*'] }])
      for (const headers of [{}, { origin: ORIGIN }])
        expect(await headersOf(options, headers as Record<string, string>)).toEqual({
          'access-control-allow-origin': '*',
        });
  });

  it('allows credentials and lets headers be read', async () => {
    const options = { origin: ORIGIN, credentials: true, exposedHeaders: ['x-a', 'x-b'], maxAge: 5 };
    expect(await headersOf(options, { origin: ORIGIN })).toEqual({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-a, x-b',
      vary: 'origin',
    });
  });

  it('is on errors, too', async () => {
    const reply = await through(cors({ origin: ORIGIN }), contextOf({ headers: { origin: ORIGIN } }), () => {
      throw new NotFound();
    });
    expect(reply).toMatchObject({ statusCode: 404, headers: { 'access-control-allow-origin': ORIGIN } });
  });

  it.each(['*', ['https://a.example', '*']])('refuses credentials to the origin %j (Fetch, 3.3.5)', (origin) => {
    expect(() => cors({ origin, credentials: true })).toThrow(TypeError);
  });

  it('refuses a header that could not be sent', () => {
    expect(() => cors({ exposedHeaders: ['a\r\nb'] })).toThrow(TypeError);
  });
});

describe('cors, of a preflight', () => {
  const preflight = { origin: ORIGIN, 'access-control-request-method': 'PATCH' };

  it('answers 204 without the method, with its lists; the browser refuses what is not in them', async () => {
    const options = { origin: ORIGIN, credentials: true, methods: ['PUT'], allowedHeaders: ['x-a'], maxAge: 600 };
    const context = contextOf({ method: 'OPTIONS', headers: preflight });
    const method = () => {
      throw new Error('not reached');
    };
    expect(await through(cors({ ...options, exposedHeaders: ['x-b'] }), context, method)).toEqual({
      statusCode: 204,
      headers: {
        'access-control-allow-origin': ORIGIN,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'PUT',
        'access-control-allow-headers': 'x-a',
        'access-control-max-age': '600',
        vary: 'origin',
      },
    });
  });

  it('has defaults', async () => {
    expect(await headersOf(undefined, preflight, 'OPTIONS')).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
    });
  });

  it.each([
    ['another method', 'PUT', preflight],
    ['OPTIONS that is no preflight', 'OPTIONS', { origin: ORIGIN }],
  ])('leaves %s to the method', async (_, method, headers) => {
    expect(await through(cors(), contextOf({ method, headers }))).toMatchObject({ statusCode: 200, body: 'hello' });
  });
});
