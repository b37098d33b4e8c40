import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as door from '../../src/http/rest-api.js';
import { restApiEvent } from '../../src/testing/index.js';

const event = (more: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  ...restApiEvent({ method: 'GET', path: '/users' }),
  ...more,
});

describe('the door of REST APIs', () => {
  it.each([
    ['%F0%9F%98%8A%20Happy', '😊 Happy'],
    ['%252F', '%2F'],
    ['a+b', 'a+b'],
    ['%zz', '%zz'],
  ])('decodes the path parameter %s once', (sent, decoded) => {
    expect(door.pathParameters(event({ pathParameters: { id: sent } }))).toEqual({ id: decoded });
  });

  it('has no path parameters where there are none', () => {
    expect(door.pathParameters(event())).toEqual({});
    expect(door.pathParameters(event({ pathParameters: { id: undefined } }))).toEqual({ id: '' });
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
  });

  it('reads everything about the request', () => {
    const sent = restApiEvent(
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
      path: '/users/a%20b',
      pathParameters: { id: 'a b' },
      body: 'text',
      sourceIp: '198.51.100.1',
    });
    expect({ ...request.query }).toEqual({ x: '1' });
    expect({ ...request.cookies }).toEqual({ s: '1' });
    expect(request.headers).toMatchObject({ 'x-a': 'b', cookie: 's=1' });
    expect(request.event).toBe(sent);
  });

  it('answers without a key that REST APIs do not know', () => {
    const reply = { statusCode: 200, headers: { 'x-a': '1' }, body: 'x' };
    expect(door.toResult(reply)).toEqual(reply);
    expect(door.toResult({ ...reply, cookies: ['a=1', 'b=2'] })).toStrictEqual({
      ...reply,
      multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] },
    });
  });
});
