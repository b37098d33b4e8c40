import type { LambdaFunctionURLEvent } from 'aws-lambda';
import * as door from '../../src/http/function-url.js';
import {
  albEvent,
  functionUrlEvent,
  type GatewayRequest,
  httpApiEvent,
  restApiEvent,
} from '../../src/testing/index.js';

const route = { method: 'GET', path: '/users/{id}' };
const greedy = { method: 'ANY', path: '/files/{path+}' };

/** The event of an HTTP API's `$default` route. */
const defaultRouteEvent = (request: GatewayRequest, stage = '$default'): LambdaFunctionURLEvent =>
  httpApiEvent(request, { route: { method: 'ANY', path: '$default' }, stage });

describe('the door of Function URLs', () => {
  const get = (path: string, method = 'GET') => functionUrlEvent({ method, path });

  it.each([
    ['a Function URL', functionUrlEvent({ method: 'GET', path: '/' }), true],
    ['an HTTP API by its $default route', defaultRouteEvent({ method: 'GET', path: '/' }), true],
    [
      'an event that has its route in the context only',
      { version: '2.0', requestContext: { routeKey: '$default' } },
      true,
    ],
    // aws-lambda-go has a recorded one without
    [
      'a Function URL without route key',
      { version: '2.0', requestContext: { domainName: 'x.lambda-url.us-east-1.on.aws' } },
      true,
    ],
    ['an HTTP API', httpApiEvent({ method: 'GET', path: '/' }), false],
    ['a REST API', restApiEvent({ method: 'GET', path: '/' }), false],
    ['a load balancer', albEvent({ method: 'GET', path: '/' }), false],
    // WebSocket APIs have a $default route, too
    ['a WebSocket API', { requestContext: { routeKey: '$default', connectionId: 'c' } }, false],
    ['no context', { version: '2.0', requestContext: null }, false],
    ['nothing', undefined, false],
  ])('recognizes %s: %s', (_, event, expected) => {
    expect(door.recognizes(event)).toBe(expected);
  });

  it.each([
    ['/users/a%20b', { id: 'a b' }],
    ['/users/%252F', { id: '%2F' }],
    ['/users/%2F', { id: '/' }],
    ['/users/a+b', { id: 'a+b' }],
    ['/users/%zz', { id: '%zz' }],
    ['/users/1/2', {}],
  ])('decodes the parameters of %s once', (path, parameters) => {
    expect({ ...door.pathParameters(get(path), route) }).toEqual(parameters);
  });

  it('keeps the slashes of a greedy parameter', () => {
    expect({ ...door.pathParameters(get('/files/a/b%20c/'), greedy) }).toEqual({ path: 'a/b c/' });
  });

  it('matches its route alone', () => {
    expect(door.match(get('/users/7'), route)).toBeUndefined();
    expect(door.match(get('/users/7', 'HEAD'), route)).toBeUndefined();
    expect(door.match(get('/users/7', 'POST'), route)).toMatchObject({ statusCode: 405 });
    expect(door.match(get('/users/7/'), route)).toMatchObject({ statusCode: 404 });
    expect(door.match(get('/'), route)).toMatchObject({ statusCode: 404 });
    expect(door.match({} as LambdaFunctionURLEvent, route)).toMatchObject({ statusCode: 404 });
  });

  it('reads everything about the request', () => {
    const sent = functionUrlEvent(
      {
        method: 'GET',
        path: '/users/a%20b?x=a%2Cb&x=c',
        headers: { 'X-A': 'b' },
        cookies: ['s=1'],
        body: new Uint8Array([255]),
        sourceIp: '198.51.100.1',
      },
      { requestId: 'r1', authorizer: { iam: { userArn: 'arn', accountId: '1' } } },
    );
    const request = door.request(sent, route);
    expect(request).toMatchObject({
      method: 'GET',
      path: '/users/a b',
      url: 'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/users/a%20b?x=a%2Cb&x=c',
      pathParameters: { id: 'a b' },
      sourceIp: '198.51.100.1',
      requestId: 'r1',
      stageVariables: {},
      auth: { claims: {}, scopes: [], context: {}, iam: { userArn: 'arn', accountId: '1' } },
    });
    expect(request.stage).toBeUndefined();
    expect(request.bytes).toEqual(Buffer.from([255]));
    expect({ ...request.query }).toEqual({ x: ['a,b', 'c'] });
    expect({ ...request.cookies }).toEqual({ s: '1' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=1' });
    expect(request.event).toBe(sent);
  });

  it('answers as an HTTP API, HEAD without content (RFC 9110, 9.3.2)', () => {
    const reply = { statusCode: 200, headers: { 'x-a': '1' }, cookies: ['a=1', 'b=2'], body: 'x' };
    expect(JSON.parse(JSON.stringify(door.toResult(reply, get('/'))))).toStrictEqual(reply);
    const { body, ...head } = reply;
    expect(JSON.parse(JSON.stringify(door.toResult(reply, get('/', 'HEAD'))))).toStrictEqual(head);
    expect(body).toBe(reply.body);
  });
});

// observed: the path is decoded and has a named stage in front, where a Function URL's is encoded and has none
describe("the door of an HTTP API's $default route", () => {
  it.each([
    ['$default', '/users/a%20b', '/users/a b', { id: 'a b' }],
    ['$default', '/users/%252F', '/users/%2F', { id: '%2F' }],
    ['$default', '/users/100%25', '/users/100%', { id: '100%' }],
    ['dev', '/users/7', '/users/7', { id: '7' }],
    ['users', '/users/7', '/users/7', { id: '7' }],
  ])('routes, in the stage %s, %s', (stage, path, decoded, parameters) => {
    const sent = defaultRouteEvent({ method: 'GET', path }, stage);
    expect(door.match(sent, route)).toBeUndefined();
    expect({ ...door.pathParameters(sent, route) }).toEqual(parameters);
    const request = door.request(sent, route);
    expect(request.path).toBe(decoded);
    expect(request.url).toBe(
      `https://abcdef123.execute-api.us-east-1.amazonaws.com${stage === '$default' ? '' : `/${stage}`}${path}`,
    );
    expect(request.stage).toBe(stage === '$default' ? undefined : stage);
  });

  it('has the root where the path is the stage alone', () => {
    const root = { method: 'GET', path: '/' };
    const sent = { ...defaultRouteEvent({ method: 'GET', path: '/' }, 'dev'), rawPath: '/dev' };
    expect(door.match(sent, root)).toBeUndefined();
    expect(door.request(sent, root).path).toBe('/');
  });

  it('takes a stage only where it is a whole segment in front', () => {
    const sent = { ...defaultRouteEvent({ method: 'GET', path: '/' }, 'use'), rawPath: '/users/7' };
    expect(door.match(sent, route)).toBeUndefined();
  });

  it('cannot tell %2F from a slash, which API Gateway has decoded', () => {
    const sent = defaultRouteEvent({ method: 'GET', path: '/users/a%2Fb' });
    expect(door.match(sent, route)).toMatchObject({ statusCode: 404 });
  });
});
