import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import fc from 'fast-check';
import * as door from '../../src/http/any-door.js';
import {
  albEvent,
  functionUrlEvent,
  type GatewayRequest,
  httpApiEvent,
  httpApiV1Event,
  restApiEvent,
} from '../../src/testing/index.js';

const text = fc.string({ unit: 'grapheme' });
const route = { method: 'GET', path: '/users/{id}' };

describe.each([
  ['an HTTP API', (request: GatewayRequest) => httpApiEvent(request, { route })],
  ["an HTTP API's stage", (request: GatewayRequest) => httpApiEvent(request, { route, stage: 'dev' })],
  ['an HTTP API, payload 1.0', (request: GatewayRequest) => httpApiV1Event(request, { route })],
  ['a REST API', (request: GatewayRequest) => restApiEvent(request, { route })],
  ["a REST API's custom domain", (request: GatewayRequest) => restApiEvent(request, { route, basePath: '/v1' })],
  ['a Function URL', (request: GatewayRequest) => functionUrlEvent(request)],
  ['a load balancer', (request: GatewayRequest) => albEvent(request, { multiValueHeaders: true })],
])('the door of any event, of %s', (_, eventOf) => {
  const get = (request: Partial<GatewayRequest>) => eventOf({ method: 'GET', path: '/users/7', ...request });

  it('gives any path parameter back, decoded once', () => {
    fc.assert(
      fc.property(
        text.filter((id) => id !== '' && id !== '.' && id !== '..'),
        (id) => {
          const event = get({ path: `/users/${encodeURIComponent(id)}` });
          expect(door.pathParameters(event, route)).toEqual({ id });
          expect(door.request(event, route).path).toBe(`/users/${id}`);
          expect(door.match(event, route)).toBeUndefined();
        },
      ),
    );
  });

  it('gives any list of query values back, in order', () => {
    const name = fc.oneof(text, fc.constantFrom('a', 'b', '__proto__', 'constructor', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text)), (entries) => {
        const query = door.query(get({ query: new URLSearchParams(entries).toString() }));
        const names = new Set(entries.map(([key]) => key));
        expect(Object.keys(query).sort()).toEqual([...names].sort());
        for (const key of names)
          expect([query[key]].flat()).toEqual(entries.filter(([other]) => other === key).map(([, value]) => value));
      }),
    );
  });

  it.each([
    ['?a=1', { '?a': '1' }],
    ['a=b=c&&=v&x', { a: 'b=c', '': 'v', x: '' }],
    ['a=1+2%2B3', { a: '1 2+3' }],
    ['a=%zz&b=%ff', { a: '%zz', b: '\ufffd' }],
    ['a%5B%5D=1&a[]=2', { 'a[]': ['1', '2'] }],
    ['a=1;b=2', { a: '1;b=2' }],
  ])('reads the query string %s', (query, values) => {
    expect({ ...door.query(get({ query })) }).toEqual(values);
  });

  it('gives any header back, whatever its case', () => {
    const token = fc.stringMatching(/^[A-Za-z][\w!#$%&'*+.^`|~-]{0,10}$/).map((name) => `X-${name}`);
    fc.assert(
      fc.property(
        token,
        fc.array(fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/), { minLength: 1 }),
        (name, values) => {
          expect(door.headers(get({ headers: { [name]: values } }))[name.toLowerCase()]).toBe(values.join(','));
        },
      ),
    );
  });

  it('gives any cookie back, as it was encoded', () => {
    const name = fc.stringMatching(/^[!#$%&'*+.^_`|~\w-]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, text), (values) => {
        const cookies = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
        const event = get({ cookies });
        expect({ ...door.cookies(event) }).toEqual({ ...values });
        expect(door.headers(event).cookie).toBe(cookies.length === 0 ? undefined : cookies.join('; '));
      }),
    );
  });

  it.each(['application/json', 'application/vnd.api+json', 'text/plain'])('gives any body of type %s back', (type) => {
    fc.assert(
      fc.property(text, (body) => {
        expect(door.body(get({ headers: { 'content-type': type }, body }))).toBe(body === '' ? undefined : body);
      }),
    );
  });

  it('gives any bytes back', () => {
    const headers = { 'content-type': 'application/octet-stream' };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (body) => {
        // a REST API passes bytes where it is told which types are binary
        const isRest = door.recognizes(get({})) && 'resource' in get({}) && !('version' in get({}));
        const event = isRest
          ? restApiEvent({ method: 'POST', path: '/', body, headers }, { binaryMediaTypes: ['*/*'] })
          : get({ body, headers });
        expect(Uint8Array.from(door.bytes(event) ?? [])).toEqual(body);
      }),
    );
  });

  it('reads the same request', async () => {
    const request = door.request(
      get({ method: 'PUT', path: '/users/7?a=1', headers: { 'X-A': 'b' }, body: { c: 2 } }),
      route,
    );
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/users/7',
      pathParameters: { id: '7' },
      body: '{"c":2}',
      sourceIp: '203.0.113.7',
      auth: { claims: {}, scopes: [], context: {} },
    });
    expect({ ...request.query }).toEqual({ a: '1' });
    expect(request.headers['x-a']).toBe('b');
    const web = request.toWebRequest();
    expect(web.url).toMatch(/^https:\/\/[\w.-]+(?:\/(?:dev|prod|v1))?\/users\/7\?a=1$/);
    expect(web.headers.get('x-a')).toBe('b');
    expect(await web.json()).toEqual({ c: 2 });
  });

  it('reads method, authorizer and whose event it is', () => {
    const event = get({ method: 'PATCH' });
    expect(door.method(event)).toBe('PATCH');
    expect(door.auth(event)).toEqual({ claims: {}, scopes: [], context: {} });
    expect(door.recognizes(event)).toBe(true);
  });

  it('answers with status, body and cookie', () => {
    const result = JSON.stringify(
      door.toResult({ statusCode: 201, headers: {}, cookies: ['a=1'], body: 'x' }, get({})),
    );
    expect(JSON.parse(result)).toMatchObject({ statusCode: 201, body: 'x' });
    expect(result).toContain('"a=1"');
  });
});

