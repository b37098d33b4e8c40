import type { ALBEvent } from 'aws-lambda';
import * as door from '../../src/http/alb.js';
import type { Reply } from '../../src/http/front-door.js';
import { albEvent, type GatewayRequest, restApiEvent } from '../../src/testing/index.js';

const route = { method: 'GET', path: '/users/{id}' };
const single = (request: Partial<GatewayRequest> = {}) => albEvent({ method: 'GET', path: '/users/7', ...request });
const multi = (request: Partial<GatewayRequest> = {}) =>
  albEvent({ method: 'GET', path: '/users/7', ...request }, { multiValueHeaders: true });

describe.each([
  ['single values', single],
  ['multi-value headers', multi],
])('the door of load balancers with %s', (_, eventOf) => {
  it('recognizes its events', () => {
    expect(door.recognizes(eventOf())).toBe(true);
    for (const other of [restApiEvent({ method: 'GET', path: '/' }), { requestContext: { elb: null } }, {}, null, 'x'])
      expect(door.recognizes(other)).toBe(false);
  });

  // "If the query parameters are URL-encoded, the load balancer does not decode them. You must decode them in your Lambda function."
  it.each([
    ['a=%28US%29', { a: '(US)' }],
    ['a=1+2%2B3', { a: '1 2+3' }],
    ['a%5B%5D=1', { 'a[]': '1' }],
    ['a=%252F', { a: '%2F' }],
    ['a=%zz&b=%ff', { a: '%zz', b: '\ufffd' }],
    ['a=b=c&x', { a: 'b=c', x: '' }],
    ['', {}],
  ])('decodes the query %s once', (query, values) => {
    expect({ ...door.query(eventOf({ query })) }).toEqual(values);
  });

  it.each([
    ['/users/a%20b', { id: 'a b' }],
    ['/users/%2F', { id: '/' }],
    ['/users/%252F', { id: '%2F' }],
    ['/users/%zz', { id: '%zz' }],
    ['/users', {}],
  ])('decodes the parameters of %s once', (path, parameters) => {
    expect({ ...door.pathParameters(eventOf({ path }), route) }).toEqual(parameters);
  });

  it('matches its route alone', () => {
    expect(door.match(eventOf(), route)).toBeUndefined();
    expect(door.match(eventOf({ method: 'HEAD' }), route)).toBeUndefined();
    expect(door.match(eventOf({ method: 'POST' }), route)).toMatchObject({ statusCode: 405 });
    expect(door.match(eventOf({ path: '/users/7/' }), route)).toMatchObject({ statusCode: 404 });
  });

  it('has no body where the event has an empty one (observed)', () => {
    expect(eventOf().body).toBe('');
    expect(door.body(eventOf())).toBeUndefined();
    expect(door.bytes(eventOf())).toBeUndefined();
    expect(door.body(eventOf({ method: 'POST', body: 'häl' }))).toBe('häl');
    expect(door.bytes(eventOf({ method: 'POST', body: new Uint8Array([255, 0]) }))).toEqual(Buffer.from([255, 0]));
  });

  it('reads everything about the request', () => {
    const sent = eventOf({
      path: '/users/a%20b/?x=%2F&y',
      headers: { 'X-A': 'b', 'x-forwarded-for': '192.0.2.1' },
      cookies: ['s=%20', 't=2'],
      sourceIp: '198.51.100.1',
    });
    const request = door.request(sent, { method: 'GET', path: '/users/{rest+}' });
    expect(request).toMatchObject({
      method: 'GET',
      path: '/users/a b/',
      url: 'https://todos-1234567890.us-east-1.elb.amazonaws.com/users/a%20b/?x=%2F&y=',
      pathParameters: { rest: 'a b/' },
      sourceIp: '198.51.100.1',
      requestId: 'Root=1-67891233-abcdef012345678912345678',
      stageVariables: {},
      auth: { claims: {}, scopes: [], context: {} },
    });
    expect(request.stage).toBeUndefined();
    expect({ ...request.query }).toEqual({ x: '/', y: '' });
    expect({ ...request.cookies }).toEqual({ s: ' ', t: '2' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=%20; t=2' });
    expect(request.event).toBe(sent);
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['192.0.2.1, 203.0.113.7', '203.0.113.7'],
    ['192.0.2.1,203.0.113.7:4711', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['192.0.2.1, [2001:db8::1]:4711', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['', ''],
  ])('takes of %j the last address, which the load balancer has appended', (forwardedFor, sourceIp) => {
    const { headers, multiValueHeaders, ...rest } = eventOf();
    const sent = {
      ...rest,
      ...(headers ? { headers: { ...headers, 'x-forwarded-for': forwardedFor } } : {}),
      ...(multiValueHeaders ? { multiValueHeaders: { ...multiValueHeaders, 'x-forwarded-for': [forwardedFor] } } : {}),
    };
    expect(door.request(sent, route).sourceIp).toBe(sourceIp);
  });

  it('does not trust what only looks like the load balancer’s authentication', () => {
    const token = `e30.${Buffer.from('{"sub":"admin"}').toString('base64url')}.x`;
    expect(door.auth(eventOf({ headers: { 'x-amzn-oidc-data': token } })).claims).toEqual({});
  });

  it('drops the body for HEAD (RFC 9110, 9.3.2)', () => {
    const { body } = door.toResult({ statusCode: 200, headers: {}, body: 'x' }, eventOf({ method: 'HEAD' }));
    expect(body).toBeUndefined();
  });
});

describe('the door of load balancers', () => {
  const reply: Reply = { statusCode: 200, headers: { 'x-a': '1' }, body: 'x' };

  it('has no address or id where the event has none', () => {
    const request = door.request({} as ALBEvent, route);
    expect(request).toMatchObject({ sourceIp: '', requestId: '', method: '', url: 'https://localhost/' });
  });

  it('reads all values where there are several', () => {
    const sent = multi({ query: 'a=1&a=%32&b=3', headers: { accept: ['a', 'b'] } });
    expect({ ...door.query(sent) }).toEqual({ a: ['1', '2'], b: '3' });
    expect(door.headers(sent).accept).toBe('a,b');
    expect(door.request(sent, route).url).toMatch(/\?a=1&a=%32&b=3$/);
  });

  // "The names of the fields to use differ depending on whether you enable multi-value headers for the target group."
  it('answers in the map that the target group is set to', () => {
    expect(door.toResult(reply, single())).toStrictEqual(reply);
    expect(door.toResult(reply, multi())).toEqual({
      statusCode: 200,
      multiValueHeaders: { 'x-a': ['1'] },
      body: 'x',
    });
    expect(door.toResult(reply, {} as ALBEvent)).toStrictEqual(reply);
  });

  it('sends bytes in base64', () => {
    expect(door.toResult({ ...reply, body: new Uint8Array([255]) }, single())).toStrictEqual({
      ...reply,
      body: '/w==',
      isBase64Encoded: true,
    });
  });

  it('has nothing else of the reply in the result', () => {
    const more = { ...reply, error: new Error('x'), stream: [] } as unknown as Reply;
    expect(Object.keys(door.toResult(more, single())).sort()).toEqual(['body', 'headers', 'statusCode']);
    expect(Object.keys(door.toResult(more, multi())).sort()).toEqual(['body', 'multiValueHeaders', 'statusCode']);
  });

  it('sends several cookies where it can, never joined', () => {
    expect(door.toResult({ ...reply, cookies: ['a=1', 'b=2'] }, multi()).multiValueHeaders).toEqual({
      'x-a': ['1'],
      'set-cookie': ['a=1', 'b=2'],
    });
    expect(door.toResult({ ...reply, headers: { 'set-cookie': 'a=1' }, cookies: ['b=2'] }, multi())).toMatchObject({
      multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] },
    });
    expect(door.toResult({ ...reply, cookies: ['a=1'] }, single()).headers).toEqual({
      'x-a': '1',
      'set-cookie': 'a=1',
    });
  });

  it('refuses several cookies where one only would be sent', () => {
    for (const refused of [
      { ...reply, cookies: ['a=1', 'b=2'] },
      { ...reply, headers: { 'set-cookie': 'a=1' }, cookies: ['b=2'] },
    ])
      expect(() => door.toResult(refused, single())).toThrow(/turn on multi-value headers .* on the target group/);
  });

  it('keeps headers of any name', () => {
    const headers = JSON.parse('{"constructor":"a","__proto__":"b"}');
    expect(Object.entries(door.toResult({ statusCode: 200, headers }, multi()).multiValueHeaders ?? {})).toEqual([
      ['constructor', ['a']],
      ['__proto__', ['b']],
    ]);
    expect(Object.entries(door.toResult({ statusCode: 200, headers }, single()).headers ?? {})).toEqual([
      ['constructor', 'a'],
      ['__proto__', 'b'],
    ]);
  });
});
