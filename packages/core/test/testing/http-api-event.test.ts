import fc from 'fast-check';
import { httpApiEvent } from '../../src/testing/index.js';

const text = fc.string({ unit: 'grapheme' });
const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);

describe('httpApiEvent', () => {
  const route = { method: 'GET', path: '/todos/{id}' };

  it('is an event of payload format 2.0', () => {
    expect(httpApiEvent({ method: 'GET', path: '/todos/7' }, { route })).toStrictEqual({
      version: '2.0',
      routeKey: 'GET /todos/{id}',
      rawPath: '/todos/7',
      rawQueryString: '',
      headers: {
        'content-length': '0',
        host: 'abcdef123.execute-api.us-east-1.amazonaws.com',
        'x-amzn-trace-id': 'Root=1-67891233-abcdef012345678912345678',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      requestContext: {
        accountId: '123456789012',
        apiId: 'abcdef123',
        domainName: 'abcdef123.execute-api.us-east-1.amazonaws.com',
        domainPrefix: 'abcdef123',
        http: { method: 'GET', path: '/todos/7', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: '' },
        requestId: 'JKJaXmPLvHcESHA=',
        routeKey: 'GET /todos/{id}',
        stage: '$default',
        time: '01/Jan/2026:00:00:00 +0000',
        timeEpoch: 1767225600000,
      },
      pathParameters: { id: '7' },
      isBase64Encoded: false,
    });
  });

  it('decodes the path and its parameters once', () => {
    const reviews = { method: 'POST', path: '/products/{product}/reviews/{review}' };
    const event = httpApiEvent(
      { method: 'POST', path: '/products/%E2%98%95%20Coffee/reviews/%252F%2F+%zz' },
      { route: reviews },
    );
    expect(event.rawPath).toBe('/products/☕ Coffee/reviews/%2F/+%zz');
    expect(event.requestContext.http.path).toBe(event.rawPath);
    expect(event.pathParameters).toEqual({ product: '☕ Coffee', review: '%2F/+%zz' });
  });

  it('gives a greedy parameter the rest of the path', () => {
    const greedy = { method: 'ANY', path: '/files/{path+}' };
    const event = httpApiEvent({ method: 'GET', path: '/files/a/b%20c/' }, { route: greedy });
    expect(event.pathParameters).toEqual({ path: 'a/b c/' });
    expect(event.routeKey).toBe('ANY /files/{path+}');
  });

  it('has a named stage in the path', () => {
    const event = httpApiEvent({ method: 'GET', path: '/todos/7' }, { route, stage: 'dev' });
    expect(event.rawPath).toBe('/dev/todos/7');
    expect(event.requestContext.stage).toBe('dev');
    expect(event.pathParameters).toEqual({ id: '7' });
  });

  it('has a route for the rest', () => {
    const event = httpApiEvent({ method: 'GET', path: '/any' }, { route: { method: 'ANY', path: '$default' } });
    expect(event).toMatchObject({ routeKey: '$default', requestContext: { routeKey: '$default' } });
    expect(event).not.toHaveProperty('pathParameters');
  });

  it('leaves escapes that are no UTF-8', () => {
    expect(httpApiEvent({ method: 'GET', path: '/a%ff/%C3%A9' }).rawPath).toBe('/a%ff/é');
  });

  it('refuses a path that the template does not fit', () => {
    expect(() => httpApiEvent({ method: 'GET', path: '/todos/7/x' }, { route })).toThrow(
      'GET /todos/7/x does not fit the path template /todos/{id}',
    );
  });

  it('leaves the query string untouched and joins repeated values with commas', () => {
    const event = httpApiEvent({
      method: 'GET',
      path: '/s?q=Hello%20World&tag=C%23+x&tag=.NET%20Core&&empty&=v&bad=%zz',
    });
    expect(event.rawQueryString).toBe('q=Hello%20World&tag=C%23+x&tag=.NET%20Core&&empty&=v&bad=%zz');
    expect(event.queryStringParameters).toEqual({
      q: 'Hello World',
      tag: 'C# x,.NET Core',
      empty: '',
      '': 'v',
      bad: '%zz',
    });
  });

  it('keeps a parameter called __proto__ as one of its own', () => {
    const event = httpApiEvent({ method: 'GET', path: '/s', query: '__proto__=x' });
    expect(Object.entries(event.queryStringParameters ?? {})).toEqual([['__proto__', 'x']]);
  });

  it('lower-cases header names and joins repeats with commas', () => {
    const event = httpApiEvent({ method: 'GET', path: '/s', headers: { Accept: ['text/html', 'a/b'], accept: 'c/d' } });
    expect(event.headers.accept).toBe('text/html,a/b,c/d');
  });

  it('takes cookies out of the headers', () => {
    const request = { method: 'GET', path: '/s', headers: { Cookie: 'session=abc; theme=dark;' }, cookies: ['a=b=c'] };
    const event = httpApiEvent(request);
    expect(event.cookies).toEqual(['session=abc', 'theme=dark', 'a=b=c']);
    expect(event.headers).not.toHaveProperty('cookie');
    expect(httpApiEvent({ method: 'GET', path: '/s' })).not.toHaveProperty('cookies');
  });

  it.each([
    ['application/json', 'text'],
    ['application/json; charset=utf-8', 'text'],
    ['Application/XML', 'text'],
    ['application/javascript', 'text'],
    ['text/csv', 'text'],
    ['text/plain; charset=iso-8859-1', 'base64'],
    ['application/x-www-form-urlencoded', 'base64'],
    ['application/vnd.api+json', 'base64'],
    ['multipart/form-data; boundary=x', 'base64'],
    ['application/octet-stream', 'base64'],
  ])('hands over a body of type %s as %s', (type, kind) => {
    const event = httpApiEvent({ method: 'POST', path: '/s', headers: { 'Content-Type': type }, body: 'häl' });
    const isText = kind === 'text';
    expect(event.isBase64Encoded).toBe(!isText);
    expect(event.body).toBe(isText ? 'häl' : Buffer.from('häl').toString('base64'));
    expect(event.headers['content-length']).toBe('4');
  });

  it('sends the content type that fetch would send', () => {
    const typeOf = (body: string | object) =>
      httpApiEvent({ method: 'POST', path: '/s', body }).headers['content-type'];
    expect(typeOf('x')).toBe('text/plain;charset=UTF-8');
    expect(typeOf({ a: 1 })).toBe('application/json');
    expect(typeOf(new Uint8Array([1]))).toBeUndefined();
    expect(httpApiEvent({ method: 'POST', path: '/s', body: new Uint8Array([1, 255]) })).toMatchObject({
      body: 'Af8=',
      isBase64Encoded: true,
    });
    expect(httpApiEvent({ method: 'POST', path: '/s', body: [1] }).body).toBe('[1]');
  });

  it('has no body when none or an empty one was sent', () => {
    expect(httpApiEvent({ method: 'POST', path: '/s', body: '' })).not.toHaveProperty('body');
    expect(httpApiEvent({ method: 'POST', path: '/s', body: new Uint8Array() })).not.toHaveProperty('body');
  });

  it('puts the address after those of proxies before it', () => {
    const event = httpApiEvent(
      {
        method: 'GET',
        path: '/s',
        sourceIp: '127.0.0.1',
        headers: { 'X-Forwarded-For': '10.0.0.1', host: 'example.org' },
      },
      { origin: 'http://127.0.0.1:3000' },
    );
    expect(event.headers).toMatchObject({
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-port': '3000',
      'x-forwarded-proto': 'http',
      host: 'example.org',
    });
  });

  it('carries what the authorizer left', () => {
    const authorizer = { jwt: { claims: { sub: 'u1' }, scopes: null } };
    expect(httpApiEvent({ method: 'GET', path: '/s' }, { authorizer }).requestContext).toHaveProperty(
      'authorizer',
      authorizer,
    );
  });

  it('gives the query back as it was described', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text, { minLength: 1 })), (query) => {
        const event = httpApiEvent({ method: 'GET', path: '/s', query });
        const described = Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value]));
        expect([...new URLSearchParams(event.rawQueryString)]).toEqual(described);
        expect(Object.entries(event.queryStringParameters ?? {}).sort()).toEqual(
          Object.entries(query)
            .map(([name, values]) => [name, values.join(',')])
            .sort(),
        );
      }),
    );
  });

  it('gives path parameters back as they were encoded', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value !== ''),
        (id) => {
          const event = httpApiEvent({ method: 'GET', path: `/todos/${encodeURIComponent(id)}` }, { route });
          expect(event.pathParameters).toEqual({ id });
        },
      ),
    );
  });

  it('gives headers and cookies back as they were described', () => {
    const value = fc.stringMatching(/^[!-+\--:<-~]{1,20}$/);
    fc.assert(
      fc.property(
        fc.dictionary(
          token.map((name) => `x-${name}`),
          value,
        ),
        fc.array(value),
        (headers, cookies) => {
          const event = httpApiEvent({ method: 'GET', path: '/s', headers, cookies });
          for (const [name, sent] of Object.entries(headers)) expect(event.headers[name]?.split(', ')[0]).toBe(sent);
          expect(event.cookies ?? []).toEqual(cookies);
        },
      ),
    );
  });

  it('gives bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (body) => {
        const event = httpApiEvent({ method: 'POST', path: '/s', body });
        expect(Uint8Array.from(Buffer.from(event.body ?? '', 'base64'))).toEqual(body);
      }),
    );
  });
});