describe('the door of any event', () => {
  const reply = { statusCode: 200, headers: {}, cookies: ['a=1'] };

  it('answers in the form of the event', () => {
    expect(door.toResult(reply, httpApiEvent({ method: 'GET', path: '/' }))).toEqual(reply);
    expect(door.toResult(reply, restApiEvent({ method: 'GET', path: '/' }))).toEqual({
      statusCode: 200,
      headers: {},
      multiValueHeaders: { 'set-cookie': ['a=1'] },
    });
  });

  it('routes where API Gateway has not', () => {
    const other = { method: 'GET', path: '/other' };
    expect(door.match(functionUrlEvent({ method: 'GET', path: '/' }), other)).toMatchObject({ statusCode: 404 });
    expect(door.match(albEvent({ method: 'GET', path: '/' }), other)).toMatchObject({ statusCode: 404 });
    expect(door.match(httpApiEvent({ method: 'GET', path: '/' }), other)).toBeUndefined();
    expect(door.match(restApiEvent({ method: 'GET', path: '/' }), other)).toBeUndefined();
  });

  it('recognizes none of other services', () => {
    for (const event of [undefined, null, 'text', {}, { Records: [] }, { requestContext: { routeKey: '$default' } }])
      expect(door.recognizes(event)).toBe(false);
  });

  it.each([undefined, null, 'text', 5, {}, { version: '1.0' }, { version: 2 }])(
    'takes %j for payload 1.0, and answers it',
    (event) => {
      expect(door.toResult({ statusCode: 500, headers: {} }, event as unknown as APIGatewayProxyEvent)).toEqual({
        statusCode: 500,
        headers: {},
      });
    },
  );

  it('goes by the version alone', () => {
    const event = { version: '2.0', cookies: ['a=1'] } as APIGatewayProxyEventV2;
    expect({ ...door.cookies(event) }).toEqual({ a: '1' });
  });
});
