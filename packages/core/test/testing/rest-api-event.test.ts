import fc from 'fast-check';
import { restApiEvent } from '../../src/testing/index.js';

const text = fc.string({ unit: 'grapheme' });

describe('restApiEvent', () => {
  const route = { method: 'GET', path: '/todos/{id}' };

  it('is an event of payload format 1.0', () => {
    const event = restApiEvent({ method: 'GET', path: '/todos/7', headers: { 'User-Agent': 'curl' } }, { route });
    expect(event).toStrictEqual({
      resource: '/todos/{id}',
      path: '/todos/7',
      httpMethod: 'GET',
      headers: {
        Host: 'abcdef123.execute-api.us-east-1.amazonaws.com',
        'User-Agent': 'curl',
        'X-Amzn-Trace-Id': 'Root=1-67891233-abcdef012345678912345678',
        'X-Forwarded-For': '203.0.113.7',
        'X-Forwarded-Port': '443',
        'X-Forwarded-Proto': 'https',
      },
      multiValueHeaders: {
        Host: ['abcdef123.execute-api.us-east-1.amazonaws.com'],
        'User-Agent': ['curl'],
        'X-Amzn-Trace-Id': ['Root=1-67891233-abcdef012345678912345678'],
        'X-Forwarded-For': ['203.0.113.7'],
        'X-Forwarded-Port': ['443'],
        'X-Forwarded-Proto': ['https'],
      },
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: { id: '7' },
      stageVariables: null,
      requestContext: expect.objectContaining({
        path: '/prod/todos/7',
        resourcePath: '/todos/{id}',
        stage: 'prod',
        requestTime: '01/Jan/2026:00:00:00 +0000',
        identity: expect.objectContaining({ sourceIp: '203.0.113.7', userAgent: 'curl', caller: null }),
      }),
      body: null,
      isBase64Encoded: false,
    });
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('leaves the path and its parameters encoded, without stage', () => {
    const event = restApiEvent({ method: 'GET', path: '/todos/%F0%9F%98%8A%20Happy' }, { route, stage: 'dev' });
    expect(event.pathParameters).toEqual({ id: '%F0%9F%98%8A%20Happy' });
    expect(event.path).toBe('/todos/%F0%9F%98%8A%20Happy');
    expect(event.requestContext.path).toBe('/dev/todos/%F0%9F%98%8A%20Happy');
  });

  it('has null for path parameters when the resource has none', () => {
    expect(restApiEvent({ method: 'GET', path: '/todos' }).pathParameters).toBeNull();
  });

  it('has the last value of a query parameter in one map and all in the other, decoded', () => {
    const event = restApiEvent({ method: 'GET', path: '/s', query: 'tag=C%23%20Programming&q=a+b&tag=.NET' });
    expect(event.queryStringParameters).toEqual({ tag: '.NET', q: 'a b' });
    expect(event.multiValueQueryStringParameters).toEqual({ tag: ['C# Programming', '.NET'], q: ['a b'] });
  });

  it('keeps the case of header names and every value', () => {
    const event = restApiEvent({ method: 'GET', path: '/s', headers: { 'X-Tag': ['a', 'b'], 'x-tag': 'c' } });
    expect(event.headers['X-Tag']).toBe('c');
    expect(event.multiValueHeaders['X-Tag']).toEqual(['a', 'b', 'c']);
    expect(event.headers).not.toHaveProperty('x-tag');
  });

  it('leaves cookies in their header', () => {
    const event = restApiEvent({ method: 'GET', path: '/s', headers: { cookie: 'a=1; b=2' }, cookies: ['c=3'] });
    expect(event.headers.cookie).toBe('a=1; b=2; c=3');
  });

  it('adds no Content-Length where there is no body', () => {
    expect(restApiEvent({ method: 'POST', path: '/s' }).headers).not.toHaveProperty('Content-Length');
  });

  it.each([
    [[], false],
    [['image/png'], true],
    [['image/*'], true],
    [['*/*'], true],
    [['image/gif'], false],
  ])('with the binary media types %p an image is base64: %p', (binaryMediaTypes, isBase64Encoded) => {
    const request = { method: 'POST', path: '/s', headers: { 'content-type': 'image/png; q=1' }, body: 'abc' };
    const event = restApiEvent(request, { binaryMediaTypes });
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'YWJj' : 'abc' });
  });

  it('gives the query back as it was described', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text, { minLength: 1 }), { minKeys: 1 }), (query) => {
        const event = restApiEvent({ method: 'GET', path: '/s', query });
        expect(Object.entries(event.multiValueQueryStringParameters ?? {}).sort()).toEqual(
          Object.entries(query).sort(),
        );
        expect(Object.entries(event.queryStringParameters ?? {}).sort()).toEqual(
          Object.entries(query)
            .map(([name, values]) => [name, values.at(-1)])
            .sort(),
        );
      }),
    );
  });

  it('gives path parameters back still encoded', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value !== ''),
        (id) => {
          const event = restApiEvent({ method: 'GET', path: `/todos/${encodeURIComponent(id)}` }, { route });
          expect(decodeURIComponent(event.pathParameters?.id ?? '')).toBe(id);
        },
      ),
    );
  });

  it("has a custom domain's base path in place of the stage", () => {
    const event = restApiEvent({ method: 'GET', path: '/todos/7' }, { route, basePath: '/v1' });
    expect(event).toMatchObject({
      resource: '/todos/{id}',
      path: '/v1/todos/7',
      requestContext: { path: '/v1/todos/7', stage: 'prod' },
    });
  });

  it('carries what the authorizer left and who signed', () => {
    const authorizer = { principalId: 'admin', tenant: 't' };
    const event = restApiEvent({ method: 'GET', path: '/' }, { authorizer, identity: { userArn: 'arn' } });
    expect(event.requestContext).toMatchObject({ authorizer, identity: { userArn: 'arn', caller: null } });
  });
});
