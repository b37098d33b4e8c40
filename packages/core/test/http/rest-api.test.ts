import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Reply } from '../../src/http/front-door.js';
import * as door from '../../src/http/rest-api.js';
import { albEvent, httpApiEvent, httpApiV1Event, restApiEvent } from '../../src/testing/index.js';

const event = (more: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  ...restApiEvent({ method: 'GET', path: '/users' }),
  ...more,
});

/** A result as Lambda sends it: JSON. */
const sent = (result: object): unknown => JSON.parse(JSON.stringify(result));

describe('the door of REST APIs', () => {
  it.each([
    ['%F0%9F%98%8A%20Happy', '😊 Happy'],
    ['%252F', '%2F'],
    ['a+b', 'a+b'],
    ['%zz', '%zz'],
  ])('decodes the path parameter %s once', (sent, decoded) => {
    expect(door.pathParameters(event({ pathParameters: { id: sent } }))).toEqual({ id: decoded });
    expect(door.pathParameter(event({ pathParameters: { id: sent } }), 'id')).toBe(decoded);
  });

  it('takes path parameters of an HTTP API as they are, since API Gateway has decoded them (observed)', () => {
    const route = { method: 'GET', path: '/users/{id}' };
    const sent = httpApiV1Event({ method: 'GET', path: '/users/%252F' }, { route });
    expect(door.pathParameters(sent)).toEqual({ id: '%2F' });
    expect(door.pathParameter(sent, 'id')).toBe('%2F');
  });

  it('has no path parameters where there are none', () => {
    expect(door.pathParameters(event())).toEqual({});
    expect(door.pathParameters(event({ pathParameters: { id: undefined } }))).toEqual({});
    expect(door.pathParameters(event()).constructor).toBeUndefined();
    expect(door.pathParameter(event({ pathParameters: { id: undefined } }), 'id')).toBeUndefined();
    expect(door.pathParameter(event({ pathParameters: {} }), 'constructor')).toBeUndefined();
  });

  it('reads all values of the query', () => {
    const query = {
      queryStringParameters: { tag: 'c', q: '' },
      multiValueQueryStringParameters: { tag: ['a,b', 'c'], q: [''] },
    };
    expect({ ...door.query(event(query)) }).toEqual({ tag: ['a,b', 'c'], q: '' });
    expect({ ...door.query(event()) }).toEqual({});
  });

  it('reads the single values of an event written by hand', () => {
    expect({ ...door.query(event({ queryStringParameters: { a: '1' } })) }).toEqual({ a: '1' });
    const { multiValueHeaders, ...rest } = event({ headers: { Accept: '*/*', 'x-none': undefined } });
    expect(multiValueHeaders).toBeDefined();
    expect({ ...door.headers(rest as APIGatewayProxyEvent) }).toEqual({ accept: '*/*' });
  });

  it('reads headers whatever their case, repeats joined with commas, cookies with semicolons', () => {
    const multiValueHeaders = {
      ACCEPT: ['text/html', 'a/b'],
      accept: ['c/d'],
      Cookie: ['a=1', 'b=2'],
      'X-Empty': [''],
    };
    expect({ ...door.headers(event({ headers: { ACCEPT: 'a/b' }, multiValueHeaders })) }).toEqual({
      accept: 'text/html,a/b,c/d',
      cookie: 'a=1; b=2',
      'x-empty': '',
    });
  });

  it('keeps a header called __proto__ as one of its own', () => {
    const headers = door.headers(
      event({ multiValueHeaders: JSON.parse('{"__proto__":["a","b"]}'), headers: null as never }),
    );
    expect(Object.entries(headers)).toEqual([['__proto__', 'a,b']]);
  });

  it('reads cookies from the header, whatever its case', () => {
    expect({ ...door.cookies(event({ multiValueHeaders: { COOKIE: ['a=%20x; b=2', 'c=3'] } })) }).toEqual({
      a: ' x',
      b: '2',
      c: '3',
    });
    expect({ ...door.cookies(event()) }).toEqual({});
  });

  it('reads the body, from base64 where it says so', () => {
    expect(door.body(event())).toBeUndefined();
    expect(door.body(event({ body: 'häl' }))).toBe('häl');
    expect(door.body(event({ body: 'aMOkbA==', isBase64Encoded: true }))).toBe('häl');
    expect(door.bytes(event())).toBeUndefined();
    expect(door.bytes(event({ body: '/wA=', isBase64Encoded: true }))).toEqual(Buffer.from([255, 0]));
  });

  it('recognizes payload 1.0', () => {
    expect(door.recognizes(event())).toBe(true);
    expect(door.recognizes(httpApiV1Event({ method: 'GET', path: '/' }))).toBe(true);
    const others = [
      albEvent({ method: 'GET', path: '/' }),
      httpApiEvent({ method: 'GET', path: '/' }),
      {},
      null,
      'x',
      5,
    ];
    for (const other of others) expect(door.recognizes(other)).toBe(false);
  });

  it('reads the method', () => {
    expect(door.method(event())).toBe('GET');
    expect(door.method({} as APIGatewayProxyEvent)).toBe('');
  });

  const route = { method: 'PUT', path: '/users/{id}' };

  it('reads everything about the request', () => {
    const sent = restApiEvent(
      {
        method: 'PUT',
        path: '/users/a%20b?x=1&y=%2F&x=2',
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
      url: 'https://abcdef123.execute-api.us-east-1.amazonaws.com/dev/users/a%20b?x=1&x=2&y=%2F',
      pathParameters: { id: 'a b' },
      body: 'text',
      sourceIp: '198.51.100.1',
      requestId: 'r1',
      stage: 'dev',
      stageVariables: { table: 't1' },
      auth: { claims: {}, scopes: [], context: {} },
    });
    expect(request.bytes).toEqual(Buffer.from('text'));
    expect({ ...request.query }).toEqual({ x: ['1', '2'], y: '/' });
    expect({ ...request.cookies }).toEqual({ s: '1' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=1' });
    expect(request.event).toBe(sent);
  });

  // observed: `path` and `requestContext.path` hold the base path, `resource` does not
  it.each([
    ['a REST API', restApiEvent],
    ['an HTTP API', httpApiV1Event],
  ])('has the base path of a custom domain in the URL alone, of %s', (_, eventOf) => {
    const sent = eventOf(
      { method: 'PUT', path: '/users/7/' },
      { route: { ...route, pathParameters: { id: '7' } }, basePath: '/v1', origin: 'https://api.example.com' },
    );
    expect(door.request(sent, route)).toMatchObject({ path: '/users/7/', url: 'https://api.example.com/v1/users/7/' });
  });

  it('has the path where the event has it nowhere else', () => {
    const { requestContext, ...rest } = event();
    expect(requestContext).toBeDefined();
    const request = door.request({ ...rest, headers: null, multiValueHeaders: null } as never, {
      method: 'GET',
      path: '/users',
    });
    expect(request).toMatchObject({ url: 'https://localhost/users', sourceIp: '', requestId: '', stageVariables: {} });
    expect(request.stage).toBeUndefined();
  });

  it('has no stage where it is $default', () => {
    expect(door.request(httpApiV1Event({ method: 'GET', path: '/users' }), route).stage).toBeUndefined();
  });

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html and
  // api-gateway-lambda-authorizer-output.html
  it.each([
    [undefined, { claims: {}, scopes: [], context: {} }],
    [{ claims: { sub: 'u1', scope: 'a b' } }, { claims: { sub: 'u1', scope: 'a b' }, scopes: ['a', 'b'], context: {} }],
    [
      { principalId: 'admin', integrationLatency: 422, tenant: 't', level: '5', scopes: 'own', claims: 'own' },
      {
        claims: {},
        scopes: [],
        context: { tenant: 't', level: '5', scopes: 'own', claims: 'own' },
        principalId: 'admin',
      },
    ],
    // an HTTP API's, without and with a token
    [
      { claims: null, scopes: null },
      { claims: {}, scopes: [], context: {} },
    ],
    [
      { claims: { sub: 'u1' }, scopes: ['a'] },
      { claims: { sub: 'u1' }, scopes: ['a'], context: {} },
    ],
  ])('reads the authorizer %j', (authorizer, expected) => {
    const sent = restApiEvent({ method: 'GET', path: '/' }, authorizer === undefined ? {} : { authorizer });
    expect(door.auth(sent)).toEqual(expected);
  });

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
  it('reads who signed the request', () => {
    const identity = {
      accessKey: 'ASIA',
      accountId: '1',
      caller: 'AROA:c',
      user: 'AROA:u',
      userArn: 'arn',
      cognitoIdentityId: 'i',
      cognitoIdentityPoolId: 'p',
    };
    expect(door.auth(restApiEvent({ method: 'GET', path: '/' }, { identity })).iam).toEqual({
      accessKey: 'ASIA',
      accountId: '1',
      userId: 'AROA:u',
      userArn: 'arn',
      cognitoIdentity: { identityId: 'i', identityPoolId: 'p' },
    });
    // an API key is no signature
    expect(door.auth(restApiEvent({ method: 'GET', path: '/' }, { identity: { apiKey: 'k' } }))).not.toHaveProperty(
      'iam',
    );
  });

  it('answers without a key that REST APIs do not know', () => {
    const reply = { statusCode: 200, headers: { 'x-a': '1' }, body: 'x' };
    expect(sent(door.toResult(reply))).toStrictEqual(reply);
    expect(
      sent(door.toResult({ ...reply, cookies: ['a=1', 'b=2'], error: 5, stream: [] } as unknown as Reply)),
    ).toStrictEqual({
      ...reply,
      multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] },
    });
    expect(sent(door.toResult({ ...reply, body: new Uint8Array([255]) }))).toStrictEqual({
      ...reply,
      body: '/w==',
      isBase64Encoded: true,
    });
  });
});
