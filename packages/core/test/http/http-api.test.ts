import type { APIGatewayProxyEventV2 } from 'aws-lambda';
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

  it('reads cookies, decoded', () => {
    expect({ ...door.cookies(event({ cookies: ['a=%20x', 'b=2', 'a=3'] })) }).toEqual({ a: ' x', b: '2' });
    expect({ ...door.cookies(event()) }).toEqual({});
  });

  it('reads the body, from base64 where it says so', () => {
    expect(door.body(event())).toBeUndefined();
    expect(door.body(event({ body: 'häl' }))).toBe('häl');
    expect(door.body(event({ body: 'aMOkbA==', isBase64Encoded: true }))).toBe('häl');
  });

  it('reads everything about the request', () => {
    const sent = httpApiEvent(
      {
        method: 'PUT',
        path: '/users/a%20b?x=1',
        headers: { 'X-A': 'b' },
        cookies: ['s=1'],
        body: 'text',
        sourceIp: '198.51.100.1',
      },
      { route: { method: 'PUT', path: '/users/{id}' }, stage: 'dev' },
    );
    const request = door.request(sent);
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/dev/users/a b',
      pathParameters: { id: 'a b' },
      body: 'text',
      sourceIp: '198.51.100.1',
    });
    expect({ ...request.query }).toEqual({ x: '1' });
    expect({ ...request.cookies }).toEqual({ s: '1' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=1' });
    expect(request.event).toBe(sent);
  });

  it('answers with the reply itself', () => {
    const reply = { statusCode: 200, headers: {}, cookies: ['a=1', 'b=2'], body: 'x' };
    expect(door.toResult(reply)).toBe(reply);
  });
});
