import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Reply } from '../../src/http/front-door.js';
import * as door from '../../src/http/http-api.js';
import { httpApiEvent } from '../../src/testing/index.js';

const event = (more: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 => ({
  ...httpApiEvent({ method: 'GET', path: '/users' }),
  ...more,
});

describe('the door of HTTP APIs', () => {
  it('takes path parameters as they are, since API Gateway has decoded them', () => {
    expect(door.pathParameters(event({ pathParameters: { id: '100%25 %2F' } }))).toEqual({ id: '100%25 %2F' });
    expect(door.pathParameters(event())).toEqual({});
  });

  it('reads one path parameter of the event alone, not of its prototype', () => {
    const pathParameters = JSON.parse('{"id":"100%25","__proto__":"own","number":5}');
    const read = (name: string) => door.pathParameter(event({ pathParameters }), name);
    expect(['id', '__proto__', 'number', 'constructor', 'none'].map(read)).toEqual([
      '100%25',
      'own',
      undefined,
      undefined,
      undefined,
    ]);
    expect(door.pathParameter(event({ pathParameters: Object.create({ id: 'inherited' }) }), 'id')).toBeUndefined();
    expect(door.pathParameter(event(), 'id')).toBeUndefined();
    expect(door.pathParameter(undefined as unknown as APIGatewayProxyEventV2, 'id')).toBeUndefined();
  });

  it('reads the raw query string, since in the other map repeats are joined with commas', () => {
    const query = door.query(
      event({ rawQueryString: 'tag=a%2Cb&tag=c+d&q=&x', queryStringParameters: { tag: 'a,b,c d' } }),
    );
    expect({ ...query }).toEqual({ tag: ['a,b', 'c d'], q: '', x: '' });
  });

  it('reads the query map of an event written by hand', () => {
    const { rawQueryString, ...rest } = event({ queryStringParameters: { a: '1', b: undefined } });
    expect(rawQueryString).toBe('');
    expect({ ...door.query(rest as APIGatewayProxyEventV2) }).toEqual({ a: '1' });
  });

  it('has cookies among the headers, too', () => {
    expect(door.headers(event({ headers: { accept: '*/*' } }))).toEqual({ accept: '*/*' });
    expect(door.headers(event({ headers: { accept: '*/*' }, cookies: ['a=1', 'b=2'] }))).toEqual({
      accept: '*/*',
      cookie: 'a=1; b=2',
    });
    expect(door.headers({} as APIGatewayProxyEventV2)).toEqual({});
  });

  it('reads headers whatever their case, as events written by hand have them', () => {
    expect({ ...door.headers(event({ headers: { Accept: '*/*', 'X-None': undefined } })) }).toEqual({ accept: '*/*' });
    const headers = door.headers(event({ headers: JSON.parse('{"__proto__":"a","constructor":"b"}') }));
    expect(Object.entries(headers)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    expect(door.headers(event({ headers: {} })).constructor).toBeUndefined();
  });

  it('reads cookies, decoded', () => {
    expect({ ...door.cookies(event({ cookies: ['a=%20x', 'b=2', 'a=3'] })) }).toEqual({ a: ' x', b: '2' });
    expect({ ...door.cookies(event()) }).toEqual({});
    expect({ ...door.cookies(event({ headers: { cookie: 'a=1' } })) }).toEqual({ a: '1' });
  });

  it('reads the body, from base64 where it says so', () => {
    expect(door.body(event())).toBeUndefined();
    expect(door.body(event({ body: 'häl' }))).toBe('häl');
    expect(door.body(event({ body: 'aMOkbA==', isBase64Encoded: true }))).toBe('häl');
    expect(door.bytes(event())).toBeUndefined();
    expect(door.bytes(event({ body: 'häl' }))).toEqual(Buffer.from('häl'));
    expect(door.bytes(event({ body: '/wA=', isBase64Encoded: true }))).toEqual(Buffer.from([255, 0]));
  });

  it.each([
    [{ version: '2.0' }, true],
    [{ version: '1.0' }, false],
    [{ version: 2 }, false],
    [null, false],
    ['2.0', false],
  ])('recognizes %j: %j', (given, expected) => {
    expect(door.recognizes(given)).toBe(expected);
  });

  it('reads the method', () => {
    expect(door.method(httpApiEvent({ method: 'PATCH', path: '/' }))).toBe('PATCH');
    expect(door.method({} as APIGatewayProxyEventV2)).toBe('');
  });

  const route = { method: 'PUT', path: '/users/{id}' };

  it('reads everything about the request', () => {
    const sent = httpApiEvent(
      {
        method: 'PUT',
        path: '/users/a%20b?x=1&y=%2F',
        headers: { 'X-A': 'b' },
        cookies: ['s=1'],
        body: 'text',
        sourceIp: '198.51.100.1',
      },
      { route, stage: 'dev', stageVariables: { table: 't1' }, requestId: 'r1' },
    );
    const request = door.request(sent, route);
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/users/a b',
      url: 'https://abcdef123.execute-api.us-east-1.amazonaws.com/dev/users/a%20b?x=1&y=%2F',
      pathParameters: { id: 'a b' },
      body: 'text',
      sourceIp: '198.51.100.1',
      requestId: 'r1',
      stage: 'dev',
      stageVariables: { table: 't1' },
      auth: { claims: {}, scopes: [], context: {} },
    });
    expect(request.bytes).toEqual(Buffer.from('text'));
    expect({ ...request.query }).toEqual({ x: '1', y: '/' });
    expect({ ...request.cookies }).toEqual({ s: '1' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=1' });
    expect(request.event).toBe(sent);
  });

  it('has no stage where it is $default', () => {
    const request = door.request(event(), { method: 'GET', path: '/users' });
    expect(request.stage).toBeUndefined();
    expect(request).toMatchObject({ path: '/users', stageVariables: {} });
  });

  it('encodes in the URL what API Gateway has decoded in the path', () => {
    const sent = httpApiEvent({ method: 'GET', path: '/users/100%25%3F%E2%98%95' }, { route });
    expect(door.request(sent, route).url).toMatch(/\/users\/100%25%3F%E2%98%95$/);
  });

  it('makes a web-standard request', async () => {
    const sent = httpApiEvent(
      { method: 'PUT', path: '/users/7?x=1', headers: { accept: ['a', 'b'] }, cookies: ['s=1', 't=2'], body: { a: 1 } },
      { route, origin: 'http://127.0.0.1:3000' },
    );
    const request = door.request(sent, route).toWebRequest();
    expect(request).toMatchObject({ method: 'PUT', url: 'http://127.0.0.1:3000/users/7?x=1' });
    expect(request.headers.get('accept')).toBe('a,b');
    expect(request.headers.get('cookie')).toBe('s=1; t=2');
    expect(await request.json()).toEqual({ a: 1 });
  });

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html and http-api-lambda-authorizer.html
  it.each([
    [undefined, { claims: {}, scopes: [], context: {} }],
    [
      { jwt: { claims: { sub: 'u1', scope: 'a b' }, scopes: null } },
      { claims: { sub: 'u1', scope: 'a b' }, scopes: ['a', 'b'], context: {} },
    ],
    [{ jwt: { claims: { sub: 'u1' }, scopes: ['a'] } }, { claims: { sub: 'u1' }, scopes: ['a'], context: {} }],
    [{ lambda: { tenant: 't', roles: ['r'] } }, { claims: {}, scopes: [], context: { tenant: 't', roles: ['r'] } }],
    [{ lambda: null }, { claims: {}, scopes: [], context: {} }],
    [
      { iam: { accessKey: 'AKIA', accountId: '1', callerId: 'c', cognitoIdentity: null, userArn: 'arn', userId: 'u' } },
      { claims: {}, scopes: [], context: {}, iam: { accessKey: 'AKIA', accountId: '1', userArn: 'arn', userId: 'u' } },
    ],
  ])('reads the authorizer %j', (authorizer, expected) => {
    const sent = httpApiEvent({ method: 'GET', path: '/' }, authorizer === undefined ? {} : { authorizer });
    expect(door.auth(sent)).toEqual(expected);
  });

  it('answers with the members of payload 2.0 and nothing else of the reply', () => {
    const reply = { statusCode: 200, headers: { 'x-a': '1' }, cookies: ['a=1', 'b=2'], body: 'x' };
    const sent = (result: object): unknown => JSON.parse(JSON.stringify(result));
    expect(sent(door.toResult(reply))).toStrictEqual(reply);
    expect(sent(door.toResult({ statusCode: 204, headers: {}, error: new Error('x') } as Reply))).toStrictEqual({
      statusCode: 204,
      headers: {},
    });
    expect(sent(door.toResult({ statusCode: 200, headers: {}, body: new Uint8Array([255]) }))).toStrictEqual({
      statusCode: 200,
      headers: {},
      body: '/w==',
      isBase64Encoded: true,
    });
  });
});
